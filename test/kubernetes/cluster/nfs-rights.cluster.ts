import { Chart, Testing } from 'cdk8s';
import { TESTED_MINORS } from './minors';
import { Cluster } from '../../../scripts/kubernetes/cluster';
import { Answer, Kubectl } from '../../../scripts/kubernetes/kubectl';
import { NfsBackend } from '../../../src/constructs/storage/nfs-backend';
import { NfsStorage } from '../../../src/constructs/storage/nfs-storage';

/**
 * No proxy of Go modules serves the provisioner that NfsStorage deploys. So its calls of the API are made here as it makes them, with the
 * ServiceAccount that it has. (Version 4.0.2 itself was run once by hand with the same rights.)
 */
const START_MS = 3_600_000;
const namespace = 'storage';
const LOCK = 'example.com-nfs';
const NEW_LOCK = 'another-lock';

const lease = (name: string) => ({ apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata: { name, namespace }, spec: { holderIdentity: 'a' } });
const endpoints = (name: string) => ({ apiVersion: 'v1', kind: 'Endpoints', metadata: { name, namespace } });
const volume = {
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name: 'pvc-1' },
  spec: { capacity: { storage: '1Gi' }, accessModes: ['ReadWriteMany'], nfs: { server: '192.168.1.21', path: '/nfsdata/shop-data-pvc-1' }, storageClassName: 'nfs' },
};
const event = {
  apiVersion: 'v1',
  kind: 'Event',
  metadata: { name: 'data.1', namespace: 'default' },
  involvedObject: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', name: 'data', namespace: 'default' },
  reason: 'Provisioning',
  type: 'Normal',
};

/** In words, in words for kubectl, and what it sends. */
type Call = readonly [what: string, words: string, object?: object];

/** What it asks for, in this order. */
const CALLS: readonly Call[] = [
  ['gets in line to lead, as older versions do', 'create -f -', endpoints(LOCK)],
  ['leads on', `patch endpoints ${LOCK} -n ${namespace} --type=merge -p {"metadata":{"annotations":{"a":"b"}}}`],
  ['gets in line to lead', 'create -f -', lease(LOCK)],
  ['looks who leads', `get lease ${LOCK} -n ${namespace}`],
  ['goes on to lead', 'replace -f -', lease(LOCK)],
  ['sees the claims of all namespaces', 'get pvc -A'],
  ['sees the classes', 'get storageclasses'],
  ['sees the volumes', 'get pv'],
  ['sees the nodes', 'get nodes'],
  ['makes a volume', 'create -f -', volume],
  ['says so in an event', 'create -f -', event],
  // Without reading it before, as `kubectl patch` would.
  ['says it again', 'replace --raw /api/v1/namespaces/default/events/data.1 -f -', { ...event, count: 2 }],
  ['deletes a volume', 'delete pv pvc-1 --wait=false'],
];

const REFUSED: readonly Call[] = [
  ['reads Secrets', 'get secrets -A'],
  ['deletes a claim', 'delete pvc data -n default'],
  ['changes a Service\'s endpoints', `patch endpoints other -n ${namespace} --type=merge -p {"metadata":{"annotations":{"a":"b"}}}`],
  ['leads elsewhere', 'create -f -', { ...lease(NEW_LOCK), metadata: { name: NEW_LOCK, namespace: 'default' } }],
  ['runs a pod', 'create -f -', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', namespace }, spec: { containers: [{ name: 'a', image: 'a' }] } }],
];

describe.each(TESTED_MINORS)('The rights of NfsStorage on Kubernetes %s', minor => {
  const cluster = new Cluster(`test-nfs-${minor}-${process.pid}`);
  let token: string;
  let kubectl: Kubectl;

  beforeAll(async () => {
    await cluster.up(minor);
    ({ kubectl } = cluster);
    const chart = new Chart(Testing.app(), 'chart', { namespace });
    new NfsStorage(chart, 'nfs', {
      server: '192.168.1.21', path: '/nfsdata', backend: NfsBackend.subdirectoryProvisioner({ storageClassName: 'nfs', provisionerName: 'example.com/nfs' }),
    });
    await kubectl.apply([{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } }, endpoints('other'), ...Testing.synth(chart)]);
    token = (await kubectl.run(['create', 'token', 'nfs-provisioner', '-n', namespace])).trim();
  }, START_MS);
  afterAll(() => cluster.down());

  const asProvisioner = ([, words, object]: Call): Promise<Answer> => kubectl.ask([`--token=${token}`, ...words.split(' ')], object && JSON.stringify(object));

  test.each(CALLS.map(call => [call[0], call] as const))('it %s', async (_, call) => {
    const { code, stderr } = await asProvisioner(call);

    expect({ code, stderr: stderr.replace(/^Warning: .*\n/gm, '') }).toEqual({ code: 0, stderr: '' });
  });

  test.each(REFUSED.map(call => [call[0], call] as const))('it never %s', async (_, call) => {
    const { code, stderr } = await asProvisioner(call);

    expect({ code, isForbidden: stderr.includes('forbidden') }).toEqual({ code: 1, isForbidden: true });
  });
});
