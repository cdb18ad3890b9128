import { execFileSync } from 'child_process';
import { parse } from 'yaml';
import { Manifest } from '../../../src/manifest/manifest';
import { compare } from '../../../src/update/diff';
import { plansFor } from '../../../src/update/plan/plan';
import { MigrationPlan, PlanStep } from '../../../src/update/plan/step';
import { claimTemplate, object, podTemplate, statefulSet } from '../support';

function planOf(before: Manifest[], after: Manifest[]): MigrationPlan {
  const [plan, ...others] = plansFor(compare(before, after));
  expect(others).toEqual([]);
  return plan;
}

const one = (fields: Record<string, unknown> = {}, names = {}) => statefulSet({ replicas: 1, ...fields }, names);
const commands = (steps: readonly PlanStep[]) => steps.map(({ action, object: { kind, name } }) => `${action} ${kind} ${name}`.trim());
const sized = (storage: string) => ({ volumeClaimTemplates: [claimTemplate('data', { resources: { requests: { storage } } })] });

/** Every command is a line that bash can read. */
function parsesInBash(steps: readonly PlanStep[]) {
  for (const { command } of steps) { execFileSync('bash', ['-n', '-c', command]); }
}

describe('growing claims', () => {
  const plan = planOf([statefulSet({ replicas: 2 })], [statefulSet({ replicas: 2, ...sized('2Gi') })]);

  test('each claim grows, then only the set is created again, over its pods', () => {
    expect(plan.downtime).toBe(false);
    expect(commands(plan.steps)).toEqual([
      'patch StorageClass fast',
      'patch PersistentVolumeClaim data-db-0',
      'patch PersistentVolumeClaim data-db-1',
      'check StatefulSet db',
      'delete StatefulSet db',
      'apply StatefulSet db',
      'wait StatefulSet db',
    ]);
    expect(plan.steps[1].patch).toEqual({ spec: { resources: { requests: { storage: '2Gi' } } } });
    expect(plan.steps[4].command).toContain('--cascade=orphan');
    expect(plan.changes).toEqual(['D3:data/db/data']);
  });

  test('it says that there is no way back from growing', () => {
    expect(plan.limits.join(' ')).toContain('never shrinks back');
    parsesInBash([...plan.steps, ...plan.wayBack]);
  });

  test('a class that is known to allow it is left alone', () => {
    const fast = { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'fast' }, provisioner: 'x', allowVolumeExpansion: true };

    const { steps } = planOf([one(), fast], [one(sized('2Gi')), fast]);

    expect(commands(steps)[0]).toBe('patch PersistentVolumeClaim data-db-0');
  });

  test('a smaller size is for new ordinals only, and no claim is touched', () => {
    const { steps, limits } = planOf([one()], [one(sized('1Mi'))]);

    expect(steps.some(({ object: { kind } }) => kind === 'PersistentVolumeClaim')).toBe(false);
    expect(limits.join(' ')).toContain('keep their larger size');
  });
});

describe('renaming a set', () => {
  const plan = planOf([one()], [one({}, { name: 'pg' }), object('v1', 'ConfigMap', { data: {} }, 'settings')]);

  test('volumes are kept and marked before anything stops, and re-bound after', () => {
    expect(plan.downtime).toBe(true);
    expect(commands(plan.steps)).toEqual([
      'patch PersistentVolume',
      'wait PersistentVolume',
      'scale StatefulSet db',
      'wait Pod db-0',
      'delete StatefulSet db',
      'delete PersistentVolumeClaim data-db-0',
      'wait PersistentVolume',
      'patch PersistentVolume',
      'apply PersistentVolumeClaim data-pg-0',
      'wait PersistentVolumeClaim data-pg-0',
      'apply ConfigMap settings',
      'apply StatefulSet pg',
      'wait StatefulSet pg',
      'label PersistentVolume',
    ]);
  });

  test('a volume is kept before its claim is deleted, and given away without the old uid', () => {
    expect(plan.steps[0].patch).toMatchObject({ spec: { persistentVolumeReclaimPolicy: 'Retain' } });
    expect(plan.steps[7].patch).toEqual({
      spec: { claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace: 'data', name: 'data-pg-0', uid: null, resourceVersion: null } },
    });
  });

  test('the new claim names its volume and takes its class', () => {
    const { command } = plan.steps[8];
    const script = command.replace(/^kubectl apply.*<<END/, 'kubectl() { echo "pv-7"; }\ncat <<END');

    const manifest = parse(execFileSync('bash', ['-c', script], { encoding: 'utf8' }));

    expect(manifest).toEqual({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { namespace: 'data', name: 'data-pg-0', labels: { app: 'db' } },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, volumeName: 'pv-7', storageClassName: 'pv-7' },
    });
  });

  test('the way back moves the volumes back and creates the old set', () => {
    expect(commands(plan.wayBack).filter(command => !command.includes('PersistentVolume '))).toEqual(expect.arrayContaining([
      'scale StatefulSet pg', 'delete StatefulSet pg', 'delete PersistentVolumeClaim data-pg-0', 'apply PersistentVolumeClaim data-db-0', 'apply StatefulSet db',
    ]));
    parsesInBash([...plan.steps, ...plan.wayBack]);
  });

  test('claims that would go with the set are freed from it first', () => {
    const policy = { persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete' } };

    const { steps } = planOf([one(policy)], [one(policy, { name: 'pg' })]);

    expect(steps[0].patch).toEqual({ spec: { persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' } } });
    expect(steps[1].command).toContain('ownerReferences');
    parsesInBash(steps);
  });

  test('a set that moves to another namespace takes its volumes there', () => {
    const { steps } = planOf([one()], [one({}, { namespace: 'prod' })]);

    expect(steps.find(({ action, object: { kind } }) => action === 'apply' && kind === 'PersistentVolumeClaim')!.object).toMatchObject({ namespace: 'prod', name: 'data-db-0' });
  });

  test('names too long for a label are marked by a digest', () => {
    const { steps } = planOf([one()], [one({}, { namespace: 'a'.repeat(60) })]);

    expect(JSON.stringify(steps[0].patch)).toMatch(/"cdk8s-stateful\/moves-to":"[0-9a-f]{40}"/);
  });
});

describe('claim templates', () => {
  test('a renamed template is a move of every volume', () => {
    const after = one({ template: podTemplate({ volumeMounts: [{ name: 'files', mountPath: '/data' }] }), volumeClaimTemplates: [claimTemplate('files')] });

    const plan = planOf([one()], [after]);

    expect(plan.downtime).toBe(true);
    expect(commands(plan.steps)).toContain('apply PersistentVolumeClaim files-db-0');
  });

  test('an added template stops the pods, since they cannot get a volume while they run', () => {
    const plan = planOf([one()], [one({ volumeClaimTemplates: [claimTemplate(), claimTemplate('wal')] })]);

    expect(commands(plan.steps).slice(0, 3)).toEqual(['scale StatefulSet db', 'wait Pod db-0', 'delete StatefulSet db']);
  });

  test('another class is a copy, and the old volume stays', () => {
    const plan = planOf([one()], [one({ volumeClaimTemplates: [claimTemplate('data', { storageClassName: 'slow' })] })]);

    expect(commands(plan.steps)).toEqual(expect.arrayContaining(['apply PersistentVolumeClaim data-db-0-copy', 'apply Job copy-data-db-0', 'wait Job copy-data-db-0', 'apply PersistentVolumeClaim data-db-0']));
    expect(plan.limits.join(' ')).toContain('Old volumes stay');
    parsesInBash([...plan.steps, ...plan.wayBack]);
  });
});

describe('selector and adoption', () => {
  const helm = (set: Manifest): Manifest => ({
    ...set, metadata: { ...set.metadata, labels: { 'app.kubernetes.io/managed-by': 'Helm' }, annotations: { 'meta.helm.sh/release-name': 'pg' } },
  });
  const relabelled = one({ selector: { matchLabels: { name: 'db' } }, template: podTemplate({}, {}, { name: 'db' }) });

  test('running pods get the labels of the new selector once the old set is gone', () => {
    const plan = planOf([one()], [relabelled]);

    expect(plan.downtime).toBe(false);
    expect(commands(plan.steps)).toEqual(['delete StatefulSet db', 'label Pod db-0', 'apply StatefulSet db', 'wait StatefulSet db']);
    expect(plan.steps[1].command).toBe('kubectl label pod/db-0 -n data name=db --overwrite');
  });

  test('Helm forgets what was adopted', () => {
    const { steps } = planOf([helm(one())], [relabelled]);

    expect(steps[steps.length - 1].command).toBe('kubectl delete secret -n data -l owner=helm,name=pg');
  });

  test('another Service restarts the pods, so that they learn their names', () => {
    const { steps } = planOf([one()], [one({ serviceName: 'x' })]);

    expect(commands(steps)).toEqual(['delete StatefulSet db', 'apply StatefulSet db', 'wait StatefulSet db', 'restart StatefulSet db', 'wait StatefulSet db']);
  });
});

describe('scaling in', () => {
  const plan = planOf([statefulSet()], [statefulSet({ replicas: 2 })]);

  test('members are decommissioned by hand first, and claims are not deleted by the steps', () => {
    expect(commands(plan.steps)).toEqual(['by-hand Pod db-2', 'scale StatefulSet db', 'wait Pod db-2', 'check StatefulSet db']);
    expect(plan.steps.some(({ action }) => action === 'delete')).toBe(false);
    expect(commands(plan.afterwards)).toEqual(['patch PersistentVolume', 'delete PersistentVolumeClaim data-db-2']);
    parsesInBash(plan.afterwards);
  });

  test('no plan is made for what needs none', () => {
    expect(plansFor(compare([statefulSet()], [statefulSet({ replicas: 4, minReadySeconds: 3 })]))).toEqual([]);
  });
});
