import { statefulSet } from './support';
import { diffInEach, plansInEach } from '../../src/diff/in-clusters';
import { ApiModel } from '../../src/kubernetes/api/model';

const models = [ApiModel.of()];
const scaled = (name: string | undefined, to: number, accepted?: ReadonlyMap<string, string>) =>
  ({ name, models, accepted, before: [statefulSet()], after: [statefulSet({ replicas: to })] });

test('each cluster is compared for itself, and what is the same is told once', () => {
  const { changes, summary } = diffInEach([scaled('dev', 1), scaled('eu', 3), scaled('us', 1)]);

  expect(changes.map(({ id, clusters }) => [id, clusters])).toEqual([['scale-in-leaves-claims:data/db', ['dev', 'us']]]);
  expect(summary).toMatchObject({ changes: 1, dangerous: 1 });
});

test('a danger that is accepted in one cluster is none there, and stays one elsewhere', () => {
  const { changes, summary } = diffInEach([scaled('dev', 1, new Map([['scale-in-leaves-claims:data/db', 'test data']])), scaled('us', 1)]);

  expect(changes.map(({ severity, clusters }) => [severity, clusters])).toEqual([['error', ['us']], ['warning', ['dev']]]);
  expect(summary).toMatchObject({ dangerous: 1, accepted: 1 });
});

test('one cluster without a name is compared as ever', () => {
  const { changes, kubernetesVersions } = diffInEach([scaled(undefined, 1)]);

  expect(changes).toMatchObject([{ id: 'scale-in-leaves-claims:data/db' }]);
  expect(changes[0]).not.toHaveProperty('clusters');
  expect(kubernetesVersions).toEqual(['1.36']);
});

test('versions of all clusters are named', () => {
  const { kubernetesVersions } = diffInEach([{ ...scaled('eu', 3), models: [ApiModel.of('1.35')] }, scaled('us', 3)]);

  expect(kubernetesVersions).toEqual(['1.35', '1.36']);
});

test('a plan that is the same for several clusters is there once, and says for which', () => {
  const plans = plansInEach(diffInEach([scaled('dev', 1), scaled('us', 1), scaled('eu', 2)]));

  expect(plans.map(({ title }) => title)).toEqual(['StatefulSet data/db from 3 to 1 replicas in clusters dev and us', 'StatefulSet data/db from 3 to 2 replicas in cluster eu']);
  expect(plansInEach(diffInEach([scaled(undefined, 1)])).map(({ title }) => title)).toEqual(['StatefulSet data/db from 3 to 1 replicas']);
});
