import { commands, parsesInBash, planOf } from './support';
import { diff } from '../../../src/diff/diff';
import { plansFor } from '../../../src/diff/plan/plan';
import { statefulSet } from '../support';

describe('scaling in', () => {
  const plan = planOf([statefulSet()], [statefulSet({ replicas: 2 })]);

  test('members are decommissioned by hand first, and claims are not deleted by the steps', () => {
    expect(commands(plan.steps)).toEqual(['check StatefulSet db', 'by-hand Pod db-2', 'scale StatefulSet db', 'wait Pod db-2', 'check StatefulSet db']);
    expect(plan.steps.some(({ action }) => action === 'delete')).toBe(false);
    expect(commands(plan.afterwards)).toEqual(['patch PersistentVolume', 'delete PersistentVolumeClaim data-db-2']);
    parsesInBash(plan.afterwards);
  });

  test('members go one by one, each after it was decommissioned', () => {
    const { steps } = planOf([statefulSet()], [statefulSet({ replicas: 1 })]);

    expect(commands(steps)).toEqual([
      'check StatefulSet db', 'by-hand Pod db-2', 'scale StatefulSet db', 'wait Pod db-2', 'by-hand Pod db-1', 'scale StatefulSet db', 'wait Pod db-1', 'check StatefulSet db',
    ]);
    expect(steps.filter(({ action }) => action === 'scale').map(({ patch }) => patch)).toEqual([{ spec: { replicas: 2 } }, { spec: { replicas: 1 } }]);
  });

  test('no plan is made for what needs none', () => {
    expect(plansFor(diff([statefulSet()], [statefulSet({ replicas: 4, minReadySeconds: 3 })]))).toEqual([]);
  });
});
