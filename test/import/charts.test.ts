import { chartsOf } from '../../src/import/charts';
import { variableNames } from '../../src/import/names';
import { Manifest } from '../../src/kubernetes/manifest';

const object = (kind: string, namespace?: string): Manifest => ({ apiVersion: kind === 'ConfigMap' ? 'v1' : 'rbac.authorization.k8s.io/v1', kind, metadata: { name: 'a', namespace } });

function chartsFor(...manifests: Manifest[]) {
  return chartsOf(manifests.map(given => ({ given, written: given })), 'my.app', variableNames()).map(({ id, variable, namespace }) => [id, variable, namespace]);
}

test('a chart for each namespace, after the one of the cluster', () => {
  expect(chartsFor(object('ConfigMap', 'web'), object('ConfigMap', 'my-shop'), object('ClusterRole'))).toEqual([
    ['cluster', 'cluster', undefined], ['my-shop', 'myShop', 'my-shop'], ['web', 'web', 'web'],
  ]);
});

test('objects without a namespace are called like the input', () => {
  expect(chartsFor(object('ConfigMap'), object('ClusterRole', 'mistaken'))).toEqual([['my-app', 'chart', undefined]]);
});
