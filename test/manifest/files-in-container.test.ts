import { filesInContainer } from '../../src/manifest/files-in-container';
import { Inventory } from '../../src/manifest/inventory';
import { PodIndex } from '../../src/manifest/references/pods';

test('the files of a ConfigMap have their whole paths, and of a single one that of its mount', () => {
  const container = { name: 'm', volumeMounts: [{ name: 'c', mountPath: '/e/' }, { name: 'c', mountPath: '/f/x', subPath: 'b' }, { name: 'd', mountPath: '/g' }] };
  const inventory = new Inventory([
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c' }, data: { a: '1', b: '2' } },
    { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec: { containers: [container], volumes: [{ name: 'c', configMap: { name: 'c' } }, { name: 'd', emptyDir: {} }] } },
  ]);
  const [pods] = new PodIndex(inventory).all;

  const files = [...filesInContainer(container, pods, inventory)];

  expect(files).toEqual([{ at: '/e/a', text: '1', mount: 0 }, { at: '/e/b', text: '2', mount: 0 }, { at: '/f/x', text: '2', mount: 1 }]);
});
