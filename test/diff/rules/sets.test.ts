import { diff } from '../../../src/diff/diff';
import { Manifest } from '../../../src/kubernetes/manifest';
import { claimTemplate, fates, found, object, podTemplate, statefulSet } from '../support';

describe('set-renamed and set-removed', () => {
  test('a renamed set is one change that strands the old claims and starts on empty ones', () => {
    const [before, after] = [statefulSet({ replicas: 1 }), statefulSet({ replicas: 1 }, { name: 'database' })];

    const changes = found('set-renamed', [before], [after]);

    expect(changes).toMatchObject([{ id: 'set-renamed:data/db', effect: 'strands-data', path: '/metadata/name', before: 'db', after: 'database' }]);
    expect(fates(changes[0])).toEqual(['data-db-0: stranded', 'data-database-0: new and empty']);
  });

  test('a set that moves to another namespace leaves its claims there', () => {
    const [before, after] = [statefulSet({ replicas: 1 }), statefulSet({ replicas: 1 }, { namespace: 'prod' })];

    const [change] = found('set-renamed', [before], [after]);

    expect(change).toMatchObject({ effect: 'strands-data', path: '/metadata/namespace', before: 'data', after: 'prod' });
    expect(change.claims).toEqual([
      { namespace: 'data', name: 'data-db-0', fate: 'stranded' },
      { namespace: 'prod', name: 'data-db-0', fate: 'new and empty' },
    ]);
  });

  test('a removed set with whenDeleted: Delete deletes its claims', () => {
    const before = statefulSet({ replicas: 1, persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete' } });

    const [change] = found('set-removed', [before], []);

    expect(change.effect).toBe('deletes-data');
    expect(fates(change)).toEqual(['data-db-0: deleted']);
  });

  test('claims go with a namespace that goes, too', () => {
    const namespace = object('v1', 'Namespace', { metadata: { name: 'data' } });
    const [set, moved] = [statefulSet({ replicas: 1 }), statefulSet({ replicas: 1 }, { namespace: 'prod' })];

    const [removed] = found('set-removed', [namespace, set], []);
    const [renamed] = found('set-renamed', [namespace, set], [moved]);
    const [left] = found('set-removed', [namespace, set], [namespace]);

    expect(removed).toMatchObject({ effect: 'deletes-data', message: "the set is removed; its namespace 'data' is removed, too, so data-db-0 goes with it" });
    expect(fates(removed)).toEqual(['data-db-0: deleted']);
    expect(renamed.effect).toBe('deletes-data');
    expect(left.effect).toBe('strands-data');
  });

  const reader = (kind: string, claimName: string, replicas = 1) => object('apps/v1', kind, {
    spec: { replicas, template: podTemplate({}, { volumes: [{ name: 'data', persistentVolumeClaim: { claimName } }] }) },
  });

  test('a set whose claims a Deployment mounts in its place strands only the others', () => {
    const before = statefulSet({ replicas: 2 });

    const [change] = found('set-removed', [before], [reader('Deployment', 'data-db-0')]);

    expect(fates(change)).toEqual(['data-db-0: adopted again', 'data-db-1: stranded']);
  });

  test('what mounted a claim before, such as a backup, does not take it over', () => {
    const backup = reader('Deployment', 'data-db-0');

    const [change] = found('set-removed', [statefulSet({ replicas: 1 }), backup], [backup]);

    expect(fates(change)).toEqual(['data-db-0: stranded']);
  });

  test('a set whose claims another set takes over by name strands nothing', () => {
    const before = statefulSet({ replicas: 1 }, { name: 'a-db' });
    const after = statefulSet({
      replicas: 1,
      template: podTemplate({ volumeMounts: [{ name: 'data-a', mountPath: '/data' }] }),
      volumeClaimTemplates: [{ metadata: { name: 'data-a' }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } }],
    });

    const changes = found('set-renamed', [before], [after]);

    expect(changes).toEqual([]);
  });

  test('a set that keeps its name, and a renamed set without claims, are no danger', () => {
    const stateless = { volumeClaimTemplates: [] };

    const kept = found('set-renamed', [statefulSet()], [statefulSet({ minReadySeconds: 5 })]);
    const renamed = found('set-renamed', [statefulSet(stateless)], [statefulSet(stateless, { name: 'other' })]);

    expect([...kept, ...renamed]).toEqual([]);
  });
});

describe('scale-in-deletes-claims: fewer replicas with whenScaled: Delete', () => {
  const policy = { persistentVolumeClaimRetentionPolicy: { whenScaled: 'Delete' } };

  test('names the claims that are deleted', () => {
    const [change] = found('scale-in-deletes-claims', [statefulSet(policy)], [statefulSet({ ...policy, replicas: 1 })]);

    expect(change).toMatchObject({ id: 'scale-in-deletes-claims:data/db', effect: 'deletes-data', path: '/spec/replicas', before: 3, after: 1 });
    expect(fates(change)).toEqual(['data-db-1: deleted', 'data-db-2: deleted']);
  });

  test('more replicas, or fewer with Retain, delete nothing', () => {
    const more = found('scale-in-deletes-claims', [statefulSet(policy)], [statefulSet({ ...policy, replicas: 5 })]);
    const retained = found('scale-in-deletes-claims', [statefulSet()], [statefulSet({ replicas: 1 })]);

    expect([...more, ...retained]).toEqual([]);
  });
});

describe('scale-in-leaves-claims: fewer replicas with Retain', () => {
  test('the claims left behind grow stale', () => {
    const [change] = found('scale-in-leaves-claims', [statefulSet()], [statefulSet({ replicas: 2 })]);

    expect(change).toMatchObject({ effect: 'stale-data', path: '/spec/replicas' });
    expect(fates(change)).toEqual(['data-db-2: stranded']);
  });

  test('a set scaled to zero goes on where it stopped, and more replicas are no danger', () => {
    const zero = found('scale-in-leaves-claims', [statefulSet()], [statefulSet({ replicas: 0 })]);
    const more = found('scale-in-leaves-claims', [statefulSet()], [statefulSet({ replicas: 4 })]);

    expect([...zero, ...more]).toEqual([]);
  });
});

describe('scale-out-reuses-claims: more replicas onto claims of pods that left', () => {
  const [two, three] = [statefulSet({ replicas: 2 }), statefulSet({ replicas: 3 })];
  const claim = object('v1', 'PersistentVolumeClaim', { spec: claimTemplate().spec }, 'data-db-2');
  const left: Manifest = { ...claim, metadata: { ...claim.metadata, uid: '1' } };

  test('a claim in the cluster that a pod left is taken up as it is', () => {
    const [change] = found('scale-out-reuses-claims', [two, left], [three]);

    expect(change).toMatchObject({ id: 'scale-out-reuses-claims:data/db', effect: 'stale-data', path: '/spec/replicas', before: 2, after: 3 });
    expect(change.message).toBe('2 → 3 replicas takes up data-db-2, with the data of the day that an earlier scale-in left it');
    expect(fates(change)).toEqual(['data-db-2: adopted again']);
    expect(diff([two, left], [three]).changes).toHaveLength(1);
  });

  test.each<[string, Manifest[], Manifest[]]>([
    ['claims that are not there', [two], [three]],
    ['a claim that somebody wrote for the new pod', [two, claim], [three, claim]],
    ['a set that goes on after a pause of all', [statefulSet({ replicas: 0 }), left], [three]],
    ['claims of pods that do not come back', [two, left], [two]],
    ['members that come back by themselves', [two, left].map(leavingByItself), [leavingByItself(three)]],
  ])('%s are no danger', (_name, before, after) => {
    expect(found('scale-out-reuses-claims', before, after)).toEqual([]);
  });

  function leavingByItself(manifest: Manifest): Manifest {
    return { ...manifest, metadata: { ...manifest.metadata, annotations: { 'cdk8s-stateful/decommission': 'none' } } };
  }
});

describe('retention-becomes-delete: retention turned to Delete', () => {
  test.each(['whenDeleted', 'whenScaled'])('%s: Delete holds for claims that exist already', field => {
    const after = statefulSet({ persistentVolumeClaimRetentionPolicy: { [field]: 'Delete' } });

    const changes = found('retention-becomes-delete', [statefulSet()], [after]);

    expect(changes).toMatchObject([{ effect: 'deletes-data', path: `/spec/persistentVolumeClaimRetentionPolicy/${field}`, after: 'Delete' }]);
  });

  test('turning it back to Retain, or writing the default out, is no danger', () => {
    const [deletes, retains] = ['Delete', 'Retain'].map(word => statefulSet({ persistentVolumeClaimRetentionPolicy: { whenDeleted: word, whenScaled: word } }));

    expect(found('retention-becomes-delete', [deletes], [retains])).toEqual([]);
    expect(found('retention-becomes-delete', [statefulSet()], [retains])).toEqual([]);
  });
});

describe('first-ordinal-moved: first ordinal moved', () => {
  test('pods at one end go and pods at the other end are empty', () => {
    const [change] = found('first-ordinal-moved', [statefulSet({ replicas: 2 })], [statefulSet({ replicas: 2, ordinals: { start: 1 } })]);

    expect(change.effect).toBe('strands-data');
    expect(fates(change)).toEqual(['data-db-0: stranded', 'data-db-1: kept', 'data-db-2: new and empty']);
  });

  test('writing out the default start is no change', () => {
    expect(found('first-ordinal-moved', [statefulSet()], [statefulSet({ ordinals: { start: 0 } })])).toEqual([]);
  });
});

describe('partition-left: partition left above zero', () => {
  const updateStrategy = { type: 'RollingUpdate', rollingUpdate: { partition: 2 } };
  const template = podTemplate({ image: 'postgres:15.4' });

  test('a new template reaches only the pods from the partition on', () => {
    const [change] = found('partition-left', [statefulSet({ updateStrategy })], [statefulSet({ updateStrategy, template })]);

    expect(change).toMatchObject({ effect: 'stale-data', message: 'partition 2 keeps the pods 0 to 1 on the old template' });
  });

  test('the partition taken back to 0 with the template is no danger', () => {
    const back = { type: 'RollingUpdate', rollingUpdate: { partition: 0 } };

    expect(found('partition-left', [statefulSet({ updateStrategy })], [statefulSet({ updateStrategy: back, template })])).toEqual([]);
  });
});

describe('a set without pods', () => {
  test('has no claims to leave behind, and no pods to hold back', () => {
    const start = found('first-ordinal-moved', [statefulSet({ replicas: 0 })], [statefulSet({ replicas: 0, ordinals: { start: 3 } })]);
    const partition = { replicas: 0, updateStrategy: { rollingUpdate: { partition: 2 } } };
    const held = found('partition-left', [statefulSet(partition)], [statefulSet({ ...partition, template: podTemplate({ image: 'postgres:15.4' }) })]);

    expect([...start, ...held]).toEqual([]);
  });
});

test('replicas that are left out become one', () => {
  const [before, after] = [statefulSet(), statefulSet({ replicas: undefined })];

  expect(found('scale-in-leaves-claims', [before], [after])).toMatchObject([{ path: '/spec/replicas' }]);
});
