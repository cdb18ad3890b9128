import { comparisons } from '../../../scripts/upgrades/compare';
import { summaryOf } from '../../../scripts/upgrades/summary';
import { Seen } from '../../../scripts/upgrades/trial';

const set = {
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name: 'db' },
  spec: { serviceName: 'db', selector: { matchLabels: { app: 'db' } }, template: { metadata: { labels: { app: 'db' } }, spec: { hostUsers: false, containers: [{ name: 'db', image: 'db:1' }] } } },
};
const seen = (more: Partial<Seen> = {}): Seen => ({
  given: { name: 'users', manifest: set }, refusedWhenCreated: false, refusedWhenApplied: false, changesPods: true, obeyed: ['/spec/template/spec/hostUsers'], ignored: [], messages: [], ...more,
});

test('what the servers did is what upgrade-check says', () => {
  const all = comparisons([seen()], '1.32', '1.33');

  expect(all.map(({ question, server, tool }) => [question, server, tool])).toEqual([
    ['refused when created', '', ''],
    ['refused when applied again', '', ''],
    ['pods restart', 'yes', 'yes'],
    ['fields obeyed', '/spec/template/spec/hostUsers', '/spec/template/spec/hostUsers'],
    ['fields ignored', '', ''],
  ]);
  expect(summaryOf(all, '1.32', '1.33')).toBe('| 1.32 to 1.33 | 1 | 5 | 0 | 0 | 1 | 1 | 0 | 0 | 0 |');
});

test('what differs counts, and of what is refused no fields are asked', () => {
  const all = comparisons([seen({ refusedWhenCreated: true, changesPods: false })], '1.32', '1.33');

  expect(all).toHaveLength(3);
  expect(summaryOf(all, '1.32', '1.33')).toBe('| 1.32 to 1.33 | 1 | 3 | 1 | 0 | 0 | 0 | 0 | 2 | 0 |');
});
