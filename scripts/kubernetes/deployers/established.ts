import { Kubectl } from '../kubectl';
import { waitUntil } from '../wait';

/** Waits until the server serves all kinds that were defined. Of one that has no status yet, kubectl's own wait is an error. */
export async function established(kubectl: Kubectl): Promise<void> {
  await waitUntil('all definitions are established', 60, async () =>
    (await kubectl.ask(['wait', '--for=condition=Established', 'crd', '--all', '--timeout=10s'])).code === 0);
}
