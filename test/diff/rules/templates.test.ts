import { diff } from '../../../src/diff/diff';
import { ApiModel } from '../../../src/kubernetes/api/model';
import { claimTemplate, fates, found, podTemplate, statefulSet } from '../support';

describe('claim-templates-replaced: claim template renamed, added or removed', () => {
  test('a renamed template strands the old claims and starts on empty ones', () => {
    const after = statefulSet({ replicas: 1, template: podTemplate({ volumeMounts: [{ name: 'files', mountPath: '/data' }] }), volumeClaimTemplates: [claimTemplate('files')] });

    const [change] = found('claim-templates-replaced', [statefulSet({ replicas: 1 })], [after]);

    expect(change).toMatchObject({ effect: 'strands-data', before: 'data', after: 'files' });
    expect(fates(change)).toEqual(['data-db-0: stranded', 'files-db-0: new and empty']);
  });

  test('the update itself is refused', () => {
    const after = statefulSet({ volumeClaimTemplates: [claimTemplate(), claimTemplate('wal')] });

    const refusals = found('claim-template-immutable', [statefulSet()], [after]);

    expect(refusals).toMatchObject([{ effect: 'refused', path: '/spec/volumeClaimTemplates/1' }]);
  });

  test('templates in the same order with defaults written out are the same', () => {
    const after = statefulSet({ volumeClaimTemplates: [claimTemplate('data', { volumeMode: 'Filesystem' })] });

    expect(found('claim-templates-replaced', [statefulSet()], [after])).toEqual([]);
    expect(found('claim-template-immutable', [statefulSet()], [after])).toEqual([]);
  });

  test('the status of a template is fixed with it, and its kind is the server\'s', () => {
    const withFields = (fields: object) => statefulSet({ volumeClaimTemplates: [{ ...claimTemplate(), ...fields }] });
    const refusedAt = (fields: object) => found('claim-template-immutable', [statefulSet()], [withFields(fields)]).map(({ path }) => path);

    expect(refusedAt({ apiVersion: 'v1', kind: 'PersistentVolumeClaim', status: { phase: 'Pending' } })).toEqual([]);
    expect(refusedAt({ status: { phase: 'Bound' } })).toEqual(['/spec/volumeClaimTemplates/0/status/phase']);
  });
});

describe('a claim template with apiVersion and kind, which the server writes into all of them', () => {
  const bare = statefulSet();
  const whole = statefulSet({ volumeClaimTemplates: [{ apiVersion: 'v1', kind: 'PersistentVolumeClaim', ...claimTemplate() }] });

  test.each(['1.27', '1.36', '1.37'])('is the same as one without them on %s', kubernetesVersion => {
    const model = ApiModel.of(kubernetesVersion);

    const [added, removed] = [diff([bare], [whole], { model }), diff([whole], [bare], { model })];

    expect([...added.changes, ...removed.changes]).toEqual([]);
  });
});

describe('claim-template-storage-changed: size or class of a claim template', () => {
  test('a larger size is refused, and only new ordinals would get it', () => {
    const after = statefulSet({ replicas: 3, volumeClaimTemplates: [claimTemplate('data', { resources: { requests: { storage: '2Gi' } } })] });

    const [change] = found('claim-template-storage-changed', [statefulSet()], [after]);

    expect(change).toMatchObject({ id: 'claim-template-storage-changed:data/db/data', effect: 'refused', before: '1Gi', after: '2Gi' });
    expect(change.fix).toContain('--cascade=orphan');
    expect(fates(change)).toEqual(['data-db-0: kept', 'data-db-1: kept', 'data-db-2: kept']);
  });

  test.each([
    ['another class', { storageClassName: 'slow' }, 'copying its data'],
    ['a smaller size', { resources: { requests: { storage: '1Mi' } } }, 'never shrinks'],
  ])('%s has its own way out', (_, spec, fix) => {
    const [change] = found('claim-template-storage-changed', [statefulSet()], [statefulSet({ volumeClaimTemplates: [claimTemplate('data', spec)] })]);

    expect(change.fix).toContain(fix);
  });

  test('the same size in other words is no change', () => {
    const after = statefulSet({ volumeClaimTemplates: [claimTemplate('data', { resources: { requests: { storage: '1024Mi' } } })] });

    expect(found('claim-template-storage-changed', [statefulSet()], [after])).toEqual([]);
  });
});

describe('a claim template that differs in little', () => {
  const labelled = (...templates: [object, object?][]) => statefulSet({
    volumeClaimTemplates: templates.map(([labels, spec]) => ({ ...claimTemplate('data', spec), metadata: { name: 'data', labels } })),
  });
  const refused = (before: object, after: object) => found('claim-template-immutable', [labelled([before])], [labelled([after])]);

  test('is refused where it differs, with the prop that keeps it', () => {
    expect(refused({ 'instance': 'pg', 'a.io/b': 'c' }, { 'a.io/b': 'c' })).toMatchObject([{
      path: '/spec/volumeClaimTemplates/0/metadata/labels/instance',
      before: 'pg',
      after: undefined,
      fix: expect.stringContaining("write `claimLabels: { instance: 'pg', 'a.io/b': 'c' }` on the volume"),
    }]);
    expect(refused({ a: '1', b: '1' }, { a: '2', b: '2' })).toMatchObject([{
      path: '/spec/volumeClaimTemplates/0/metadata/labels', before: { a: '1', b: '1' }, after: { a: '2', b: '2' },
    }]);
    expect(refused({}, { a: '1' })).toMatchObject([{ fix: expect.stringContaining('leave `claimLabels` of the volume out') }]);
  });

  test('is told as one field if several differ', () => {
    const after = statefulSet({ volumeClaimTemplates: [{ ...claimTemplate('data', { accessModes: ['ReadWriteMany'] }), metadata: { name: 'data', labels: { a: 'b' } } }] });

    expect(found('claim-template-immutable', [statefulSet()], [after])).toMatchObject([{ path: '/spec/volumeClaimTemplates/0', fix: expect.stringContaining('keep the template') }]);
  });
});
