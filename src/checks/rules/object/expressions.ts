import { crdExample } from './examples';
import { Broken, Rule } from './rule';
import { ApiModel } from '../../../kubernetes/api/model';
import { CelEnvironment, compile } from '../../../kubernetes/cel/compile';
import { CelError } from '../../../kubernetes/cel/token';
import { CelType, isOpen } from '../../../kubernetes/cel/type';
import { show } from '../../../reports/show';

const definition = (rule: string) => crdExample('widgets.example.com', '{name: v1, served: true, storage: true, schema: {openAPIV3Schema: ' +
  `{type: object, properties: {spec: {type: object, properties: {size: {type: integer}}, x-kubernetes-validations: [{rule: ${rule}}]}}}}}`);

export const celExpression: Rule = {
  id: 'cel-expression',
  why: 'the API server compiles an expression before it takes the object: what is named must be there, and types must go together',
  severity: 'error',
  fix: 'write an expression of the Common Expression Language (https://cel.dev)',
  bad: definition('self.size'),
  good: definition('self.size > 0'),
};

/** The type of an expression, and `unknown` for one that the server refuses, which is said. */
export function checkExpression(text: string, wanted: readonly CelType[], environment: CelEnvironment, at: string, broken: Broken): CelType {
  try {
    const type = compile(text, environment);
    if (wanted.length > 0 && type !== 'unknown' && !wanted.includes(type)) {
      broken(celExpression, at, `the expression must be a ${wanted.join(' or ')}, and ${isOpen(type) ? 'its type is not known before it is run' : `is a ${type}`}`);
    }
    return type;
  } catch (error) {
    if (!(error instanceof CelError)) { throw error; }
    broken(celExpression, at, `${show(shorten(text, error.at))}: ${error.message}, at character ${error.at + 1}`);
    return 'unknown';
  }
}

const SHOWN = 60;

/** What is around a place of a long text. */
function shorten(text: string, at: number): string {
  const from = Math.max(0, Math.min(at - SHOWN / 2, text.length - SHOWN));
  return `${from > 0 ? '…' : ''}${text.slice(from, from + SHOWN)}${from + SHOWN < text.length ? '…' : ''}`;
}

const GROUP_VERSION_KIND = { group: 'string', version: 'string', kind: 'string' };
const STRINGS = 'list<string>';
const OBJECTS: CelEnvironment['objects'] = {
  AdmissionRequest: {
    kind: 'GroupVersionKind',
    resource: 'GroupVersionResource',
    subResource: 'string',
    requestKind: 'GroupVersionKind',
    requestResource: 'GroupVersionResource',
    requestSubResource: 'string',
    name: 'string',
    namespace: 'string',
    operation: 'string',
    userInfo: 'UserInfo',
    dryRun: 'bool',
    options: 'dyn',
  },
  GroupVersionKind: GROUP_VERSION_KIND,
  GroupVersionResource: { group: 'string', version: 'string', resource: 'string' },
  UserInfo: { username: 'string', uid: 'string', groups: STRINGS, extra: `map<${STRINGS}>` },
  Namespace: { metadata: 'NamespaceMetadata', spec: 'NamespaceSpec', status: 'NamespaceStatus' },
  NamespaceMetadata: {
    name: 'string',
    generateName: 'string',
    namespace: 'string',
    labels: 'map<string>',
    annotations: 'map<string>',
    UID: 'string',
    creationTimestamp: 'timestamp',
    deletionGracePeriodSeconds: 'int',
    deletionTimestamp: 'timestamp',
    generation: 'int',
    resourceVersion: 'string',
    finalizers: STRINGS,
  },
  NamespaceSpec: { finalizers: STRINGS },
  NamespaceStatus: { conditions: 'list<NamespaceCondition>', phase: 'string' },
  NamespaceCondition: { status: 'string', type: 'string', lastTransitionTime: 'timestamp', message: 'string', reason: 'string' },
  JSONPatch: { op: 'string', path: 'string', from: 'string', value: 'dyn' },
};

/** What an expression about a request to the API server may use. */
export function admissionEnvironment(model: ApiModel, has: { readonly params: boolean; readonly authorizer: boolean }): CelEnvironment {
  return {
    variables: {
      object: 'dyn',
      oldObject: 'dyn',
      request: 'AdmissionRequest',
      namespaceObject: 'Namespace',
      ...has.params && { params: 'dyn' },
      ...has.authorizer && { 'authorizer': 'Authorizer', 'authorizer.requestResource': 'ResourceCheck' },
    },
    objects: OBJECTS,
    holds: validity => model.holds(validity),
  };
}

/** What an expression that chooses devices may use. */
export function deviceEnvironment(model: ApiModel): CelEnvironment {
  const isShared = model.holds({ since: '1.35', gate: 'DRAConsumableCapacity' });
  return {
    variables: { device: 'Device' },
    objects: { Device: { driver: 'string', attributes: 'map<map<dyn>>', capacity: 'map<map<Quantity>>', ...isShared && { allowMultipleAllocations: 'bool' } } },
    binds: true,
    holds: validity => model.holds(validity),
  };
}
