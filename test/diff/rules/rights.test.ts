import { found, object } from '../support';

const binding = (account: string, name = 'it', kind = 'RoleBinding') => object('rbac.authorization.k8s.io/v1', kind, {
  roleRef: { kind: 'ClusterRole', name: 'view' }, subjects: [{ kind: 'ServiceAccount', name: account, namespace: 'data' }],
}, name);
const pods = (serviceAccountName?: string) => object('apps/v1', 'Deployment', { spec: { template: { spec: { serviceAccountName, containers: [] } } } });

describe('rights-of-running-pods-lost: rights that running pods lose', () => {
  test('names who is refused', () => {
    expect(found('rights-of-running-pods-lost', [binding('web'), pods('web')], [binding('web-2'), pods('web')])).toMatchObject([{
      severity: 'error', path: '/subjects', message: expect.stringContaining("Deployment 'it' run as ServiceAccount 'data/web', and lose what ClusterRole 'view' grants"),
    }]);
  });

  test('a removed binding, and the account that nobody names', () => {
    expect([found('rights-of-running-pods-lost', [binding('web'), pods('web')], [pods('web')]), found('rights-of-running-pods-lost', [binding('default'), pods()], [pods()])]
      .map(({ length }) => length)).toEqual([1, 1]);
  });

  test.each([
    ['the pods move along', [binding('web'), pods('web')], [binding('web-2'), pods('web-2')]],
    ['another binding gives the same', [binding('web'), pods('web')], [binding('web', 'other'), pods('web')]],
    ['nobody runs as it', [binding('web'), pods('shop')], [pods('shop')]],
  ])('is no danger if %s', (_, before, after) => {
    expect(found('rights-of-running-pods-lost', before, after)).toEqual([]);
  });

  test('the same role in one namespace alone is less', () => {
    expect(found('rights-of-running-pods-lost', [binding('web', 'it', 'ClusterRoleBinding'), pods('web')], [binding('web'), pods('web')])).toHaveLength(1);
  });

  test('an account that gives its pods no token any more', () => {
    const account = (automountServiceAccountToken?: boolean) => object('v1', 'ServiceAccount', { automountServiceAccountToken }, 'web');
    const own = object('apps/v1', 'Deployment', { spec: { template: { spec: { serviceAccountName: 'web', automountServiceAccountToken: true, containers: [] } } } });
    const says = (...others: ReturnType<typeof pods>[]) => found('rights-of-running-pods-lost', [account(), ...others], [account(false), ...others]).map(({ path }) => path);

    expect([says(binding('web'), pods('web')), says(pods('web')), says(binding('web'), own)]).toEqual([['/automountServiceAccountToken'], [], []]);
  });
});
