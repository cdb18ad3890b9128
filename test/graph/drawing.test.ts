import { crossings, overhangs } from './laid-out';
import { graphOf } from './support';
import { WIDEST_PICTURE } from '../../src/graph/drawing';
import { withFewerArrows } from '../../src/graph/fewer-arrows';
import { placed } from '../../src/graph/place';
import { runExample } from '../support/examples';

/** Six Deployments, each of which mounts two of five claims that are bound to volumes of NFS servers. */
const SHARED = [
  ...Array.from({ length: 5 }, (_, i) => `
{apiVersion: v1, kind: PersistentVolume, metadata: {name: pages-${i}}, spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteMany], storageClassName: "", nfs: {server: 10.0.0.${i % 2}, path: /pages-${i}}}}
---
{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: pages-${i}, namespace: shop}, spec: {accessModes: [ReadWriteMany], storageClassName: "", volumeName: pages-${i}}}`),
  ...Array.from({ length: 6 }, (_, i) => `
{apiVersion: apps/v1, kind: Deployment, metadata: {name: site-${i}, namespace: shop}, spec: {selector: {matchLabels: {app: s${i}}}, template: {metadata: {labels: {app: s${i}}}, spec: {
  containers: [{image: a}], volumes: [{name: a, persistentVolumeClaim: {claimName: pages-${i % 5}}}, {name: b, persistentVolumeClaim: {claimName: pages-${(i + 2) % 5}}}]}}}}`),
].join('\n---\n');

test('numbered workloads that share volumes, their claims and the volumes stand in the order of their numbers', async () => {
  const layout = await placed(graphOf(SHARED));
  const all = [...layout.boxes.map(({ node, x }) => ({ ...node, x })), ...layout.frames.map(({ group, x }) => ({ ...group, x }))];
  const fromLeft = (kind: string) => all.filter(one => one.kind === kind).sort((a, b) => a.x - b.x).map(({ name }) => name);

  expect(fromLeft('Deployment')).toEqual(Array.from({ length: 6 }, (_, i) => `site-${i}`));
  expect(fromLeft('PersistentVolumeClaim')).toEqual(Array.from({ length: 5 }, (_, i) => `pages-${i}`));
  expect(fromLeft('PersistentVolume')).toEqual(Array.from({ length: 5 }, (_, i) => `pages-${i}`));
  expect([...crossings(layout), ...overhangs(layout)]).toEqual([]);
});

test.each(['postgresql-cluster', 'database-backup', 'database-network-policy', 'mongo-replica-set'])('the picture of %s is no wider than the screen of a laptop', async name => {
  const layout = await placed(withFewerArrows(graphOf(runExample(name))));

  expect(layout.width).toBeLessThanOrEqual(WIDEST_PICTURE);
  expect([...crossings(layout), ...overhangs(layout)]).toEqual([]);
});
