import { quotasOfAllPods } from '../../../../src/checks/rules/system/quotas';
import { Inventory } from '../../../../src/manifest/inventory';

test('quotas of all Pods are those without scopes', () => {
  const quota = (name: string, spec: object) => ({ apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name, namespace: 'shop' }, spec });
  const inventory = new Inventory([
    quota('all', { hard: { pods: '4' } }),
    quota('none', { scopes: [] }),
    quota('best-effort', { scopes: ['BestEffort'] }),
    quota('by-priority', { scopeSelector: { matchExpressions: [] } }),
  ]);

  expect(quotasOfAllPods(inventory).map(({ metadata }) => metadata!.name)).toEqual(['all', 'none']);
});
