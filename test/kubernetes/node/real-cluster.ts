import { Cluster } from '../../../scripts/kubernetes/cluster';
import { DEFAULT_MINOR } from '../../../scripts/kubernetes/minors';
import { missingForNodes } from '../../../scripts/kubernetes/node/requirements';
import { needs } from '../../support/needs';

/** Building programs and images takes many minutes if it was never done. */
const START_MS = 3_600_000;
export const MINOR = process.env.KUBERNETES ?? DEFAULT_MINOR;

/**
 * Tests on a cluster whose nodes are real; skipped where none can be.
 *
 * @param domain what names end in there, if not in `cluster.local`
 */
export function describeOnNodes(title: string, count: number, images: readonly string[], tests: (cluster: Cluster) => void, domain?: string): void {
  const missing = missingForNodes();
  needs(missing.length === 0, missing[0]).describe(`${title} on Kubernetes ${MINOR}, ${count} real nodes`, () => {
    const cluster = new Cluster(`nodes-${process.pid}-${Date.now() % 10_000}`);
    beforeAll(async () => {
      await cluster.up(MINOR, count, domain);
      cluster.load(images);
    }, START_MS);
    afterAll(() => cluster.down());
    tests(cluster);
  });
}
