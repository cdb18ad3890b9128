import { Client } from './client';
import { Discovery } from './discovery';
import { Manifest } from '../../src/kubernetes/manifest';

const account = (namespace: string): Manifest => ({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace } });

/** What the bases name, and what the controllers would have made. */
const OBJECTS: readonly Manifest[] = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'apps' } },
  account('default'),
  account('apps'),
  { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name: 'important' }, value: 1000 },
  { apiVersion: 'node.k8s.io/v1', kind: 'RuntimeClass', metadata: { name: 'sandbox' }, handler: 'runsc' },
  { apiVersion: 'node.k8s.io/v1', kind: 'RuntimeClass', metadata: { name: 'heavy' }, handler: 'kata', overhead: { podFixed: { cpu: '250m', memory: '120Mi' } } },
];

/** Makes what valid manifests need in the cluster, and waits until the server knows it. */
export async function createSurroundings(client: Client, discovery: Discovery): Promise<void> {
  for (const object of OBJECTS) {
    for (let tries = 0; ; tries++) {
      const { code, body } = await client.post(discovery.collectionOf(object)!, object);
      if (code === 201 || code === 409) { break; }
      if (tries > 50) { throw new Error(`${object.kind} ${object.metadata!.name} cannot be made: ${body.message}`); }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }
  // Its caches learn of it a moment later.
  await new Promise(resolve => setTimeout(resolve, 2000));
}
