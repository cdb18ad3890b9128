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
      'check StatefulSet db',
      'patch StorageClass fast',
      'patch PersistentVolumeClaim data-db-0',
      'patch PersistentVolumeClaim data-db-1',
      'check StatefulSet db',
      'delete StatefulSet db',
      'apply StatefulSet db',
      'wait StatefulSet db',
    ]);
    expect(plan.steps[2].patch).toEqual({ spec: { resources: { requests: { storage: '2Gi' } } } });
    expect(plan.steps[5].command).toContain('--cascade=orphan');
    expect(plan.changes).toEqual(['D3:data/db/data']);
  });

  test('it says that there is no way back from growing', () => {
    expect(plan.limits.join(' ')).toContain('never shrinks back');
    parsesInBash([...plan.steps, ...plan.wayBack]);
  });

  test('a class that is known to allow it is left alone', () => {
    const fast = { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'fast' }, provisioner: 'x', allowVolumeExpansion: true };

    const { steps } = planOf([one(), fast], [one(sized('2Gi')), fast]);

    expect(commands(steps)[1]).toBe('patch PersistentVolumeClaim data-db-0');
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
      'check StatefulSet db',
      'apply ConfigMap settings',
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
      'apply StatefulSet pg',
      'wait StatefulSet pg',
      'label PersistentVolume',
    ]);
  });

  test('a volume is kept before its claim is deleted, and given away without the old uid', () => {
    expect(plan.steps[2].patch).toMatchObject({ spec: { persistentVolumeReclaimPolicy: 'Retain' } });
    expect(plan.steps[9].patch).toEqual({
      spec: { claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace: 'data', name: 'data-pg-0', uid: null, resourceVersion: null } },
    });
  });

  test('the new claim names its volume and takes its class', () => {
    const { command, valuesFrom } = plan.steps[10];
    const script = `kubectl() { if [ "$1" = apply ]; then cat; else echo "pv-7"; fi; }\n${command}`;

    const manifest = parse(execFileSync('bash', ['-c', script], { encoding: 'utf8' }));

    expect(Object.keys(valuesFrom!)).toEqual(['/spec/volumeName', '/spec/storageClassName']);
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

    expect(steps[1].patch).toEqual({ spec: { persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' } } });
    expect(steps[2]).toMatchObject({ object: { name: 'data-db-0' }, wait: { for: 'jsonpath={.metadata.ownerReferences}=' } });
    parsesInBash(steps);
  });

  test('so are they on the way back, before the pods stop', () => {
    const policy = { persistentVolumeClaimRetentionPolicy: { whenScaled: 'Delete' } };

    const { wayBack } = planOf([one()], [one(policy, { name: 'pg' })]);

    expect(commands(wayBack).slice(0, 2)).toEqual(['patch StatefulSet pg', 'wait PersistentVolumeClaim data-pg-0']);
  });

  test('a set that moves to another namespace takes its volumes there', () => {
    const { steps } = planOf([one()], [one({}, { namespace: 'prod' })]);

    expect(steps.find(({ action, object: { kind } }) => action === 'apply' && kind === 'PersistentVolumeClaim')!.object).toMatchObject({ namespace: 'prod', name: 'data-db-0' });
  });

  test('names too long for a label are marked by a digest', () => {
    const { steps } = planOf([one()], [one({}, { namespace: 'a'.repeat(60) })]);

    expect(JSON.stringify(steps[2].patch)).toMatch(/"cdk8s-stateful\/moves-to":"[0-9a-f]{40}"/);
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

    expect(commands(plan.steps).slice(0, 4)).toEqual(['check StatefulSet db', 'scale StatefulSet db', 'wait Pod db-0', 'delete StatefulSet db']);
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
    expect(commands(plan.steps)).toEqual(['check StatefulSet db', 'delete StatefulSet db', 'label Pod db-0', 'apply StatefulSet db', 'wait StatefulSet db']);
    expect(plan.steps[2].command).toBe('kubectl label pod/db-0 -n data name=db --overwrite');
  });

  test('Helm forgets what was adopted, once everything is well', () => {
    const { afterwards } = planOf([helm(one())], [relabelled]);

    expect(afterwards[afterwards.length - 1].command).toBe('kubectl delete secret -n data -l owner=helm,name=pg');
  });

  test('another Service restarts the pods, so that they learn their names', () => {
    const { steps } = planOf([one()], [one({ serviceName: 'x' })]);

    expect(commands(steps)).toEqual(['check StatefulSet db', 'delete StatefulSet db', 'apply StatefulSet db', 'wait StatefulSet db', 'restart StatefulSet db', 'wait StatefulSet db']);
  });
});

describe('what a plan takes along', () => {
  const relabelled = one({ selector: { matchLabels: { name: 'db' } }, template: podTemplate({}, {}, { name: 'db' }) });
  const service = (selector: object) => object('v1', 'Service', { spec: { clusterIP: 'None', selector, ports: [{ port: 5432 }] } }, 'db');

  test('a Service that finds the pods by their new labels goes with the set', () => {
    const { steps } = planOf([one(), service({ app: 'db' })], [relabelled, service({ name: 'db' })]);

    expect(commands(steps)).toEqual(['check StatefulSet db', 'delete StatefulSet db', 'label Pod db-0', 'apply StatefulSet db', 'apply Service db', 'wait StatefulSet db']);
  });

  test('a new governing Service is there before the set is', () => {
    const other = { ...service({ app: 'db' }), metadata: { name: 'x', namespace: 'data' } };

    const { steps } = planOf([one()], [one({ serviceName: 'x' }), other]);

    expect(commands(steps).slice(0, 3)).toEqual(['check StatefulSet db', 'apply Service x', 'delete StatefulSet db']);
  });

  test('a namespace is created first, or must be there', () => {
    const moved = one({}, { namespace: 'prod' });
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'prod' } };

    expect(commands(planOf([one()], [moved, namespace]).steps)[1]).toBe('apply Namespace prod');
    expect(commands(planOf([one()], [moved]).steps)[1]).toBe('check Namespace prod');
  });

  test('what the server wrote into an exported set is not applied again', () => {
    const exported = { ...one(), metadata: { name: 'db', namespace: 'data', uid: 'u', resourceVersion: '7' }, status: { replicas: 1 } };

    const { wayBack } = planOf([exported], [one({ serviceName: 'x' })]);

    expect(wayBack.find(({ action }) => action === 'apply')!.manifests).toEqual([one()]);
  });
});

describe('a class under another name', () => {
  const storageClass = (name: string, parameters: object) => ({ apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name }, provisioner: 'a.b/c', parameters });
  const slow = one({ volumeClaimTemplates: [claimTemplate('data', { storageClassName: 'slow' })] });

  test('needs no copy if it is the same storage', () => {
    const plan = planOf([one(), storageClass('fast', { a: 'b' })], [slow, storageClass('slow', { a: 'b' })]);

    expect(plan.downtime).toBe(false);
    expect(plan.steps.some(({ object: { kind } }) => kind === 'Job')).toBe(false);
    expect(plan.limits.join(' ')).toContain('keep class fast');
  });

  test('is copied if it is other storage', () => {
    const plan = planOf([one(), storageClass('fast', { a: 'b' })], [slow, storageClass('slow', { a: 'c' })]);

    expect(plan.steps.some(({ object: { kind } }) => kind === 'Job')).toBe(true);
  });
});

describe('pairs of claim templates', () => {
  const mounted = (...mounts: [name: string, path: string][]) => one({
    template: podTemplate({ volumeMounts: mounts.map(([name, mountPath]) => ({ name, mountPath })) }),
    volumeClaimTemplates: mounts.map(([name]) => claimTemplate(name)),
  });

  test('are those mounted at the same place', () => {
    const plan = planOf([mounted(['data', '/data'], ['wal', '/wal'])], [mounted(['log', '/wal'], ['files', '/data'])]);

    expect(commands(plan.steps).filter(command => command.startsWith('apply PersistentVolumeClaim'))).toEqual([
      'apply PersistentVolumeClaim files-db-0', 'apply PersistentVolumeClaim log-db-0',
    ]);
  });

  test('are none where data would end up in another place', () => {
    const plan = planOf([mounted(['data', '/data'], ['wal', '/wal'])], [mounted(['data', '/data'], ['cache', '/cache'], ['tmp', '/tmp'])]);

    expect(commands(plan.steps).some(command => command.includes('PersistentVolumeClaim'))).toBe(false);
    expect(plan.limits.join(' ')).toContain('stay where they are: wal-db-0.');
  });
});

test('a set that is created again keeps the pods that it had', () => {
  const plan = planOf([statefulSet()], [statefulSet({ serviceName: 'x', replicas: 1 })]);

  expect(plan.steps.find(({ action }) => action === 'apply')!.manifests![0].spec).toMatchObject({ serviceName: 'x', replicas: 3 });
  expect(plan.limits.join(' ')).toContain('the pods that it had (0 to 2)');
});

describe('no plan', () => {
  test.each<[string, Manifest, Manifest]>([
    ['for a set that would not be valid', one(), one({ serviceName: 'x', replicas: -1 })],
    ['for a set whose pods can never be created', one(), one({ serviceName: 'x', template: podTemplate({ image: '' }) })],
    ['for names that no cluster holds', one({}, { name: 'a; rm -rf ~' }), one({ serviceName: 'x' }, { name: 'a; rm -rf ~' })],
    ['for pods that the selector would not find', one(), one({ selector: { matchLabels: { name: 'db' } } })],
  ])('%s', (_, before, after) => {
    expect(plansFor(compare([before], [after]))).toEqual([]);
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

  test('members go one by one, each after it was decommissioned', () => {
    const { steps } = planOf([statefulSet()], [statefulSet({ replicas: 1 })]);

    expect(commands(steps)).toEqual([
      'by-hand Pod db-2', 'scale StatefulSet db', 'wait Pod db-2', 'by-hand Pod db-1', 'scale StatefulSet db', 'wait Pod db-1', 'check StatefulSet db',
    ]);
    expect(steps.filter(({ action }) => action === 'scale').map(({ patch }) => patch)).toEqual([{ spec: { replicas: 2 } }, { spec: { replicas: 1 } }]);
  });

  test('no plan is made for what needs none', () => {
    expect(plansFor(compare([statefulSet()], [statefulSet({ replicas: 4, minReadySeconds: 3 })]))).toEqual([]);
  });
});
