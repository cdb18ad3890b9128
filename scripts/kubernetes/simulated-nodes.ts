import { join } from 'node:path';
import { BackgroundProcess } from './background-process';
import { buildAll, kwok, kwokStages } from './binaries';
import { FLAGS_ON_LOOPBACK, HOST, flags } from './control-plane';
import { Credentials } from './credentials';
import { Kubectl } from './kubectl';
import { Nodes } from './nodes';
import { freePorts } from './ports';

const STAGES_OF_CLAIMS = join(__dirname, 'claim-stages.yaml');
const RESOURCES = { 'cpu': '16', 'memory': '64Gi', 'ephemeral-storage': '100Gi', 'pods': '110' };

/** A node that kwok makes ready. Nodes of clouds are in a zone, others mostly are not. */
export const simulatedNode = (name: string, zone?: string, images: readonly string[] = []) => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: {
    name,
    labels: {
      'kubernetes.io/arch': 'amd64',
      'kubernetes.io/hostname': name,
      'kubernetes.io/os': 'linux',
      ...zone && { 'topology.kubernetes.io/region': 'region', 'topology.kubernetes.io/zone': zone },
    },
  },
  status: {
    allocatable: RESOURCES,
    capacity: RESOURCES,
    // The scheduler prefers a node that has pulled a large image.
    images: images.map(image => ({ names: [image], sizeBytes: 900_000_000 })),
  },
});

/** One node in each zone, and the class of a claim that names none. */
const OBJECTS = [
  simulatedNode('node-1', 'zone-1'),
  simulatedNode('node-2', 'zone-2'),
  simulatedNode('node-3', 'zone-3'),
  {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: 'standard', annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
    provisioner: 'cdk8s-stateful.dev/simulated',
    volumeBindingMode: 'WaitForFirstConsumer',
    allowVolumeExpansion: true,
  },
];

/** Nodes that kwok makes up: pods become ready as soon as they are scheduled, and nothing runs. */
export class SimulatedNodes implements Nodes {
  public readonly description = 'simulated';
  public readonly host = HOST;
  public readonly serverFlags = FLAGS_ON_LOOPBACK;
  public readonly processes: readonly BackgroundProcess[];
  private readonly kwok: BackgroundProcess;

  constructor(private readonly minor: string, folder: string, private readonly credentials: Credentials) {
    this.kwok = new BackgroundProcess('kwok', folder);
    this.processes = [this.kwok];
  }

  public build(): void {
    buildAll(this.minor, 'simulated');
  }

  public async port(): Promise<number> {
    return (await freePorts(1))[0];
  }

  public prepare(): void {
    // They need nothing before there is a server.
  }

  public async start(kubectl: Kubectl): Promise<void> {
    this.kwok.start(kwok(), [
      ...flags({ 'kubeconfig': this.credentials.kubeconfig('kwok'), 'manage-all-nodes': 'true', 'node-lease-duration-seconds': 40 }),
      ...flags({ config: kwokStages() }), ...flags({ config: STAGES_OF_CLAIMS }),
    ]);
    await kubectl.apply(OBJECTS);
  }

  public async ready(): Promise<void> {
    // Nothing runs in the cluster but what its user asks for.
  }

  public end(): Promise<void> {
    return this.kwok.end();
  }
}
