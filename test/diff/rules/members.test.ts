import { found, podTemplate, statefulSet } from '../support';

const set = (env: object[], spec: object = {}) => statefulSet({ template: podTemplate({ env }), ...spec });
const TLS = ['REDIS', 'MYSQL', 'MARIADB', 'MONGO', 'ZOO', 'CASSANDRA'].map(engine => `${engine}_TLS`);

describe('member-tls-switched: TLS between members', () => {
  test.each(TLS)('%s is switched on and off while members run', name => {
    const [off, on] = [set([]), set([{ name, value: 'yes' }])];

    expect(found('member-tls-switched', [off], [on])).toMatchObject([{ id: `member-tls-switched:data/db/${name}`, effect: 'access', before: 'without TLS', after: 'with TLS' }]);
    expect(found('member-tls-switched', [on], [off])).toMatchObject([{ before: 'with TLS', after: 'without TLS', message: expect.stringContaining('switched off') }]);
  });

  test('two containers of a pod are one danger', () => {
    const members = (env: object[]) => statefulSet({
      template: { metadata: { labels: { app: 'db' } }, spec: { containers: [{ name: 'db', image: 'redis:7', env }, { name: 'exporter', image: 'e:1', env }] } },
    });

    expect(found('member-tls-switched', [members([])], [members([{ name: 'REDIS_TLS', value: 'yes' }])])).toHaveLength(1);
  });

  test.each([
    ['one member meets nobody', [], [{ name: 'ZOO_TLS', value: 'yes' }], { replicas: 1 }],
    ['pods that somebody deletes meet if he likes', [], [{ name: 'ZOO_TLS', value: 'yes' }], { updateStrategy: { type: 'OnDelete' } }],
    ['an empty value is none', [], [{ name: 'ZOO_TLS', value: '' }], {}],
    ['TLS as before', [{ name: 'ZOO_TLS', value: 'yes' }], [{ name: 'ZOO_TLS', value: 'yes' }, { name: 'A', value: 'b' }], {}],
    ['a client that may speak TLS', [], [{ name: 'PG_TLS', value: 'yes' }], {}],
  ])('%s', (_, before, after, spec) => {
    expect(found('member-tls-switched', [set(before, spec)], [set(after, spec)])).toEqual([]);
  });
});

describe('new-member-of-new-cluster: more members of etcd, told that the cluster is new', () => {
  const etcd = (replicas: number, container: object) => statefulSet({ replicas, template: podTemplate({ image: 'quay.io/coreos/etcd:v3.5.13', ...container }) });
  const grown = (container: object, [old, next]: readonly number[] = [3, 5]) => found('new-member-of-new-cluster', [etcd(old, container)], [etcd(next, container)]);
  const state = (value: string) => ({ env: [{ name: 'ETCD_INITIAL_CLUSTER_STATE', value }] });

  test.each([
    ['a variable', state('new')],
    ['a flag', { command: ['etcd', '--initial-cluster-state=new'] }],
    ['a flag in a script', { command: ['sh', '-c'], args: ['exec etcd --initial-cluster-state new \\\n  --name $HOSTNAME'] }],
  ])('by %s', (_, container) => {
    expect(grown(container)).toMatchObject([{ id: 'new-member-of-new-cluster:data/db/cluster-state', severity: 'error', effect: 'access', path: '/spec/replicas' }]);
  });

  test.each([
    ['the new ones are told to join', state('existing'), [3, 5]],
    ['nobody says it', {}, [3, 5]],
    ['a script works it out', { args: ['etcd --initial-cluster-state=$STATE'] }, [3, 5]],
    ['it is another program', { ...state('new'), image: 'shop:1' }, [3, 5]],
    ['members leave', state('new'), [5, 3]],
    ['the first ones start', state('new'), [0, 3]],
  ])('is no danger if %s', (_, container, sizes) => {
    expect(grown(container, sizes)).toEqual([]);
  });
});
