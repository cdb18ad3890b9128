import { Size } from 'cdk8s';
import { startupBudget } from '../../src/presets/startup-budget';

test.each([
  [Size.mebibytes(100), 31],
  [Size.gibibytes(20), 50],
  [Size.tebibytes(1), 30 + 1024],
])('%p has half an hour, and a minute more for each GiB that was begun', (size, minutes) => {
  const budget = startupBudget(size);

  expect(budget.toMinutes()).toBe(minutes);
});
