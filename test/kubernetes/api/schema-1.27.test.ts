import { KINDS, TYPES, structNamed } from './today';
import { FieldType } from '../../../src/kubernetes/api/field-type';
import { ApiModel } from '../../../src/kubernetes/api/model';
import { StructType } from '../../../src/kubernetes/api/struct-type';

// Proof that the model says of 1.27 what the schema made of kubernetes-models says, or why not.

const model = ApiModel.of('1.27');
const schema: { readonly kinds: Readonly<Record<string, string>>; readonly otherKinds: readonly string[] } = JSON.parse(KINDS);
const typeNames = TYPES.trim().split('\n').map(line => line.slice(0, line.indexOf(' ')));

function kindOf(name: string) {
  return model.kind(name.slice(0, name.lastIndexOf('/')), name.slice(name.lastIndexOf('/') + 1));
}

/** As the schema spells it: without what server-side apply does, values in order. */
function spelled({ holds, item, struct, values }: FieldType): string {
  switch (holds) {
    case 'list': return `[]${spelled(item!)}`;
    case 'map': return `{}${spelled(item!)}`;
    case 'struct': return `@${struct}`;
    case 'enum': return `=${[...values!].sort().join('|')}`;
    default: return holds;
  }
}

function fieldsOf(name: string, differences: (struct: ReturnType<typeof structNamed>, type: StructType, field: string) => boolean): string[] {
  const [struct, type] = [structNamed(name), model.type(name)!];
  return struct.names().filter(field => differences(struct, type, field)).map(field => `${name}.${field}`);
}

const allFields = (differences: Parameters<typeof fieldsOf>[1]) => typeNames.flatMap(name => fieldsOf(name, differences));

test('every kind of the schema is an object that is on by default, and has the same type', () => {
  const different = Object.entries(schema.kinds).filter(([name, type]) => kindOf(name)?.type !== type || !kindOf(name)!.onByDefault);

  expect(different).toEqual([]);
});

test('every kind without a schema is a list or a request', () => {
  const different = schema.otherKinds.filter(name => !['list', 'request'].includes(kindOf(name)?.use ?? ''));

  expect(different).toEqual([]);
});

test('the schema lacks the requests of two groups, and no object', () => {
  const known = new Set([...Object.keys(schema.kinds), ...schema.otherKinds]);
  const more = model.kindNames().filter(name => kindOf(name)!.onByDefault && !known.has(name));

  expect(more).toEqual([
    'authentication.k8s.io/v1/TokenRequest', 'authentication.k8s.io/v1/TokenReview',
    'authorization.k8s.io/v1/LocalSubjectAccessReview', 'authorization.k8s.io/v1/SelfSubjectAccessReview',
    'authorization.k8s.io/v1/SelfSubjectRulesReview', 'authorization.k8s.io/v1/SubjectAccessReview',
  ]);
});

test('every type has the same fields', () => {
  const different = typeNames.filter(name => model.type(name)?.names().sort().join() !== structNamed(name).names().sort().join());

  expect(typeNames.length).toBeGreaterThan(380);
  expect(different).toEqual([]);
});

test('every field holds the same', () => {
  expect(allFields((struct, type, field) => spelled(struct.field(field)!.type) !== spelled(type.field(field)!.type))).toEqual([]);
});

test('the same fields are required', () => {
  const different = typeNames.filter(name => model.type(name)!.required().sort().join() !== [...structNamed(name).required].sort().join());

  expect(different).toEqual([]);
});

test('enums that are never empty are the same by rule, but for one that is dropped and two of a status', () => {
  const different = allFields((struct, type, field) => (struct.field(field)!.type.neverEmpty ?? false) !== type.field(field)!.neverEmpty);

  expect(different).toEqual(['SecurityContext.procMount', 'PortStatus.protocol', 'IngressPortStatus.protocol']);
});

test('whatever the schema ignores is ignored, dropped or the status of an object', () => {
  const different = allFields((struct, type, field) => {
    const { ignored, dropped } = type.field(field)!;
    return struct.field(field)!.ignored && !ignored && !dropped && !(field === 'status' && struct.names().includes('kind'));
  });

  expect(different).toEqual([]);
});

test('more fields are dropped by 1.27 than the schema knows: of claims, pods, drivers and of status', () => {
  const different = allFields((struct, type, field) => type.field(field)!.dropped && !struct.field(field)!.ignored);

  expect(different.filter(field => !/Status\./.test(field))).toEqual(['TypedObjectReference.namespace', 'PodSpec.hostUsers', 'CSIDriverSpec.seLinuxMount']);
});
