import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CNI_PROGRAMS } from './requirements';
import { ProcessPlan } from '../control-plane';

export const CONTAINERD_SOCKET = '/run/containerd/containerd.sock';

/** The image of the container that holds the network of a pod. */
export const PAUSE_IMAGE = 'cdk8s-stateful.dev/pause:1';

const configuration = (networks: string) => `version = 2
root = "/var/lib/containerd"
state = "/run/containerd"
[grpc]
  address = "${CONTAINERD_SOCKET}"
[plugins."io.containerd.grpc.v1.cri"]
  sandbox_image = "${PAUSE_IMAGE}"
  restrict_oom_score_adj = true
  [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
    runtime_type = "io.containerd.runc.v2"
    [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
      SystemdCgroup = false
  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = "${CNI_PROGRAMS}"
    conf_dir = "${networks}"
`;

/** Each pod has a cable to its node, which passes on what is for others. */
const podNetwork = (subnet: string) => ({
  cniVersion: '0.4.0',
  name: 'pods',
  plugins: [
    { type: 'ptp', ipam: { type: 'host-local', ranges: [[{ subnet }]], routes: [{ dst: '0.0.0.0/0' }], dataDir: '/run/cni' } },
    { type: 'portmap', capabilities: { portMappings: true } },
  ],
});

/** The container runtime of a node, whose pods have addresses of a subnet. */
export function containerd(folder: string, subnet: string): ProcessPlan {
  const [networks, config] = [join(folder, 'networks'), join(folder, 'containerd.toml')];
  mkdirSync(networks, { recursive: true });
  writeFileSync(config, configuration(networks));
  writeFileSync(join(networks, 'pods.conflist'), JSON.stringify(podNetwork(subnet), undefined, 2));
  return { name: 'containerd', program: 'containerd', args: [`--config=${config}`] };
}
