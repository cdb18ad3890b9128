import { Kubectl } from '../../../scripts/kubernetes/kubectl';
import { LiveObject } from '../../../scripts/kubernetes/live-object';

const LINES = 15;
const EVENTS = 'custom-columns=OBJECT:.involvedObject.name,REASON:.reason,MESSAGE:.message';

/** Runs a test's body. If it fails, its error also has what happened in the namespace: pods, claims, events, and each container's last lines. */
export async function told(kubectl: Kubectl, namespace: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error: any) {
    error.message += `\n${await storyOf(kubectl, namespace)}`;
    throw error;
  }
}

async function storyOf(kubectl: Kubectl, namespace: string): Promise<string> {
  const at = ['-n', namespace];
  const [objects, events, pods] = await Promise.all([
    kubectl.ask(['get', 'pods,pvc,jobs', ...at, '-o', 'wide']),
    kubectl.ask(['get', 'events', ...at, '--sort-by=.lastTimestamp', '-o', EVENTS]),
    kubectl.ask(['get', 'pods', ...at, '-o', 'json']),
  ]);
  const { items }: { items: LiveObject[] } = pods.code === 0 ? JSON.parse(pods.stdout) : { items: [] };
  const logs = await Promise.all(items.map(async ({ metadata: { name } }) => {
    const { stdout, stderr } = await kubectl.ask(['logs', ...at, name, '--all-containers', '--prefix', `--tail=${LINES}`]);
    return stdout + stderr;
  }));
  return [objects.stdout, events.stdout, ...logs].join('\n');
}
