import { one, parsesInBash, planOf } from './support';
import { object, podTemplate } from '../support';

const set = (labels: Record<string, string>) => one({ selector: { matchLabels: labels }, template: podTemplate({}, {}, labels) });
const service = (selector: Record<string, string>, name = 'db') => object('v1', 'Service', { spec: { clusterIP: 'None', selector, ports: [{ port: 80 }] } }, name);
const [OLD, NEW] = [{ app: 'db', tier: 'a' }, { app: 'db', tier: 'b' }];
const planned = (before: Record<string, string>, after: Record<string, string>) => planOf([set(OLD), service(before)], [set(NEW), service(after)]);
const MARKED = 'Let Service db find the pods by the mark';
const LABELLED = 'Label the pods so that the set takes them over';

test('while pods get other labels, their Service finds them by a mark', () => {
  const { steps } = planned({ tier: 'a' }, { tier: 'b' });
  const titles = steps.map(({ title }) => title.replace(/:.*/, ''));

  expect(titles.filter(title => /mark|Label|Change what|Delete the set/i.test(title))).toEqual([
    'Mark the pods, so that their Services find them while their labels change',
    MARKED,
    'Delete the set and nothing else',
    LABELLED,
    'Change what the new pods read, and what selects them',
    'Take the mark off the pods',
  ]);
  expect(steps.find(({ title }) => title === MARKED)).toMatchObject({ patch: { spec: { selector: { 'cdk8s-stateful/taken-over': 'db' } } } });
  parsesInBash(steps);
});

test('so it does on the way back, and gets its labels back when the pods have theirs', () => {
  const { wayBack } = planned({ tier: 'a' }, { tier: 'b' });
  const titles = wayBack.map(({ title }) => title.replace(/:.*/, ''));
  const at = (title: string) => titles.indexOf(title);

  expect(at(MARKED)).toBeGreaterThanOrEqual(0);
  expect(at(MARKED)).toBeLessThan(at(LABELLED));
  expect(at(LABELLED)).toBeLessThan(at('Let the Services find the pods by their labels again'));
  expect(titles).not.toContain('Change it back');
});

test.each([
  ['that picks the pods by labels which stay', { app: 'db' }, { app: 'db' }],
  ['that would not find the new pods anyway', { tier: 'a' }, { tier: 'c' }],
  ['of other pods', { app: 'web', tier: 'a' }, { app: 'web', tier: 'b' }],
])('a Service %s is left alone', (_, before, after) => {
  expect(planned(before, after).steps.map(({ title }) => title)).not.toContain(MARKED);
});
