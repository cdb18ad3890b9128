import { mkdirSync, statfsSync } from 'node:fs';
import { totalmem } from 'node:os';
import { GoModule } from './go-module';
import { CACHE } from './paths';

const GIBIBYTE = 2 ** 30;
/** Go's own cache, its modules and our binaries take eight of them where nothing was built yet, images and volumes the rest. */
const DISK = { first: 12, built: 3 };
/** The linker of the API server alone needs two. */
const MEMORY = 6;

/** What this machine lacks to build Kubernetes and to run it with simulated nodes; empty if nothing. */
export function missingForClusters(minor: string): string[] {
  mkdirSync(CACHE, { recursive: true });
  const { bavail, bsize } = statfsSync(CACHE);
  const [disk, memory] = [bavail * bsize / GIBIBYTE, totalmem() / GIBIBYTE];
  const module = new GoModule(minor);
  const needed = module.holds('kube-apiserver') ? DISK.built : DISK.first;
  return [
    ...module.missing('k8s.io/kubernetes'),
    ...disk < needed ? [`disk: ${needed} GiB must be free at ${CACHE}, and ${disk.toFixed(1)} are`] : [],
    ...memory < MEMORY ? [`memory: ${MEMORY} GiB are needed, and there are ${memory.toFixed(1)}`] : [],
  ];
}
