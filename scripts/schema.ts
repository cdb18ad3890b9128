/**
 * Writes src/checks/schema/kubernetes-1.27.generated.ts: what the package kubernetes-models knows of
 * Kubernetes 1.27, without its prose and its code.
 *
 * `kinds` maps `apiVersion/Kind` to a type; `types` maps a type's fields to
 * what they hold (see src/checks/schema/types.ts for the spelling). Fields, enums
 * and references come from its declarations, the size of numbers from its
 * validators.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import * as ts from 'typescript';

const MODELS = dirname(require.resolve('kubernetes-models/package.json'));
const MACHINERY = dirname(require.resolve('@kubernetes-models/apimachinery/package.json'));
const OUTPUT = join(__dirname, '../src/checks/schema/kubernetes-1.27.generated.ts');

/** Most wanted first: where two types share a name, the first one gets it and the other is called by its version too. */
const API_VERSIONS = [
  'v1', 'apps/v1', 'batch/v1', 'autoscaling/v2', 'autoscaling/v1', 'networking.k8s.io/v1', 'policy/v1', 'rbac.authorization.k8s.io/v1',
  'storage.k8s.io/v1', 'coordination.k8s.io/v1', 'discovery.k8s.io/v1', 'scheduling.k8s.io/v1', 'node.k8s.io/v1',
  'admissionregistration.k8s.io/v1', 'apiextensions.k8s.io/v1', 'apiregistration.k8s.io/v1', 'certificates.k8s.io/v1',
  'flowcontrol.apiserver.k8s.io/v1beta3', 'flowcontrol.apiserver.k8s.io/v1beta2', 'events.k8s.io/v1',
];

/** Kinds that are requests, or written by machines only: known, and not worth their schema. */
const WITHOUT_SCHEMA = ['Binding', 'ComponentStatus', 'Eviction', 'Scale'];

/** Types whose JSON is not what their declaration says. */
const SPECIAL: Record<string, string> = {
  Quantity: 'quantity',
  IntOrString: 'intOrString',
  Time: 'time',
  MicroTime: 'microTime',
  RawExtension: 'any',
  FieldsV1: 'any',
  JSON: 'any',
  JSONSchemaPropsOrBool: 'any',
  JSONSchemaPropsOrArray: 'any',
  JSONSchemaPropsOrStringArray: 'any',
};

/** Fields that the declarations leave open. */
const UNTYPED: Record<string, string> = { 'StatefulSetSpec.volumeClaimTemplates': '[]@PersistentVolumeClaim' };

/**
 * Fields that the published schema calls required though the server does
 * without: it fills them in, or takes the zero value for an answer.
 */
const NOT_REQUIRED: ReadonlySet<string> = new Set([
  'CSIDriver.spec', 'CSINode.spec', 'CSINodeSpec.drivers', 'ControllerRevision.revision', 'CustomResourceDefinitionVersion.served',
  'CustomResourceDefinitionVersion.storage', 'EndpointSlice.endpoints', 'Event.involvedObject', 'Event.metadata', 'ForZone.name', 'HTTPHeader.value',
  'ISCSIPersistentVolumeSource.lun', 'ISCSIVolumeSource.lun', 'LimitRangeSpec.limits', 'NetworkPolicySpec.podSelector',
  'PodFailurePolicy.rules', 'PodFailurePolicyOnPodConditionsPattern.status', 'PodFailurePolicyRule.onPodConditions',
  'PreferredSchedulingTerm.preference', 'PriorityClass.value', 'RoleRef.apiGroup', 'ScaleIOPersistentVolumeSource.secretRef',
  'ScaleIOVolumeSource.secretRef', 'StatefulSetSpec.serviceName', 'Sysctl.value', 'TokenRequest.audience',
]);

/** Fields that the published schema calls optional though the server never does without. */
const REQUIRED_TOO: ReadonlySet<string> = new Set([
  'APIServiceSpec.version', 'apiregistration.k8s.io/v1.ServiceReference.name', 'apiregistration.k8s.io/v1.ServiceReference.namespace',
  'ConfigMapEnvSource.name', 'ConfigMapKeySelector.name', 'ConfigMapProjection.name', 'ConfigMapVolumeSource.name', 'Container.image',
  'ControllerRevision.data',
  'ExecAction.command', 'HostAlias.ip', 'IngressClassSpec.controller', 'PodDNSConfigOption.name', 'PodTemplate.template', 'ReplicaSetSpec.template',
  'ReplicationControllerSpec.template', 'ScaleIOPersistentVolumeSource.volumeName', 'ScaleIOVolumeSource.volumeName', 'SecretEnvSource.name',
  'SecretKeySelector.name', 'SecretProjection.name', 'SecretVolumeSource.secretName', 'VolumeNodeAffinity.required',
]);

interface Model {
  readonly file: string;
  readonly name: string;
  readonly members: readonly ts.PropertySignature[];
  readonly imports: ReadonlyMap<string, string>;
  /** Name of the type in kubernetes-models' folder of validators. */
  readonly longName: string;
}

function readModel(file: string): Model {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const declaration = source.statements.find(ts.isInterfaceDeclaration);
  const imports = new Map<string, string>();
  for (const statement of source.statements.filter(ts.isImportDeclaration)) {
    const from = (statement.moduleSpecifier as ts.StringLiteral).text;
    for (const { name } of (statement.importClause!.namedBindings as ts.NamedImports).elements) { imports.set(name.text, fileOf(file, from)); }
  }
  const [exported] = source.statements.filter(ts.isExportDeclaration);
  const names = (exported.exportClause as ts.NamedExports).elements.map(element => element.name.text);
  return {
    file,
    name: file.match(/([^/]+)\.d\.ts$/)![1],
    members: [...declaration?.members ?? []].filter(ts.isPropertySignature),
    imports,
    longName: names[0].slice(1),
  };
}

function fileOf(importer: string, from: string): string {
  if (from.startsWith('.')) { return join(dirname(importer), `${from}.d.ts`); }
  return join(MACHINERY, `${relative('@kubernetes-models/apimachinery', from)}.d.ts`);
}

/** The types that were reached, by file, and how they are spelled. */
const names = new Map<string, string>();
const types: Record<string, Record<string, string>> = {};

function typeName(model: Model): string {
  const known = names.get(model.file);
  if (known) { return known; }
  const version = relative(MODELS, dirname(model.file));
  const name = Object.hasOwn(types, model.name) ? `${version}.${model.name}` : model.name;
  if (Object.hasOwn(types, name)) { throw new Error(`two types are called ${name}`); }
  names.set(model.file, name);
  const fields: Record<string, string> = types[name] = {};
  const numbers = probeNumbers(model);
  for (const member of model.members) {
    const field = (member.name as ts.StringLiteral).text;
    // apiVersion and kind are what makes a manifest; templates of one may leave them out.
    const declared = !member.questionToken && !ts.isLiteralTypeNode(member.type!);
    const required = declared ? !NOT_REQUIRED.has(`${name}.${field}`) : REQUIRED_TOO.has(`${name}.${field}`);
    fields[field] = UNTYPED[`${name}.${field}`] ?? spell(member.type!, model, numbers.get(field) ?? 'int32') + (required ? '!' : '');
  }
  return name;
}

/** How a declared type is written in the schema. */
function spell(node: ts.TypeNode, model: Model, number: string): string {
  if (ts.isUnionTypeNode(node)) {
    const values = node.types.map(type => ((type as ts.LiteralTypeNode).literal as ts.StringLiteral).text);
    return `=${[...new Set(values)].join('|')}`;
  }
  if (ts.isLiteralTypeNode(node)) { return 'string'; }
  if (ts.isTypeLiteralNode(node)) {
    const [signature] = node.members.filter(ts.isIndexSignatureDeclaration);
    return signature ? `{}${spell(signature.type, model, number)}` : 'any';
  }
  if (ts.isTypeReferenceNode(node)) {
    const name = (node.typeName as ts.Identifier).text;
    if (name === 'Array') { return `[]${spell(node.typeArguments![0], model, number)}`; }
    const file = model.imports.get(name) ?? model.file;
    const target = readModel(file);
    return SPECIAL[target.name] ?? `@${typeName(target)}`;
  }
  switch (node.kind) {
    case ts.SyntaxKind.StringKeyword: return 'string';
    case ts.SyntaxKind.BooleanKeyword: return 'boolean';
    case ts.SyntaxKind.NumberKeyword: return number;
    default: throw new Error(`${model.file}: cannot spell ${ts.SyntaxKind[node.kind]}`);
  }
}

/** Asks the validators what a number may be: they know int32 from int64, the declarations do not. */
function probeNumbers(model: Model): Map<string, string> {
  const folder = model.file.startsWith(MACHINERY) ? MACHINERY : MODELS;
  const script = join(folder, '_schemas', `${model.longName}.js`);
  const fields = model.members.map(({ name }) => (name as ts.StringLiteral).text);
  const kinds = new Map<string, string>();
  if (!existsSync(script)) { return kinds; }
  const { validate } = createRequire(__filename)(script);
  const complaints = (value: unknown, keyword: string, param: string) => {
    for (const inList of [false, true]) {
      const probe = Object.fromEntries(fields.map(field => [field, inList ? [value] : value]));
      validate(probe);
      for (const error of validate.errors ?? []) {
        const [, field, index] = error.instancePath.split('/');
        if ((index === '0') === inList && error.keyword === keyword && Object.values(error.params).includes(param)) { kinds.set(field, param); }
      }
    }
  };
  for (const field of fields) { kinds.set(field, 'number'); }
  complaints(1.5, 'type', 'integer');
  for (const [field, kind] of kinds) { if (kind === 'integer') { kinds.set(field, 'int64'); } }
  complaints(2 ** 40, 'format', 'int32');
  return kinds;
}

const kinds: Record<string, string> = {};
const known: string[] = [];
for (const apiVersion of API_VERSIONS) {
  const folder = join(MODELS, apiVersion);
  for (const entry of readdirSync(folder).filter(name => name.endsWith('.d.ts')).sort()) {
    const text = readFileSync(join(folder, entry), 'utf8');
    if (!text.includes('extends TypeMeta')) { continue; }
    const model = readModel(join(folder, entry));
    const isList = /"items": /.test(text) && model.name.endsWith('List');
    if (isList || WITHOUT_SCHEMA.includes(model.name)) {
      known.push(`${apiVersion}/${model.name}`);
    } else {
      kinds[`${apiVersion}/${model.name}`] = typeName(model);
    }
  }
}

const { version } = JSON.parse(readFileSync(join(MODELS, 'package.json'), 'utf8'));
const lines = (entries: Record<string, unknown>) =>
  Object.entries(entries).map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(',\n');
const header = `/** Written by scripts/schema.ts, of kubernetes-models@${version}: text, so that it is parsed only when it is needed. */`;
const kindsText = `{
  "kinds": {
${lines(kinds)}
  },
  "otherKinds": ${JSON.stringify(known)}
}
`;
// A line for each type, since most systems need a few of them.
const typesText = Object.entries(types).map(([name, fields]) => `${name} ${JSON.stringify(fields)}\n`).join('');
if (/[`\\]|\$\{/.test(kindsText + typesText)) { throw new Error('the schema cannot stand in a template literal'); }
const text = `${header}\nexport const KINDS = \`${kindsText}\`;\n\n/** By the name of the type. */\nexport const TYPES = \`${typesText}\`;\n`;
writeFileSync(OUTPUT, text);
console.log(`${relative(process.cwd(), OUTPUT)}: ${Object.keys(kinds).length} kinds, ${Object.keys(types).length} types, ${text.length} bytes`);
