import { Manifest } from '../../../src/kubernetes/manifest';
import { claimTemplate, object, podTemplate, refusals, statefulSet } from '../support';

const [ONE, TWO] = [{ name: 'A', value: '1' }, { name: 'B', value: '2' }];
const pod = (...env: object[]) => object('v1', 'Pod', { spec: { containers: [{ name: 'a', image: 'a:1', env }] } });
const job = (...env: object[]) => object('batch/v1', 'Job', { spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'a', image: 'a:1', env }] } } } });
const set = (...names: string[]) => statefulSet({ volumeClaimTemplates: names.map(name => claimTemplate(name)) });
const setWith = (...env: object[]) => statefulSet({ template: podTemplate({ env }) });

describe('the order of what never changes', () => {
  test.each<[string, Manifest, Manifest, string]>([
    ['variables of a Pod', pod(ONE, TWO), pod(TWO, ONE), '/spec/containers/0/env'],
    ['variables of a Job', job(ONE, TWO), job(TWO, ONE), '/spec/template/spec/containers/0/env'],
    ['claim templates of a set', set('data', 'log'), set('log', 'data'), '/spec/volumeClaimTemplates'],
  ])('%s stay in place', (_, before, after, path) => {
    expect(refusals(before, after, [], '1.29')).toEqual([['list-order', path]]);
  });

  test('before 1.29, apply does nothing if only the order of merged items is another one', () => {
    const withDeadline = (manifest: Manifest) => ({ ...manifest, spec: { ...manifest.spec, activeDeadlineSeconds: 9 } });

    expect(refusals(job(ONE, TWO), job(TWO, ONE), [], '1.28')).toEqual([]);
    expect(refusals(job(ONE, TWO), withDeadline(job(TWO, ONE)), [], '1.28')).toEqual([['list-order', '/spec/template/spec/containers/0/env']]);
  });

  test('elsewhere the order of items with a key is free', () => {
    expect(refusals(setWith(ONE, TWO), setWith(TWO, ONE))).toEqual([]);
  });

  test('items that come or go are another rule\'s', () => {
    expect(refusals(pod(ONE), pod(TWO, ONE)).map(([rule]) => rule)).not.toContain('list-order');
  });
});
