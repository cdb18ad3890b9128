import { SERVICE_ADDRESSES } from './network';
import { ProcessPlan, flags } from '../control-plane';
import { GoModule } from '../go-module';

export const PACKAGE = 'github.com/cloudnativelabs/kube-router/v2/cmd/kube-router';

/** The first of its rules, which are in chains of their own. */
export const POLICY_CHAIN = 'KUBE-ROUTER-FORWARD';

const program = () => new GoModule('policies').program({ name: 'kube-router', package: PACKAGE });

/** Builds it if it was never built. */
export function buildKubeRouter(): void {
  program();
}

/** The process that enforces NetworkPolicies on a node. It can do more, which others do here: kube-proxy, and the routes that each node has. */
export function kubeRouter(node: string, kubeconfig: string): ProcessPlan {
  return {
    name: 'kube-router',
    program: program(),
    args: flags({
      'kubeconfig': kubeconfig,
      'hostname-override': node,
      'run-firewall': 'true',
      'run-router': 'false',
      'run-service-proxy': 'false',
      'run-loadbalancer': 'false',
      'enable-cni': 'false',
      'service-cluster-ip-range': SERVICE_ADDRESSES,
    }),
  };
}
