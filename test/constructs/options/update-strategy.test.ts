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

test('several pods may be updated at once; one is the default', () => {
  expect(UpdateStrategy.rollingUpdate({ maxUnavailable: 1 }).toStrategy()).toEqual(UpdateStrategy.rollingUpdate().toStrategy());
  expect(UpdateStrategy.rollingUpdate({ maxUnavailable: 2 }).toStrategy()).toEqual({ type: 'RollingUpdate', rollingUpdate: { partition: 0, maxUnavailable: 2 } });
});

test.each([0, 1.5])('%s pods at once is a problem', maxUnavailable => {
  expect(UpdateStrategy.rollingUpdate({ maxUnavailable }).problems()).toEqual([expect.stringContaining(`got ${maxUnavailable}`)]);
});
