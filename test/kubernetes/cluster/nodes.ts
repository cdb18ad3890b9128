import { Kubectl } from '../../../scripts/kubernetes/kubectl';
import { LiveObject } from '../../../scripts/kubernetes/live-object';

/** Lets no new pod onto any node while something is done. */
export async function withAllCordoned(kubectl: Kubectl, run: () => Promise<void>): Promise<void> {
  const nodes = (await kubectl.run(['get', 'nodes', '-o', 'name'])).trim().split('\n');
  await kubectl.run(['cordon', ...nodes]);
  try { await run(); } finally { await kubectl.run(['uncordon', ...nodes]); }
}

/** The node that has the first running pod of a workload which is not on every node; undefined if there is none. */
export async function nodeToDrain(kubectl: Kubectl, namespace: string): Promise<string | undefined> {
  const { items } = JSON.parse(await kubectl.run(['get', 'pods', '-n', namespace, '-o', 'json']));
  const pod = items.find(({ status, metadata }: LiveObject) =>
    status.phase === 'Running' && metadata.ownerReferences?.some(({ kind }) => kind !== 'DaemonSet'));
  return pod?.spec.nodeName;
}

/** True if the node could be drained, false if a budget held a pod there. */
export async function drain(kubectl: Kubectl, node: string, seconds: number): Promise<boolean> {
  const { code, stderr } = await kubectl.ask(['drain', node, '--ignore-daemonsets', '--delete-emptydir-data', `--timeout=${seconds}s`]);
  await kubectl.run(['uncordon', node]);
  if (code !== 0 && !stderr.includes('disruption budget')) { throw new Error(stderr); }
  return code === 0;
}
