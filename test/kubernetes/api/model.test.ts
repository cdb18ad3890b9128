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
