import { join } from 'node:path';
import { etcd, kubernetes } from './binaries';
import { Credentials } from './credentials';

/** Where etcd listens, and the API server of a cluster without real nodes. */
export const HOST = '127.0.0.1';

/** What an API server on the loopback interface must be told: it would write its address into the Service `kubernetes`, which takes none of these. */
export const FLAGS_ON_LOOPBACK = { 'endpoint-reconciler-type': 'none' };

/** What a control plane must know of its cluster. */
export interface ControlPlaneOptions {
  readonly minor: string;
  readonly folder: string;
  readonly credentials: Credentials;
  /** Where etcd listens for the API server, and where for other members. */
  readonly ports: { readonly etcd: number; readonly etcdPeers: number };
  /** Where the API server listens. */
  readonly server: { readonly host: string; readonly port: number };
  /** What the API server must be told of the nodes. */
  readonly serverFlags: Readonly<Record<string, string>>;
}

/** A process to be started. */
export interface ProcessPlan {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
}

/** Flags of a program. */
export const flags = (values: Record<string, string | number>) => Object.entries(values).map(([name, value]) => `--${name}=${value}`);

/** The processes without which the API server does not answer, in the order in which they are started. */
export function serverProcesses({ minor, folder, credentials, ports, server, serverFlags }: ControlPlaneOptions): ProcessPlan[] {
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
      'bind-address': server.host,
      'advertise-address': server.host,
      'secure-port': server.port,
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
      ...serverFlags,
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
  }];
}
