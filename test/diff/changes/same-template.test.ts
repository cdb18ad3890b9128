import { sameTemplate } from '../../../src/diff/changes/same-template';
import { ApiModel } from '../../../src/kubernetes/api/model';
import { stored } from '../../../src/kubernetes/api-server/defaults';
import { podTemplate, statefulSet } from '../support';

const MODEL = ApiModel.of('1.36');
const set = (container: Record<string, any> = {}) => statefulSet({ template: podTemplate(container) });
const ENV = [{ name: 'A', value: '1' }, { name: 'B', value: '2' }];

test.each([
  ['what the server writes into it', set(), stored(set(), MODEL), true],
  ['another number of pods', set(), { ...set(), spec: { ...set().spec, replicas: 9 } }, true],
  ['the same amount in other words', set({ resources: { limits: { cpu: '1' } } }), set({ resources: { limits: { cpu: '1000m' } } }), true],
  ['another image', set(), set({ image: 'postgres:15.4' }), false],
  ['variables in another order', set({ env: ENV }), set({ env: [...ENV].reverse() }), false],
])('%s', (_, before, after, isSame) => {
  expect(sameTemplate(before, after, MODEL)).toBe(isSame);
});
