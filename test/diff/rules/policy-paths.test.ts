import { found, object } from '../support';

const workload = (name: string, container: object = {}, labels: object = { app: name }) => object('apps/v1', 'Deployment', {
  spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers: [{ name, image: `${name}:1`, ...container }] } } },
}, name);
const policy = (spec: object, name = 'it') => object('networking.k8s.io/v1', 'NetworkPolicy', { spec: { podSelector: {}, ...spec } }, name);
const fromApp = (app: string, ports?: object[]) => ({ ingress: [{ from: [{ podSelector: { matchLabels: { app } } }], ports }] });
const SYSTEM = [
  object('v1', 'Service', { spec: { selector: { app: 'db' }, ports: [{ port: 5432, targetPort: 'sql' }] } }, 'db'),
  workload('db', { ports: [{ name: 'sql', containerPort: 5433 }] }),
  workload('web', { env: [{ name: 'DB_HOST', value: 'db' }] }),
];
const closed = (before: object[], after: object[]) => found('used-path-closed', [...SYSTEM, ...before] as any, [...SYSTEM, ...after] as any).map(({ id }) => id);
const OF_DB = { podSelector: { matchLabels: { app: 'db' } } };
const OF_WEB = { podSelector: { matchLabels: { app: 'web' } } };

describe('used-path-closed: a policy that closes a path which somebody uses', () => {
  test.each([
    ['a policy that denies all', [], [policy({})], 'ingress'],
    ['another client is named', [policy({ ...OF_DB, ...fromApp('web') })], [policy({ ...OF_DB, ...fromApp('shop') })], 'ingress'],
    ['another port is named', [], [policy({ ...OF_DB, ...fromApp('web', [{ port: 5432 }]) })], 'ingress'],
    ['the way out', [], [policy({ ...OF_WEB, policyTypes: ['Egress'], egress: [{ to: [{ podSelector: { matchLabels: { app: 'cache' } } }] }] })], 'egress'],
  ])('%s', (_, before, after, direction) => {
    expect(closed(before, after)).toEqual([`used-path-closed:data/it/${direction}`]);
  });

  test('says who calls what', () => {
    expect(found('used-path-closed', SYSTEM, [...SYSTEM, policy({})])[0].message).toBe("Deployment 'web' calls Service 'db', and no policy lets it in to the pods behind it any more");
  });

  test.each([
    ['the client is let in, at the port of the pods', [], [policy({ ...OF_DB, ...fromApp('web', [{ port: 5433 }]) })]],
    ['the port has a name', [], [policy({ ...OF_DB, ...fromApp('web', [{ port: 'sql' }]) })]],
    ['another policy lets it in', [policy({ ...OF_DB, ...fromApp('web') }, 'allow')], [policy({ ...OF_DB, ...fromApp('web') }, 'allow'), policy({})]],
    ['addresses are let in, which may be its own', [], [policy({ ...OF_DB, ingress: [{ from: [{ ipBlock: { cidr: '10.0.0.0/8' } }] }] })]],
    ['it was closed before', [policy({})], [policy({ policyTypes: ['Ingress'] })]],
    ['other pods are meant', [], [policy({ podSelector: { matchLabels: { app: 'shop' } } })]],
  ])('is no danger if %s', (_, before, after) => {
    expect(closed(before, after)).toEqual([]);
  });
});
