import { ARGO_CD_CASES } from './argo-cd-cases';
import { DeployerCase, outcomeOf } from './deployer-case';
import { FLUX_CASES } from './flux-cases';
import { helmCases } from './helm-cases';
import { Cluster } from '../../../scripts/kubernetes/cluster';
import { ArgoCd, missingForArgoCd } from '../../../scripts/kubernetes/deployers/argo-cd';
import { Deployer } from '../../../scripts/kubernetes/deployers/deployer';
import { Flux, missingForFlux } from '../../../scripts/kubernetes/deployers/flux';
import { HELM_MAJORS, Helm, missingForHelm } from '../../../scripts/kubernetes/deployers/helm';
import { DEFAULT_MINOR } from '../../../scripts/kubernetes/minors';
import { sameData } from '../../../src/kubernetes/manifest';
import { ALL, WITH_ALL } from '../../support/all';
import { needs } from '../../support/needs';

const START_MS = 7_200_000;

/** What Helm, Argo CD and Flux do with an object, beside what the differ says that they do. */
needs(ALL, WITH_ALL).describe(`Deployers on Kubernetes ${DEFAULT_MINOR}`, () => {
  const cluster = new Cluster(`test-deployers-${process.pid}`);

  beforeAll(() => cluster.up(DEFAULT_MINOR), START_MS);
  afterAll(() => cluster.down());

  for (const major of HELM_MAJORS) {
    describeDeployer(`helm-${major}`, missingForHelm, helmCases(major), async folder => new Helm(major, folder, cluster.kubeconfig));
  }
  describeDeployer('argo-cd', missingForArgoCd, ARGO_CD_CASES, async folder => started(new ArgoCd(folder, cluster.kubectl)));
  describeDeployer('flux', missingForFlux, FLUX_CASES, async folder => started(new Flux(folder, cluster.kubectl)));

  type Make = (folder: string) => Promise<Deployer>;

  function describeDeployer(name: string, missing: () => string[], cases: readonly DeployerCase[], make: Make): void {
    const [reason] = ALL ? missing() : [];
    needs(reason === undefined, reason).describe(name, () => {
      let deployer: Deployer;

      beforeAll(async () => { deployer = await make(cluster.folderFor(name)); }, START_MS);
      afterAll(() => deployer?.end());

      test.each(cases.map((one, index) => [one.title, one, index] as const))('%s', async (_, one, index) => {
        const expected = { fates: one.fates, said: one.said ?? one.fates };

        const { real, said } = await outcomeOf(deployer, cluster.kubectl, `${name}-${index}`, one);

        // Nothing is said of sides that are the same.
        expect({ fates: real, said: sameData(one.before, one.after) ? expected.said : said }).toEqual(expected);
      });
    });
  }
});

async function started<T extends Deployer & { start(): Promise<void> }>(deployer: T): Promise<T> {
  await deployer.start();
  return deployer;
}
