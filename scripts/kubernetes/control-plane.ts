import { join } from 'node:path';
import { etcd, kubernetes, kwok, kwokStages } from './binaries';
import { Credentials } from './credentials';

const HOST = '127.0.0.1';
const STAGES_OF_CLAIMS = join(__dirname, 'claim-stages.yaml');

/** Where the processes of a cluster listen. */
export interface Ports {
  readonly etcd: number;
  readonly etcdPeers: number;
  readonly server: number;
}

/** A process to be started. */
export interface ProcessPlan {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
}

const flags = (values: Record<string, string | number>) => Object.entries(values).map(([name, value]) => `--${name}=${value}`);

/** The processes without which the API server does not answer, in the order in which they are started. */
export function serverProcesses(minor: string, folder: string, ports: Ports, credentials: Credentials): ProcessPlan[] {
  const [clients, peers] = [ports.etcd, ports.etcdPeers].map(port => `http://${HOST}:${port}`);
  return [{
    name: 'etcd',
    program: etcd(),
    args: [...flags({
      'data-dir': join(folder, 'etcd'),
      'listen-client-urls': clients,
      'advertise-client-urls': clients,
      'listen-peer-urls': peers,
      'initial-advertise-peer-urls': peers,
      'initial-cluster': `default=${peers}`,
    }), '--unsafe-no-fsync'],
  }, {
    name: 'kube-apiserver',
    program: kubernetes(minor, 'kube-apiserver'),
    args: flags({
      'etcd-servers': clients,
      'bind-address': HOST,
      'advertise-address': HOST,
      'secure-port': ports.server,
      // It would write the address into the Service `kubernetes`, which takes none of the loopback interface.
      'endpoint-reconciler-type': 'none',
      'cert-dir': credentials.certificates,
      'token-auth-file': credentials.tokens,
      'authorization-mode': 'Node,RBAC',
      // PodSecurity is on by default.
      'enable-admission-plugins': 'NodeRestriction',
      'allow-privileged': 'true',
      'service-cluster-ip-range': '10.96.0.0/16',
      'service-account-issuer': 'https://kubernetes.default.svc',
      'service-account-key-file': credentials.verifyingKey,
      'service-account-signing-key-file': credentials.signingKey,
    }),
  }];
}

/** The processes that need an API server. */
export function controllerProcesses(minor: string, credentials: Credentials): ProcessPlan[] {
  // Nobody asks for their metrics, so they need no port.
  const alone = { 'leader-elect': 'false', 'secure-port': 0 };
  return [{
    name: 'kube-controller-manager',
    program: kubernetes(minor, 'kube-controller-manager'),
    args: flags({
      'kubeconfig': credentials.kubeconfig('controller-manager'),
      'root-ca-file': credentials.certificate,
      'service-account-private-key-file': credentials.signingKey,
      'use-service-account-credentials': 'true',
      ...alone,
    }),
  }, {
    name: 'kube-scheduler',
    program: kubernetes(minor, 'kube-scheduler'),
    args: flags({ kubeconfig: credentials.kubeconfig('scheduler'), ...alone }),
  }, {
    name: 'kwok',
    program: kwok(),
    args: [
      ...flags({ 'kubeconfig': credentials.kubeconfig('kwok'), 'manage-all-nodes': 'true', 'node-lease-duration-seconds': 40 }),
      ...flags({ config: kwokStages() }), ...flags({ config: STAGES_OF_CLAIMS }),
    ],
  }];
}
