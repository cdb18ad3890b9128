import { commands, one, parsesInBash, planOf, sized } from './support';
import { Manifest } from '../../../src/kubernetes/manifest';
import { claimTemplate, podTemplate, statefulSet } from '../support';

describe('growing claims', () => {
  const plan = planOf([statefulSet({ replicas: 2 })], [statefulSet({ replicas: 2, ...sized('2Gi') })]);

  test('each claim grows, then only the set is created again, over its pods', () => {
    expect(plan.downtime).toBe(false);
    expect(commands(plan.steps)).toEqual([
      'check StatefulSet db',
      'patch StorageClass fast',
      'patch PersistentVolumeClaim data-db-0',
      'patch PersistentVolumeClaim data-db-1',
      'wait PersistentVolumeClaim data-db-0',
      'wait PersistentVolumeClaim data-db-1',
      'delete StatefulSet db',
      'apply StatefulSet db',
      'wait StatefulSet db',
    ]);
    expect(plan.steps[4].patch).toEqual({ spec: { resources: { requests: { storage: '2Gi' } } } });
    expect(plan.steps[8].command).toContain('--cascade=orphan');
    expect(plan.changes).toEqual(['claim-template-storage-changed:data/db/data']);
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

describe('claim templates', () => {
  test('a renamed template is a move of every volume', () => {
    const after = one({ template: podTemplate({ volumeMounts: [{ name: 'files', mountPath: '/data' }] }), volumeClaimTemplates: [claimTemplate('files')] });

    const plan = planOf([one()], [after]);

    expect(plan.downtime).toBe(true);
    expect(commands(plan.steps)).toContain('apply PersistentVolumeClaim files-db-0');
  });

  test('an added template stops the pods, since they cannot get a volume while they run', () => {
    const plan = planOf([one()], [one({ volumeClaimTemplates: [claimTemplate(), claimTemplate('wal')] })]);

    expect(commands(plan.steps).slice(0, 4)).toEqual(['check StatefulSet db', 'check StorageClass fast', 'scale StatefulSet db', 'wait Pod db-0']);
  });

  test('another class is a copy, and the old volume stays', () => {
    const plan = planOf([one()], [one({ volumeClaimTemplates: [claimTemplate('data', { storageClassName: 'slow' })] })]);

    expect(commands(plan.steps)).toEqual(expect.arrayContaining(['apply PersistentVolumeClaim data-db-0-copy', 'apply Job copy-data-db-0', 'wait Job copy-data-db-0', 'apply PersistentVolumeClaim data-db-0']));
    expect(plan.limits.join(' ')).toContain('The old volumes stay');
    // Else the next plan for this claim would find both.
    expect(plan.afterwards.map(({ patch }) => patch)).toContainEqual({
      metadata: { labels: { 'cdk8s-stateful/was-volume-of': 'data.data-db-0', 'cdk8s-stateful/volume-of': null, 'cdk8s-stateful/reclaim-policy': null } },
    });
    parsesInBash([...plan.steps, ...plan.wayBack, ...plan.afterwards]);
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
    ['somebody restarts them by hand', { podManagementPolicy: 'Parallel', updateStrategy: { type: 'OnDelete' }, template: podTemplate({ image: 'postgres:15.4' }) }],
    ['a partition holds them back', { podManagementPolicy: 'Parallel', updateStrategy: { rollingUpdate: { partition: 1 } }, template: podTemplate({ image: 'postgres:15.4' }) }],
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

test('a set that is created again keeps the pods that it had', () => {
  const plan = planOf([statefulSet()], [statefulSet({ serviceName: 'x', replicas: 1 })]);

  expect(plan.steps.find(({ action }) => action === 'apply')!.manifests![0].spec).toMatchObject({ serviceName: 'x', replicas: 3 });
  expect(plan.limits.join(' ')).toContain('the pods that it had (0 to 2)');
});
