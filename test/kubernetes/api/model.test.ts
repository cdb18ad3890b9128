import { ApiModel } from '../../../src/kubernetes/api/model';

const model = ApiModel.of('1.36');

test('a kind knows its type, use, scope and whether it is on by default', () => {
  expect(model.kind('apps/v1', 'StatefulSet')).toEqual({
    apiVersion: 'apps/v1', kind: 'StatefulSet', type: 'StatefulSet', use: 'object', namespaced: true, onByDefault: true,
  });
  expect(model.kind('v1', 'Namespace')).toMatchObject({ namespaced: false });
  expect(model.kind('v1', 'PodList')).toEqual({ apiVersion: 'v1', kind: 'PodList', use: 'list', namespaced: true, onByDefault: true });
  expect(model.kind('autoscaling/v1', 'Scale')).toMatchObject({ use: 'request' });
});

test.each([['v1', 'Nothing'], ['apps/v1', ''], ['', ''], ['constructor', 'x'], ['v1', '__proto__']])('there is no kind %j %j', (apiVersion, kind) => {
  expect(model.kind(apiVersion, kind)).toBeUndefined();
  expect(model.typeOfKind(apiVersion, kind)).toBeUndefined();
});

test('the type of a list is not known', () => {
  expect(model.typeOfKind('v1', 'PodList')).toBeUndefined();
});

test('a type is read once, and a model is made once', () => {
  expect(model.type('Container')).toBe(model.type('Container'));
  expect(ApiModel.of('1.36')).toBe(model);
  expect(ApiModel.of(model.version)).toBe(model);
});

test('a model knows what began before it, up to its patch', () => {
  const patch = ApiModel.of('1.35.3');

  expect(['1.35', '1.35.3', '1.35.4', '1.36'].map(version => patch.isSince(version))).toEqual([true, true, false, false]);
  expect(ApiModel.of('1.35').isSince('1.35.4')).toBe(true);
});

test('a type knows its fields, and which of them must be there', () => {
  const port = model.type('ContainerPort')!;

  expect(port.names()).toEqual(['containerPort', 'hostIP', 'hostPort', 'name', 'protocol']);
  expect(port.required).toEqual(['containerPort']);
  expect(port.field('protocol')).toBe(port.field('protocol'));
});

test('a name that is no field has none, whatever objects bring along', () => {
  const container = model.type('Container')!;

  expect(['', 'ports.0', '__proto__', 'constructor', 'toString'].map(name => container.field(name))).toEqual(Array(5).fill(undefined));
});

test('a type that server-side apply replaces as a whole says so', () => {
  expect([model.type('LabelSelector')!.atomic, model.type('PodSpec')!.atomic]).toEqual([true, false]);
});

test('a type of which one field is chosen knows how', () => {
  expect(model.type('SeccompProfile')!.unions).toEqual([{ discriminator: 'type', fields: { localhostProfile: 'LocalhostProfile' } }]);
  expect(model.type('PodSpec')!.unions).toEqual([]);
});

test('an object of any kind has a type, also of an API version that is gone; of kinds that are not built in we know the metadata', () => {
  const typeOf = (apiVersion: string, kind: string) => model.objectType(apiVersion, kind).struct;

  expect([typeOf('apps/v1', 'StatefulSet'), typeOf('apps/v1beta1', 'StatefulSet'), typeOf('batch/v1beta1', 'CronJob')]).toEqual(['StatefulSet', 'StatefulSet', 'CronJob']);
  expect(typeOf('autoscaling/v2beta2', 'HorizontalPodAutoscaler')).toBe(typeOf('autoscaling/v2', 'HorizontalPodAutoscaler'));
  expect([typeOf('a.io/v1', 'Thing'), model.part(model.objectType('a.io/v1', 'Thing'), 'metadata')?.struct]).toEqual([undefined, 'ObjectMeta']);
});

test('a part of a value has the type of its field, of the values of its map, or of its items', () => {
  const { type } = model.type('Container')!.field('resources')!;

  expect(model.part(model.part(type, 'limits'), 'cpu')).toEqual({ holds: 'quantity' });
  expect(model.part(model.type('PodSpec')!.field('containers')!.type, '0')).toEqual({ holds: 'struct', struct: 'Container' });
  expect([model.part(type, 'size'), model.part(model.objectType('a.io/v1', 'Thing'), 'spec'), model.part(undefined, 'a')]).toEqual([undefined, undefined, undefined]);
});

test('a field that is dropped is gone, unless the server writes something in its place', () => {
  const context = ApiModel.of('1.32').type('SecurityContext')!;

  expect(context.withoutDropped({ procMount: 'Unmasked', privileged: false })).toEqual({ procMount: 'Default', privileged: false });
  expect(context.withoutDropped({ procMount: null })).toEqual({});
  expect(ApiModel.of('1.36').type('SecurityContext')!.withoutDropped({ procMount: 'Unmasked' })).toEqual({ procMount: 'Unmasked' });
  expect(ApiModel.of('1.27').type('ResourceRequirements')!.withoutDropped({ claims: [] })).toEqual({});
});

test('a type knows which of its fields have defaults, and which are dropped', () => {
  const names = (fields: readonly { readonly name: string }[]) => fields.map(({ name }) => name);

  expect(names(model.type('Volume')!.withDefault())).toEqual(['emptyDir']);
  expect(names(ApiModel.of('1.27').type('ResourceRequirements')!.dropped())).toEqual(['claims']);
});

test('a Job has defaults that its template in a CronJob does not have', () => {
  const below = model.type('Job')!.defaultsBelow();

  expect(below).toContainEqual({ path: ['spec', 'suspend'], default: false, computedDefault: undefined });
  expect(below).toContainEqual({ path: ['spec', 'backoffLimit'], default: undefined, computedDefault: 'backoffLimit' });
  expect(model.type('JobSpec')!.field('suspend')!.default).toBeUndefined();
});

test('every version has kinds, and every type that a field names', () => {
  const counts = ['1.27', '1.32', '1.37'].map(version => {
    const all = ApiModel.of(version);
    const seen = new Set<string>();
    const visit = (name: string) => {
      if (seen.has(name)) { return; }
      seen.add(name);
      const type = all.type(name);
      if (!type) { throw new Error(`${version} has no ${name}`); }
      for (const field of type.names()) {
        const { struct, item } = type.field(field)!.type;
        const below = struct ?? item?.struct ?? item?.item?.struct;
        if (below) { visit(below); }
      }
    };
    all.kinds().forEach(({ type }) => type && visit(type));
    return seen.size;
  });

  expect(counts.every(count => count > 400)).toBe(true);
});
