import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kubernetes } from '../binaries';
import { ProcessPlan } from '../control-plane';

const configuration = (name: string, kubeconfig: string, addressesOfPods: string) => ({
  apiVersion: 'kubeproxy.config.k8s.io/v1alpha1',
  kind: 'KubeProxyConfiguration',
  clientConnection: { kubeconfig },
  hostnameOverride: name,
  clusterCIDR: addressesOfPods,
  // The one mode that all minors have.
  mode: 'iptables',
  oomScoreAdj: 0,
  // These would be set for the whole kernel.
  conntrack: { maxPerCore: 0, min: 0 },
});

/** The process that makes addresses of Services work on a node. */
export function kubeProxy(options: { minor: string; folder: string; name: string; kubeconfig: string; addressesOfPods: string }): ProcessPlan {
  const config = join(options.folder, 'kube-proxy.json');
  writeFileSync(config, JSON.stringify(configuration(options.name, options.kubeconfig, options.addressesOfPods), undefined, 2));
  return { name: 'kube-proxy', program: kubernetes(options.minor, 'kube-proxy'), args: [`--config=${config}`] };
}
