import { one, sized } from './support';
import { diff } from '../../../src/diff/diff';
import { plansFor } from '../../../src/diff/plan/plan';
import { Manifest } from '../../../src/kubernetes/manifest';
import { podTemplate } from '../support';

describe('no plan', () => {
  test.each<[string, Manifest, Manifest]>([
    ['for a set that would not be valid', one(), one({ serviceName: 'x', replicas: -1 })],
    ['for a set whose pods can never be created', one(), one({ serviceName: 'x', template: podTemplate({ image: '' }) })],
    ['for names that no cluster holds', one({}, { name: 'a; rm -rf ~' }), one({ serviceName: 'x' }, { name: 'a; rm -rf ~' })],
    ['for a claim that would have to shrink', one(), one({ ...sized('1Mi'), serviceName: 'x' })],
    ['for pods that the selector would not find', one(), one({ selector: { matchLabels: { name: 'db' } } })],
  ])('%s', (_, before, after) => {
    expect(plansFor(diff([before], [after]))).toEqual([]);
  });
});
