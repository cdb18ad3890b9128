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
