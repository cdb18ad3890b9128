import { claimTemplate, fates, found, podTemplate, statefulSet } from '../support';

describe('D2: claim template renamed, added or removed', () => {
  test('a renamed template strands the old claims and starts on empty ones', () => {
    const after = statefulSet({ replicas: 1, template: podTemplate({ volumeMounts: [{ name: 'files', mountPath: '/data' }] }), volumeClaimTemplates: [claimTemplate('files')] });

    const [change] = found('D2', [statefulSet({ replicas: 1 })], [after]);

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

    expect(found('D2', [statefulSet()], [after])).toEqual([]);
    expect(found('claim-template-immutable', [statefulSet()], [after])).toEqual([]);
  });
});

describe('D3: size or class of a claim template', () => {
  test('a larger size is refused, and only new ordinals would get it', () => {
    const after = statefulSet({ replicas: 3, volumeClaimTemplates: [claimTemplate('data', { resources: { requests: { storage: '2Gi' } } })] });

    const [change] = found('D3', [statefulSet()], [after]);

    expect(change).toMatchObject({ id: 'D3:data/db/data', effect: 'refused', before: '1Gi', after: '2Gi' });
    expect(change.fix).toContain('--cascade=orphan');
    expect(fates(change)).toEqual(['data-db-0: kept', 'data-db-1: kept', 'data-db-2: kept']);
  });

  test.each([
    ['another class', { storageClassName: 'slow' }, 'copying its data'],
    ['a smaller size', { resources: { requests: { storage: '1Mi' } } }, 'never shrinks'],
  ])('%s has its own way out', (_, spec, fix) => {
    const [change] = found('D3', [statefulSet()], [statefulSet({ volumeClaimTemplates: [claimTemplate('data', spec)] })]);

    expect(change.fix).toContain(fix);
  });

  test('the same size in other words is no change', () => {
    const after = statefulSet({ volumeClaimTemplates: [claimTemplate('data', { resources: { requests: { storage: '1024Mi' } } })] });

    expect(found('D3', [statefulSet()], [after])).toEqual([]);
  });
});
