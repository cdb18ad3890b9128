import { Manifest } from '../../../src/kubernetes/manifest';
import { object, refusals } from '../support';

type Fields = Record<string, any>;

const job = (spec: Fields = {}, pod: Fields = {}, metadata?: Fields): Manifest => object('batch/v1', 'Job', {
  spec: { suspend: true, ...spec, template: { ...metadata && { metadata }, spec: { restartPolicy: 'Never', containers: [{ name: 'a', image: 'a:1' }], ...pod } } },
});
const withResources = job({}, { containers: [{ name: 'a', image: 'a:1', resources: { requests: { cpu: '1' } } }] });
const withSelector = job({}, { nodeSelector: { disk: 'fast' } });
const STARTED = { startTime: '2024-01-01T00:00:00Z' };
const STOPPED = { ...STARTED, conditions: [{ type: 'Suspended', status: 'True' }] };
const live = (status: Fields, of = job()) => ({ ...of, status });
const refused = (before: Manifest, after: Manifest, version = '1.36') => refusals(before, after, [], version).map(([rule]) => rule);

describe('a suspended Job', () => {
  test.each([
    ['that never started may be scheduled elsewhere, in all versions', '1.27', job(), withSelector],
    ['that was started and stopped may be scheduled elsewhere, from 1.36 on', '1.36', live(STOPPED), withSelector],
    ['without pods gets other resources, from 1.36 on', '1.36', live(STOPPED), withResources],
    ['without pods gets other resources before it starts, too', '1.36', job(), withResources],
  ])('%s', (_, version, before, after) => {
    expect(refused(before, after, version)).toEqual([]);
  });

  test.each([
    ['that was started and stopped stays where it is before 1.36', '1.35', live(STOPPED), withSelector],
    ['keeps its resources before 1.36', '1.35', job(), withResources],
    ['that was started and has not stopped keeps its resources', '1.36', live(STARTED), withResources],
    ['with pods that still run keeps its resources', '1.36', live({ ...STOPPED, active: 1 }), withResources],
    ['keeps its image', '1.36', live(STOPPED), job({}, { containers: [{ name: 'a', image: 'a:2' }] })],
    ['keeps the resources of its pod as a whole', '1.36', live(STOPPED), job({}, { resources: { requests: { cpu: '1' } } })],
  ])('%s', (_, version, before, after) => {
    expect(refused(before, after, version)).toEqual(['job-immutable']);
  });
});

test('a Job that is not suspended keeps its template', () => {
  const running = (of: Manifest) => ({ ...of, spec: { ...of.spec, suspend: false } });

  expect(refused(running(job()), running(withSelector))).toEqual(['job-immutable']);
});

test.each([
  ['managedBy', { managedBy: 'example.com/kueue' }],
  ['successPolicy', { completionMode: 'Indexed', completions: 3, successPolicy: { rules: [{ succeededCount: 1 }] } }],
  ['backoffLimitPerIndex', { completionMode: 'Indexed', completions: 3, backoffLimitPerIndex: 1 }],
])('%s never changes', (field, spec) => {
  const before = job({ ...spec, [field]: undefined });

  expect(refusals(before, job(spec), [], '1.36')).toContainEqual(['job-immutable', `/spec/${field}`]);
});

test('a Job may replace its pods in another way', () => {
  expect(refused(job(), job({ podReplacementPolicy: 'Failed' }))).toEqual([]);
});

test('all labels of a template at once take along those by which the Job finds its pods', () => {
  const before = job({}, {}, { labels: { team: 'a' } });

  expect(refusals(before, job(), [], '1.36')).toEqual([['job-immutable', '/spec/template/metadata']]);
  expect(refused(before, job({}, {}, { labels: { team: 'b' } }))).toEqual([]);
});
