import { execFileSync } from 'child_process';
import { parse } from 'yaml';
import { commands, one, parsesInBash, planOf, sized } from './support';
import { claimTemplate, object, podTemplate, statefulSet } from '../support';

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
      'kubectl scale statefulset/db -n data --current-replicas=2 --replicas=0 || [ "$(kubectl get statefulset/db -n data -o \'jsonpath={.spec.replicas}\')" = 0 ]',
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
      ...Array(5).fill('delete PersistentVolumeClaim'),
      // The set may be there although its step failed.
      ...Array(2).fill('scale StatefulSet'),
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

  test('a set that is renamed keeps the volumes that were reserved for its claims, and the plan says so', () => {
    const volume = (claimName: string) => ({ apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: `data.${claimName}` }, spec: { nfs: { server: 's', path: `/${claimName}` }, claimRef: { namespace: 'data', name: claimName } } });

    const { limits } = planOf([one(), volume('data-db-0')], [one({}, { name: 'pg' }), volume('data-pg-0')]);

    expect(limits.join(' ')).toContain('The new claims have the old volumes (data.data-db-0): keep these in the manifests');
  });

  test.each([
    ['shrinks', '1Mi', 'What is claimed as data keeps its size, 1Gi, for no claim shrinks: write 1Gi', 'grow it'],
    ['grows', '2Gi', 'What is claimed as data keeps its size, 1Gi; grow it to 2Gi afterwards', 'shrinks'],
  ])('a template that %s with the name is told apart from one that only moves', (_, storage, told, untold) => {
    const { limits } = planOf([one()], [one(sized(storage), { name: 'pg' })]);

    expect(limits.join(' ')).toContain(told);
    expect(limits.join(' ')).not.toContain(untold);
    expect(plan.limits.join(' ')).not.toContain('keeps its size');
  });
});
