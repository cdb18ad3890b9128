import { inPhases } from '../../../src/diff/plan/phases';
import { byHand } from '../../../src/diff/plan/step';

const steps = (...titles: string[]) => titles.map(title => byHand(title, { apiVersion: 'v1', kind: 'Pod', name: 'a' }));

test('phases are undone in reverse order, and each step knows where that begins', () => {
  const plan = inPhases([
    { steps: steps('look') },
    { steps: steps('mark', 'keep'), back: steps('unmark') },
    { steps: steps('create') },
    { steps: steps('wait'), back: steps('stop', 'delete') },
  ]);

  expect(plan.wayBack.map(({ title }) => title)).toEqual(['stop', 'delete', 'unmark']);
  expect(plan.steps.map(({ title, wayBackFrom }) => [title, wayBackFrom])).toEqual([['look', undefined], ['mark', 3], ['keep', 3], ['create', 3], ['wait', 1]]);
});
