import { found, object, podTemplate, statefulSet } from '../support';

const deployment = (container: object, spec: object = {}) => object('apps/v1', 'Deployment', { spec: { template: podTemplate(container, spec) } }, 'api');
const secret = object('v1', 'Secret', { data: {} }, 'auth');
const config = object('v1', 'ConfigMap', { data: {} }, 'auth');
const env = (name: string, optional?: boolean) => ({ env: [{ name: 'A', valueFrom: { secretKeyRef: { name, key: 'a', optional } } }] });

describe('config-removed-while-read: a Secret or ConfigMap removed while pods read it', () => {
  test('by a variable', () => {
    const reader = deployment(env('auth'));

    expect(found('config-removed-while-read', [secret, reader], [reader])).toMatchObject([{
      id: 'config-removed-while-read:data/auth', effect: 'access', message: 'Secret removed while Deployment data/api reads it: its next pod does not start',
    }]);
  });

  test.each([
    ['all variables of a Secret', secret, { envFrom: [{ secretRef: { name: 'auth' } }] }, {}],
    ['all variables of a ConfigMap', config, { envFrom: [{ configMapRef: { name: 'auth' } }] }, {}],
    ['files of a Secret', secret, {}, { volumes: [{ name: 'v', secret: { secretName: 'auth' } }] }],
    ['files of a ConfigMap', config, {}, { volumes: [{ name: 'v', configMap: { name: 'auth' } }] }],
  ])('by %s', (_, source, container, spec) => {
    const reader = deployment(container, spec);

    expect(found('config-removed-while-read', [source, reader], [reader])).toHaveLength(1);
  });

  test.each([
    ['the workload does without it', env('auth', true), {}],
    ['the workload reads another one', env('other'), {}],
    ['nothing reads it', {}, {}],
    ['files are optional', {}, { volumes: [{ name: 'v', secret: { secretName: 'auth', optional: true } }] }],
  ])('is no danger if %s', (_, container, spec) => {
    expect(found('config-removed-while-read', [secret, deployment(env('auth'))], [deployment(container, spec)])).toEqual([]);
  });

  test('is no danger if the reader goes with it, or lives elsewhere', () => {
    const elsewhere = { ...deployment(env('auth')), metadata: { name: 'api', namespace: 'other' } };

    expect([...found('config-removed-while-read', [secret, deployment(env('auth'))], []), ...found('config-removed-while-read', [secret], [elsewhere])]).toEqual([]);
  });

  test('a controller that makes it is as good', () => {
    const reader = deployment(env('auth'));
    const makers = [
      object('external-secrets.io/v1', 'ExternalSecret', { spec: { target: { name: 'auth' } } }),
      object('bitnami.com/v1alpha1', 'SealedSecret', {}, 'auth'),
      object('cert-manager.io/v1', 'Certificate', { spec: { secretName: 'auth' } }),
    ];

    expect(makers.flatMap(maker => found('config-removed-while-read', [secret, reader], [maker, reader]))).toEqual([]);
    expect(found('config-removed-while-read', [secret, reader], [object('cert-manager.io/v1', 'Certificate', { spec: { secretName: 'other' } }), reader])).toHaveLength(1);
  });
});

describe('service-removed-while-called: a Service removed while clients call it', () => {
  const service = object('v1', 'Service', { spec: { selector: { app: 'db' } } }, 'cache');
  const removed = (...after: any[]) => found('service-removed-while-called', [service, ...after], after);
  const variable = (name: string, value: string) => deployment({ env: [{ name, value }] });

  test.each([
    ['a host in a variable', variable('REDIS_HOST', 'cache')],
    ['one of several hosts', variable('SERVERS', 'other,cache')],
    ['an address', variable('URL', 'redis://:secret@cache:6379/0')],
    ['host and port', variable('CACHE', 'cache:6379')],
    ['a name with its namespace', variable('ANY', 'cache.data')],
    ['the whole name', variable('ANY', 'http://cache.data.svc.cluster.local:80/x')],
    ['the name of a pod', variable('ANY', 'pod-0.cache.data.svc.cluster.local')],
    ['the name of a pod without svc', variable('ANY', 'pod-0.cache.data')],
    ['an argument', deployment({ args: ['--redis=cache.data.svc:6379'] })],
    ['a backend of an Ingress', object('networking.k8s.io/v1', 'Ingress', { spec: { defaultBackend: { service: { name: 'cache', port: { number: 80 } } } } })],
  ])('by %s', (_, client) => {
    expect(removed(client)).toMatchObject([{ id: 'service-removed-while-called:data/cache', effect: 'access', message: expect.stringContaining(`${client.kind} data/`) }]);
  });

  test.each([
    ['a word is no host', variable('MODE', 'cache')],
    ['another Service is called', variable('REDIS_HOST', 'cache-2')],
    ['a Service of that name elsewhere', variable('ANY', 'cache.other.svc.cluster.local')],
    ['a host outside', variable('URL', 'https://cache.example.com/x')],
    ['a client in another namespace means its own', { ...variable('REDIS_HOST', 'cache'), metadata: { name: 'api', namespace: 'other' } }],
  ])('%s is no danger', (_, client) => {
    expect(removed(client)).toEqual([]);
  });

  test('the Service of a set is told once, as governing-service-changed', () => {
    const set = statefulSet({ serviceName: 'cache' });

    expect(removed(set, variable('REDIS_HOST', 'cache'))).toEqual([]);
    expect(found('governing-service-changed', [service, set], [set])).toHaveLength(1);
  });
});

describe('account-or-class-removed-while-named: what the server looks up for a pod', () => {
  const RULE = 'account-or-class-removed-while-named';
  const account = (name: string) => object('v1', 'ServiceAccount', {}, name);

  test.each([
    ['ServiceAccount', account('api'), { serviceAccountName: 'api' }],
    ['PriorityClass', { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name: 'high' }, value: 1 }, { priorityClassName: 'high' }],
    ['RuntimeClass', { apiVersion: 'node.k8s.io/v1', kind: 'RuntimeClass', metadata: { name: 'kata' }, handler: 'kata' }, { runtimeClassName: 'kata' }],
  ])('a %s', (kind, named, spec) => {
    const user = deployment({}, spec);

    expect(found(RULE, [named, user], [user])).toMatchObject([{ effect: 'access', severity: 'error', message: `${kind} removed while Deployment data/api names it: the server refuses its next pod` }]);
  });

  test.each([
    ['no pod names it any more', account('api'), {}],
    ['every namespace has it', account('default'), { serviceAccountName: 'default' }],
  ])('is no danger if %s', (_, removed, spec) => {
    expect(found(RULE, [removed, deployment({}, { serviceAccountName: 'api' })], [deployment({}, spec)])).toEqual([]);
  });
});
