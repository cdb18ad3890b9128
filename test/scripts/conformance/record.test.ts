import { agrees, comparisonsOf, recordOf } from '../../../scripts/conformance/record';
import { Answer, Oracle } from '../../../scripts/conformance/verdict';
import { ApiModel } from '../../../src/kubernetes/api/model';
import { deriveObjects } from '../../../src/kubernetes/derive';
import { Manifest } from '../../../src/kubernetes/manifest';

/** A server that refuses what a text is in. */
function serverThatRefuses(text: string, leftOut?: string): Oracle {
  const ask = async (manifest: Manifest): Promise<Answer> => {
    const refused = JSON.stringify(manifest).includes(text);
    return { refused, message: refused ? 'no' : '', causes: [], warnings: [], leftOut: refused ? leftOut : undefined };
  };
  const askDerived = (object: Manifest) =>
    Promise.all(deriveObjects(object).map(async ({ manifest }) => ({ manifest, answer: await ask(manifest) })));
  return { ask, askDerived } as unknown as Oracle;
}

const deployment = (image: string) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web' },
  spec: { selector: { matchLabels: { app: 'a' } }, template: { metadata: { labels: { app: 'a' } }, spec: { containers: [{ name: 'web', image }] } } },
});

const question = (manifest: Manifest) => ({ manifest, what: 'a change', mutation: 'missing' as const });

test('an object and its Pod are compared', async () => {
  const record = await recordOf(question(deployment('a:1')), serverThatRefuses('nothing'), ApiModel.of('1.36'));

  expect(comparisonsOf(record).map(comparison => [comparison.about, comparison.manifest.kind, agrees(comparison)])).toEqual([['object', 'Deployment', true], ['derived', 'Pod', true]]);
});

test('an object whose Pod is refused counts as refused', async () => {
  const record = await recordOf(question(deployment('a:1')), serverThatRefuses('"kind":"Pod"'), ApiModel.of('1.36'));

  const [object, pod] = comparisonsOf(record);

  expect([object.refused, agrees(object), pod.refused, agrees(pod)]).toEqual([true, false, true, false]);
});

test('of a refused object no Pod is asked about', async () => {
  const record = await recordOf(question(deployment('')), serverThatRefuses('Deployment'), ApiModel.of('1.36'));

  expect(comparisonsOf(record).map(comparison => [comparison.about, agrees(comparison)])).toEqual([['object', true]]);
});

test('what depends on the cluster is not compared', async () => {
  const record = await recordOf(question(deployment('a:1')), serverThatRefuses('Deployment', 'a namespace that is not there'), ApiModel.of('1.36'));

  expect(comparisonsOf(record)).toEqual([]);
});

test('a PodTemplate stands for itself', async () => {
  const template = { apiVersion: 'v1', kind: 'PodTemplate', metadata: { name: 'web' }, template: deployment('a:1').spec.template };

  const record = await recordOf(question(template), serverThatRefuses('"kind":"Pod"'), ApiModel.of('1.36'));

  expect(comparisonsOf(record).map(({ about, refused }) => [about, refused])).toEqual([['object', false], ['derived', true]]);
});

test('the Job of a CronJob counts as refused if its Pod is', async () => {
  const cronJob = { apiVersion: 'batch/v1', kind: 'CronJob', metadata: { name: 'web' }, spec: { schedule: '@daily', jobTemplate: { spec: { template: deployment('a:1').spec.template } } } };

  const record = await recordOf(question(cronJob), serverThatRefuses('"kind":"Pod"'), ApiModel.of('1.36'));

  expect(comparisonsOf(record).map(({ manifest, refused }) => [manifest.kind, refused])).toEqual([['CronJob', true], ['Job', true], ['Pod', true]]);
});

test('an object whose Pod depends on the cluster is not compared', async () => {
  const record = await recordOf(question(deployment('a:1')), serverThatRefuses('"kind":"Pod"', 'a namespace that is not there'), ApiModel.of('1.36'));

  expect(comparisonsOf(record)).toEqual([]);
});
