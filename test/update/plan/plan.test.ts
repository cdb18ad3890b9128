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
/** All but the first step and the dry run, which are the same in every plan. */
const commands = (steps: readonly PlanStep[]) => steps.filter(({ title }) => !/^Pause |dry run/.test(title)).map(({ action, object: { kind, name } }) => `${action} ${kind} ${name}`.trim());
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
    expect(plan.steps[4].patch).toEqual({ spec: { resources: { requests: { storage: '2Gi' } } } });
    expect(plan.steps[7].command).toContain('--cascade=orphan');
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

  test.each([
    ['without a class', '', undefined],
    ['with a provisioner that makes directories', 'fast', 'rancher.io/local-path'],
  ])('claims %s are not asked to grow', (_, storageClassName, provisioner) => {
    const set = (storage: string) => one({ volumeClaimTemplates: [claimTemplate('data', { storageClassName, resources: { requests: { storage } } })] });
    const classes = provisioner ? [{ apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'fast' }, provisioner }] : [];

    const { steps, limits } = planOf([set('1Gi'), ...classes], [set('2Gi'), ...classes]);

    expect(commands(steps)).toEqual(['check StatefulSet db', 'delete StatefulSet db', 'apply StatefulSet db', 'wait StatefulSet db']);
    expect(limits.join(' ')).toContain('keep their size, for their volumes cannot grow');
  });
});

describe('renaming a set', () => {
  const plan = planOf([one()], [one({}, { name: 'pg' }), object('v1', 'ConfigMap', { data: {} }, 'settings')]);

  test('volumes are kept and marked before anything stops, and re-bound after', () => {
    expect(plan.downtime).toBe(true);
    expect(commands(plan.steps)).toEqual([
      'check StatefulSet db',
      'check StatefulSet db',
      'apply ConfigMap settings',
      'check StatefulSet pg',
      'label PersistentVolume',
      'label PersistentVolume',
      'patch PersistentVolume',
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
    ]);
    expect(commands(plan.afterwards)).toEqual(['patch PersistentVolume', 'label PersistentVolume']);
  });

  test('a volume is kept before its claim is deleted, and given away without the old uid', () => {
    const patches = plan.steps.filter(({ action }) => action === 'patch').map(({ patch }) => patch);

    expect(patches).toEqual([
      { spec: { persistentVolumeReclaimPolicy: 'Retain' } },
      { spec: { claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace: 'data', name: 'data-pg-0', uid: null, resourceVersion: null } } },
    ]);
  });

  test('the pods stop only if there are as many as expected, the last one first, each with the time that it may take', () => {
    const slow = statefulSet({ replicas: 2, template: podTemplate({}, { terminationGracePeriodSeconds: 900 }) });

    const { steps } = planOf([slow], [{ ...slow, metadata: { name: 'pg', namespace: 'data' } }]);

    const stopping = steps.slice(steps.findIndex(({ action }) => action === 'scale')).map(({ command }) => command);
    expect(stopping.slice(0, 3)).toEqual([
      'kubectl scale statefulset/db -n data --current-replicas=2 --replicas=0',
      'kubectl wait --for=delete pod/db-1 -n data --timeout=1500s',
      'kubectl wait --for=delete pod/db-0 -n data --timeout=1500s',
    ]);
  });

  test('each step knows where the way back begins, once there is something to undo', () => {
    const starts = plan.steps.map(({ wayBackFrom }) => wayBackFrom);

    expect(starts.slice(0, 6)).toEqual(Array(6).fill(undefined));
    expect(starts.slice(6).map(start => `${plan.wayBack[start! - 1].action} ${plan.wayBack[start! - 1].object.kind}`)).toEqual([
      ...Array(3).fill('patch PersistentVolume'),
      ...Array(3).fill('apply StatefulSet'),
      ...Array(6).fill('delete PersistentVolumeClaim'),
      'scale StatefulSet',
    ]);
  });

  test('the server is asked whether it would take the new set', () => {
    const step = plan.steps.find(({ title }) => title.includes('dry run'))!;

    expect(step).toMatchObject({ action: 'check', argv: ['kubectl', 'apply', '--server-side', '--force-conflicts', '--dry-run=server', '-f', '-'], object: { name: 'pg' } });
    expect(parse(step.stdin!)).toEqual(one({}, { name: 'pg' }));
  });

  test('whoever scales the set is named among those that must pause', () => {
    const scaler = object('autoscaling/v2', 'HorizontalPodAutoscaler', { spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'db' } } }, 'db');

    const { steps } = planOf([one(), scaler], [one({}, { name: 'pg' }), scaler]);

    expect(steps[0]).toMatchObject({ action: 'by-hand', argv: [], title: expect.stringMatching(/^Pause .*HorizontalPodAutoscaler 'db'$/) });
  });

  test('the new claim names its volume, takes its class, and has the labels and annotations of its template', () => {
    const template = { ...claimTemplate(), metadata: { name: 'data', labels: { tier: 'hot' }, annotations: { note: 'costs $5' } } };
    const { steps } = planOf([one({ volumeClaimTemplates: [template] })], [one({ volumeClaimTemplates: [template] }, { name: 'pg' })]);
    const { command, valuesFrom } = steps.find(({ action, object: { kind } }) => action === 'apply' && kind === 'PersistentVolumeClaim')!;
    const script = `kubectl() { if [ "$1" = apply ]; then cat; else echo "pv-7"; fi; }\n${command}`;

    const manifest = parse(execFileSync('bash', ['-c', script], { encoding: 'utf8' }));

    expect(Object.keys(valuesFrom!)).toEqual(['/spec/volumeName', '/spec/storageClassName']);
    expect(manifest).toEqual({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { namespace: 'data', name: 'data-pg-0', labels: { tier: 'hot', app: 'db' }, annotations: { note: 'costs $5' } },
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

    const kept = steps.findIndex(({ title }) => title === 'Keep the claims when the set goes');
    expect(steps[kept].patch).toEqual({ spec: { persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' } } });
    expect(steps[kept + 1]).toMatchObject({ object: { name: 'data-db-0' }, wait: { for: 'jsonpath={.metadata.ownerReferences}=' } });
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
    const { steps } = planOf([one({}, { namespace: 'a'.repeat(60) })], [one()]);

    expect(JSON.stringify(steps.map(({ patch }) => patch))).toMatch(/"cdk8s-stateful\/volume-of":"[0-9a-f]{40}"/);
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
    expect(plan.limits.join(' ')).toContain('The old volumes stay');
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

    expect(plan).toMatchObject({ downtime: true, title: 'StatefulSet data/db created again over its claims; down while its only pod restarts' });
    expect(commands(plan.steps)).toEqual(['check StatefulSet db', 'delete StatefulSet db', 'label Pod db-0', 'apply StatefulSet db', 'wait StatefulSet db']);
    expect(plan.steps[4].command).toBe("kubectl label pods -n data -l 'statefulset.kubernetes.io/pod-name in (db-0)' name=db --overwrite");
  });

  test('several pods restart one at a time, which is no downtime', () => {
    const plan = planOf([statefulSet()], [statefulSet({ selector: { matchLabels: { name: 'db' } }, template: podTemplate({}, {}, { name: 'db' }) })]);

    expect(plan).toMatchObject({ downtime: false, title: expect.stringMatching(/running pods, which restart one pod at a time$/) });
  });

  test.each([
    ['nothing restarts', { podManagementPolicy: 'Parallel' }],
    ['somebody restarts them by hand', { revisionHistoryLimit: 3, updateStrategy: { type: 'OnDelete' }, template: podTemplate({ image: 'postgres:15.4' }) }],
    ['a partition holds them back', { revisionHistoryLimit: 3, updateStrategy: { rollingUpdate: { partition: 1 } }, template: podTemplate({ image: 'postgres:15.4' }) }],
  ])('the only pod runs on if %s', (_, fields: Record<string, unknown>) => {
    const plan = planOf([one({ updateStrategy: fields.updateStrategy })], [one(fields)]);

    expect(plan).toMatchObject({ downtime: false, title: 'StatefulSet data/db created again over its claims and running pods' });
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

    expect(commands(steps)).toEqual(['check StatefulSet db', 'delete StatefulSet db', 'label Pod db-0', 'apply Service db', 'apply StatefulSet db', 'wait StatefulSet db']);
  });

  test('a new governing Service is there before the set is', () => {
    const other = { ...service({ app: 'db' }), metadata: { name: 'x', namespace: 'data' } };

    const { steps } = planOf([one()], [one({ serviceName: 'x' }), other]);

    expect(commands(steps).slice(0, 3)).toEqual(['check StatefulSet db', 'apply Service x', 'delete StatefulSet db']);
  });

  test('a namespace is created first, or must be there', () => {
    const moved = one({}, { namespace: 'prod' });
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'prod' } };

    expect(commands(planOf([one()], [moved, namespace]).steps)[2]).toBe('apply Namespace prod');
    expect(commands(planOf([one()], [moved]).steps)[2]).toBe('check Namespace prod');
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
    ['for a claim that would have to shrink', one(), one({ ...sized('1Mi'), serviceName: 'x' })],
    ['for pods that the selector would not find', one(), one({ selector: { matchLabels: { name: 'db' } } })],
  ])('%s', (_, before, after) => {
    expect(plansFor(compare([before], [after]))).toEqual([]);
  });
});

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
    expect(plansFor(compare([statefulSet()], [statefulSet({ replicas: 4, minReadySeconds: 3 })]))).toEqual([]);
  });
});

describe('claims and volumes of the manifests', () => {
  const claim = (name: string) => object('v1', 'PersistentVolumeClaim', { spec: claimTemplate().spec }, name);
  const pods = (claimName: string) => podTemplate({}, { volumes: [{ name: 'data', persistentVolumeClaim: { claimName } }] });
  const deployment = (claimName: string) => object('apps/v1', 'Deployment', { spec: { selector: { matchLabels: { app: 'db' } }, template: pods(claimName) } }, 'web');
  const agent = (claimName: string) => object('apps/v1', 'DaemonSet', { spec: { selector: { matchLabels: { app: 'db' } }, template: pods(claimName) } }, 'agent');

  test('a renamed claim gets its volume while nothing uses it', () => {
    const plan = planOf([claim('files'), deployment('files')], [claim('uploads'), deployment('uploads')]);

    expect(commands(plan.steps)).toEqual([
      'check PersistentVolumeClaim uploads',
      'label PersistentVolume',
      'label PersistentVolume',
      'patch PersistentVolume',
      'scale Deployment web',
      'wait PersistentVolumeClaim files',
      'delete PersistentVolumeClaim files',
      'wait PersistentVolume',
      'patch PersistentVolume',
      'apply PersistentVolumeClaim uploads',
      'wait PersistentVolumeClaim uploads',
      'apply Deployment web',
      'wait Deployment web',
    ]);
    expect(plan.downtime).toBe(true);
    expect(plan.changes).toEqual(['D10:data/files/PersistentVolumeClaim']);
    parsesInBash([...plan.steps, ...plan.wayBack, ...plan.afterwards]);
  });

  test('claims that the same workload uses move together', () => {
    const two = (a: string, b: string) => [claim(a), claim(b), object('apps/v1', 'Deployment', {
      spec: {
        selector: { matchLabels: { app: 'db' } },
        template: podTemplate({ volumeMounts: [] }, { volumes: [a, b].map((claimName, index) => ({ name: `v${index}`, persistentVolumeClaim: { claimName } })) }),
      },
    }, 'web')];

    const { title } = planOf(two('a', 'b'), two('c', 'd'));

    expect(title).toBe('PersistentVolumeClaim data/a, data/b becomes data/c, data/d');
  });

  test('what cannot be scaled is stopped by people', () => {
    const { steps } = planOf([claim('files'), agent('files')], [claim('uploads'), agent('uploads')]);

    expect(steps.find(({ object: { kind } }) => kind === 'DaemonSet')).toMatchObject({ action: 'by-hand' });
    expect(steps.some(({ title }) => title.startsWith('Stop DaemonSet agent'))).toBe(true);
  });

  test('a set that is renamed keeps the volumes that were reserved for its claims, and the plan says so', () => {
    const volume = (claimName: string) => ({ apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: `data.${claimName}` }, spec: { nfs: { server: 's', path: `/${claimName}` }, claimRef: { namespace: 'data', name: claimName } } });

    const { limits } = planOf([one(), volume('data-db-0')], [one({}, { name: 'pg' }), volume('data-pg-0')]);

    expect(limits.join(' ')).toContain('The new claims have the old volumes (data.data-db-0): keep these in the manifests');
  });
});
