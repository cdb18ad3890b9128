import { UpdateStrategy } from '../../../src/constructs/options/update-strategy';

test('a rolling update takes every pod by default', () => {
  expect(UpdateStrategy.rollingUpdate().toStrategy()).toEqual({ type: 'RollingUpdate', rollingUpdate: { partition: 0 } });
});

test('a partition makes a canary', () => {
  expect(UpdateStrategy.rollingUpdate({ partition: 2 }).toStrategy()).toEqual({ type: 'RollingUpdate', rollingUpdate: { partition: 2 } });
});

test('onDelete has no partition', () => {
  expect(UpdateStrategy.onDelete().toStrategy()).toEqual({ type: 'OnDelete' });
  expect(UpdateStrategy.onDelete().problems()).toEqual([]);
});

test.each([-1, 1.5])('a partition of %s is a problem', partition => {
  expect(UpdateStrategy.rollingUpdate({ partition }).problems()).toEqual([expect.stringContaining(`got ${partition}`)]);
});
