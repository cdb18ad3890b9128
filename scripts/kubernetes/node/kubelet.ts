import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTAINERD_SOCKET } from './containerd';
import { DNS_ADDRESS } from './network';
import { nfsEnvironment } from './nfs';
import { kubernetes } from '../binaries';
import { ProcessPlan } from '../control-plane';

/** What the kubelet of a node must know. */
export interface KubeletOptions {
  readonly minor: string;
  /** Of the cluster. */
  readonly cluster: string;
  /** Of the node. */
  readonly folder: string;
  readonly name: string;
  readonly address: string;
  readonly cgroup: string;
  /** What names of the cluster end in. */
  readonly domain: string;
  readonly kubeconfig: string;
  /** Certificate by which it knows the API server. */
  readonly clientCertificate: string;
}

const configuration = ({ address, cgroup, clientCertificate, domain }: KubeletOptions, resolvConf: string) => ({
  apiVersion: 'kubelet.config.k8s.io/v1beta1',
  kind: 'KubeletConfiguration',
  address,
  authentication: { anonymous: { enabled: false }, webhook: { enabled: true }, x509: { clientCAFile: clientCertificate } },
  authorization: { mode: 'Webhook' },
  clusterDomain: domain,
  clusterDNS: [DNS_ADDRESS],
  containerRuntimeEndpoint: `unix://${CONTAINERD_SOCKET}`,
  resolvConf,
  volumePluginDir: '/var/lib/kubelet/volume-plugins',
  cgroupDriver: 'cgroupfs',
  cgroupRoot: cgroup,
  // The node is no machine of its own: its programs have no groups, and the memory of all nodes is one.
  enforceNodeAllocatable: [],
  oomScoreAdj: 0,
  failSwapOn: false,
  // From 1.35 on it refuses the older cgroups otherwise.
  failCgroupV1: false,
  // The disk is the machine's. If it looks full, images would be deleted, and none can be pulled again.
  imageGCHighThresholdPercent: 100,
  evictionHard: { 'memory.available': '50Mi', 'nodefs.available': '1%', 'nodefs.inodesFree': '1%', 'imagefs.available': '1%' },
});

export function kubelet(options: KubeletOptions): ProcessPlan {
  const [config, resolvConf] = [join(options.folder, 'kubelet.json'), join(options.folder, 'resolv.conf')];
  // There is no DNS but the cluster's.
  writeFileSync(resolvConf, '');
  writeFileSync(config, JSON.stringify(configuration(options, resolvConf), undefined, 2));
  return {
    name: 'kubelet',
    program: 'env',
    args: [
      ...Object.entries(nfsEnvironment(options.cluster)).map(([name, value]) => `${name}=${value}`),
      kubernetes(options.minor, 'kubelet'),
      `--config=${config}`,
      `--kubeconfig=${options.kubeconfig}`,
      `--hostname-override=${options.name}`,
      `--node-ip=${options.address}`,
    ],
  };
}
