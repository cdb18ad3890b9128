import { diff } from '../../../src/diff/diff';
import { plansFor } from '../../../src/diff/plan/plan';
import { Manifest } from '../../../src/kubernetes/manifest';
import { PlanStep } from '../../../src/reports/plan';
import { podTemplate, statefulSet } from '../support';

/** A set whose members know their number, as those of the presets do, and that says how they leave. */
function ring(replicas: number, decommission?: string, { image = 'own:1', told = true, fields = {} } = {}): Manifest {
  const template = podTemplate({ image, ...told && { env: [{ name: 'REPLICAS', value: String(replicas) }] } });
  const set = statefulSet({ replicas, template, ...fields });
  return { ...set, metadata: { ...set.metadata, ...decommission && { annotations: { 'cdk8s-stateful/decommission': decommission } } } };
}

function planOf(before: Manifest, after: Manifest) {
  const [plan] = plansFor(diff([before], [after]));
  return plan;
}

const commands = (steps: readonly PlanStep[]) => steps.map(({ action, object: { kind, name } }) => `${action} ${kind} ${name}`.trim());
const afterTheLook = (steps: readonly PlanStep[]) => commands(steps).slice(2);

test.each([undefined, 'none', 'leave'])('the plan begins with a look at the number of members (%p)', decommission => {
  const { steps } = planOf(ring(3, decommission), ring(2, decommission));

  expect(commands(steps).slice(0, 2)).toEqual(['by-hand StatefulSet db', 'check StatefulSet db']);
  expect(steps[1].command).toContain('{.spec.replicas}=3');
});

describe('members that leave by themselves', () => {
  test('need no command: the new set is applied, and all pods learn the number', () => {
    const plan = planOf(ring(5, 'none', { image: 'zookeeper:3.9' }), ring(3, 'none', { image: 'zookeeper:3.9' }));

    expect(afterTheLook(plan.steps)).toEqual(['apply StatefulSet db', 'wait Pod db-4', 'wait Pod db-3', 'wait StatefulSet db', 'check StatefulSet db']);
    expect(plan.steps[2].manifests![0]).toMatchObject({ spec: { replicas: 3, template: { spec: { containers: [{ env: [{ value: '3' }] }] } } } });
    expect(commands(plan.wayBack)).toEqual(['apply StatefulSet db', 'wait StatefulSet db']);
    expect(plan.title).toContain('pods restart one at a time');
  });

  test.each([[7, 3, 5], [9, 3, 5], [5, 1, 3], [3, 1, 2]])('of a majority only a minority goes at a time: from %i to %i by way of %i', (old, next, first) => {
    const image = 'zookeeper:3.9';

    const { steps, wayBack, afterwards } = planOf(ring(old, 'none', { image }), ring(next, 'none', { image }));

    expect(commands(steps)).toEqual(['check StatefulSet db', 'by-hand StatefulSet db']);
    expect([...wayBack, ...afterwards]).toEqual([]);
    expect(steps[1].title).toContain(`Write \`replicas: ${first}\``);
  });

  test('of two the last step is one step', () => {
    const image = 'zookeeper:3.9';

    const { steps } = planOf(ring(2, 'none', { image }), ring(1, 'none', { image }));

    expect(afterTheLook(steps)).toEqual(['apply StatefulSet db', 'wait Pod db-1', 'wait StatefulSet db', 'check StatefulSet db']);
  });

  test('no claim goes with its pod while the plan runs', () => {
    const fields = { persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete', whenScaled: 'Delete' } };

    const { steps, afterwards } = planOf(ring(3, 'none'), ring(2, 'none', { fields }));

    expect(steps.find(({ action }) => action === 'apply')!.manifests![0].spec.persistentVolumeClaimRetentionPolicy).toEqual({ whenDeleted: 'Retain', whenScaled: 'Retain' });
    expect(afterwards[0].patch).toEqual({ spec: fields });
  });
});

describe('members that leave by a command', () => {
  const plan = planOf(ring(5, 'bash /scripts/leave.sh'), ring(4, 'bash /scripts/leave.sh'));

  test('run it in the container of the database before they stop', () => {
    expect(afterTheLook(plan.steps)).toEqual(['exec Pod db-4', 'apply StatefulSet db', 'wait Pod db-4', 'wait StatefulSet db', 'check StatefulSet db']);
    expect(plan.steps[2].argv).toEqual(['kubectl', 'exec', 'db-4', '-n', 'data', '-c', 'db', '--', 'bash', '/scripts/leave.sh']);
  });

  test('come back as new members once they have left, and never with what they held', () => {
    expect(plan.steps.map(({ wayBackFrom }) => wayBackFrom)).toEqual([undefined, undefined, undefined, 1, 1, 1, 1]);
    expect(commands(plan.wayBack)).toEqual([
      'scale StatefulSet db', 'wait Pod db-4', 'patch PersistentVolume', 'delete PersistentVolumeClaim data-db-4', 'apply StatefulSet db', 'wait StatefulSet db',
    ]);
  });

  test('leave one at a time if they know their number', () => {
    const { steps, wayBack, afterwards } = planOf(ring(5, 'leave'), ring(3, 'leave'));

    expect(commands(steps)).toEqual(['check StatefulSet db', 'by-hand StatefulSet db']);
    expect([...wayBack, ...afterwards]).toEqual([]);
    expect(steps[1].title).toContain('Write `replicas: 4`');
  });

  test('else all of them, each after the one before is gone', () => {
    const { steps, wayBack } = planOf(ring(3, 'leave', { told: false }), ring(1, 'leave', { told: false }));

    expect(afterTheLook(steps)).toEqual([
      'exec Pod db-2', 'scale StatefulSet db', 'wait Pod db-2', 'wait StatefulSet db', 'exec Pod db-1', 'scale StatefulSet db', 'wait Pod db-1', 'wait StatefulSet db', 'check StatefulSet db',
    ]);
    expect(commands(wayBack).filter(command => command.startsWith('delete'))).toEqual(['delete PersistentVolumeClaim data-db-1', 'delete PersistentVolumeClaim data-db-2']);
  });
});

test('where nobody said how members leave, people decide whether a claim may be used again', () => {
  const { steps, wayBack, limits } = planOf(ring(3), ring(2));

  expect(afterTheLook(steps)).toEqual(['by-hand Pod db-2', 'scale StatefulSet db', 'wait Pod db-2', 'check StatefulSet db']);
  expect(wayBack[0]).toMatchObject({ action: 'by-hand', title: expect.stringContaining('delete the claims of the others first') });
  expect(limits.join(' ')).toContain('cdk8s-stateful/decommission');
});
