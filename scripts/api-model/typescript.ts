import { Property, Schema, lastName, targetOf } from './documents';
import { Documented, TypeNames } from './names';

/** The kinds that our constructs write. */
const KINDS = [
  'v1/ConfigMap', 'v1/Namespace', 'v1/PersistentVolume', 'v1/PersistentVolumeClaim', 'v1/Pod', 'v1/Secret', 'v1/Service', 'v1/ServiceAccount',
  'apps/v1/DaemonSet', 'apps/v1/Deployment', 'apps/v1/StatefulSet', 'batch/v1/CronJob', 'batch/v1/Job', 'autoscaling/v2/HorizontalPodAutoscaler',
  'coordination.k8s.io/v1/Lease', 'networking.k8s.io/v1/NetworkPolicy', 'policy/v1/PodDisruptionBudget', 'rbac.authorization.k8s.io/v1/ClusterRole',
  'rbac.authorization.k8s.io/v1/ClusterRoleBinding', 'rbac.authorization.k8s.io/v1/Role', 'rbac.authorization.k8s.io/v1/RoleBinding',
  'storage.k8s.io/v1/StorageClass', 'storage.k8s.io/v1/VolumeAttributesClass',
];

/** Types whose JSON is not what their schema says. */
const SPECIAL: Readonly<Record<string, string>> = { Quantity: 'string', IntOrString: 'number | string', Time: 'string', MicroTime: 'string', FieldsV1: 'object', RawExtension: 'object' };

/** Written by controllers, never by us. */
const NOT_WRITTEN = ['status', 'managedFields'];

/** Interfaces of these kinds and of all that they are made of, for literals: what is required is what the documents call so. */
export function typeScriptOf({ kinds, schemas }: Documented, names: TypeNames, wanted: readonly string[] = KINDS): string {
  const roots = wanted.map(name => kinds.find(({ apiVersion, kind }) => `${apiVersion}/${kind}` === name)!);
  const interfaces = new Map<string, string>();
  const visit = (type: string) => {
    const name = identifier(names.of(type)!);
    if (interfaces.has(name)) { return; }
    interfaces.set(name, '');
    const schema = schemas.get(type)!;
    const fields = Object.entries(schema.properties ?? {}).filter(([field]) => !NOT_WRITTEN.includes(field));
    const lines = fields.map(([field, property]) => `  ${fieldText(field, property, schema, names, visit)};\n`);
    interfaces.set(name, `export interface ${name} {\n${lines.join('')}}\n`);
  };
  for (const { type } of roots) { visit(type); }
  return [...interfaces].sort(([one], [other]) => one < other ? -1 : 1).map(([, text]) => text).join('\n');
}

function fieldText(field: string, property: Property, schema: Schema, names: TypeNames, visit: (type: string) => void): string {
  const [id] = schema['x-kubernetes-group-version-kind'] ?? [];
  if (id && field === 'apiVersion') { return `apiVersion?: '${id.group === '' ? id.version : `${id.group}/${id.version}`}'`; }
  if (id && field === 'kind') { return `kind?: '${id.kind}'`; }
  return `${/^\w+$/.test(field) ? field : `'${field}'`}${schema.required?.includes(field) ? '' : '?'}: ${typeText(property, names, visit)}`;
}

function typeText(property: Property, names: TypeNames, visit: (type: string) => void): string {
  const target = targetOf(property);
  if (target) {
    const special = SPECIAL[lastName(target)];
    if (special) { return special; }
    visit(target);
    return identifier(names.of(target)!);
  }
  if (property.items) { return `Array<${typeText(property.items, names, visit)}>`; }
  if (property.additionalProperties) { return `{ [name: string]: ${typeText(property.additionalProperties, names, visit)} }`; }
  switch (property.type) {
    case 'string': case 'boolean': return property.type;
    case 'integer': case 'number': return 'number';
    default: return 'object';
  }
}

/** `HorizontalPodAutoscaler` of `autoscaling/v1.HorizontalPodAutoscaler`: of each type, only one version is wanted. */
function identifier(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
