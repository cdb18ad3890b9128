import fc from 'fast-check';
import { stringify } from 'yaml';
import { claimTemplate, object, podTemplate, statefulSet, yaml } from './support';
import { diff } from '../../src/diff/diff';
import { plansFor } from '../../src/diff/plan/plan';
import { Manifest } from '../../src/kubernetes/manifest';

const SYSTEM: readonly Manifest[] = [
  statefulSet(),
  statefulSet({ replicas: 1 }, { name: 'cache' }),
  object('v1', 'Service', { spec: { clusterIP: 'None', selector: { app: 'db' }, ports: [{ port: 5432 }] } }, 'db'),
  object('v1', 'ConfigMap', { data: { a: 'b' } }),
  object('v1', 'Secret', { stringData: { a: 'b' } }),
  object('v1', 'PersistentVolumeClaim', { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } }),
  object('batch/v1', 'Job', { spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'a', image: 'a' }] } } } }),
  object('networking.k8s.io/v1', 'NetworkPolicy', { spec: { podSelector: { matchLabels: { app: 'db' } } } }),
  object('apps/v1', 'Deployment', { spec: { selector: { matchLabels: { app: 'db' } }, template: podTemplate({}, { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'it' } }] }) } }),
  { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'fast' }, provisioner: 'x', parameters: { onDelete: 'retain' } },
  { apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: 'pv' }, spec: { capacity: { storage: '1Gi' }, accessModes: ['ReadWriteOnce'], nfs: { server: 's', path: '/' } } },
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'data' } },
];

/** Every place in the system, to put something else there. */
function pathsOf(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) { return [path]; }
  const key = (name: string) => Array.isArray(value) ? Number(name) : name;
  return [...path.length > 0 ? [path] : [], ...Object.entries(value).flatMap(([name, child]) => pathsOf(child, [...path, key(name)]))];
}

const PATHS = pathsOf(SYSTEM).filter(path => path.length > 1 && !['apiVersion', 'kind'].includes(String(path[1])));

function changed(path: readonly (string | number)[], value: unknown): Manifest[] {
  const copy: any = structuredClone(SYSTEM);
  const parent = path.slice(0, -1).reduce((part, key) => part[key], copy);
  parent[path[path.length - 1]] = value;
  return copy;
}

const anyValue = fc.oneof(fc.jsonValue() as fc.Arbitrary<unknown>, fc.constantFrom(null, '', 0, -1, {}, [], [{}], [null], '1Gi', 'Delete', true, 1e9, '__proto__'));
const mutated = fc.tuple(fc.constantFrom(...PATHS), anyValue).map(([path, value]) => changed(path, value));

describe('what holds for every input', () => {
  test('nothing changes between a system and itself', () => {
    fc.assert(fc.property(mutated, system => {
      const { changes, summary } = diff(system, structuredClone(system));

      expect(changes).toEqual([]);
      expect(summary).toEqual({ effects: {}, changes: 0, dangerous: 0, accepted: 0 });
    }), { numRuns: 300 });
  });

  test('neither the order of the objects nor the way YAML is written matters', () => {
    const text = SYSTEM.map(manifest => stringify(manifest, { defaultStringType: 'QUOTE_DOUBLE', collectionStyle: 'flow' })).join('---\n');

    fc.assert(fc.property(mutated, fc.shuffledSubarray([...SYSTEM], { minLength: SYSTEM.length }), (after, shuffled) => {
      expect(diff(shuffled, after).changes).toEqual(diff(SYSTEM, after).changes);
    }), { numRuns: 50 });
    expect(diff(SYSTEM, yaml(text)).changes).toEqual([]);
  });

  test('no mutated input makes it fail, in either direction', () => {
    fc.assert(fc.property(mutated, mutated, (before, after) => {
      const forth = diff(before, after);
      const back = diff(after, before);
      const plans = [[before, after], [after, before]].flatMap(([old, next]) => plansFor(diff(old, next)));

      expect(plans.every(({ steps }) => steps.length > 0)).toBe(true);
      expect([forth, back].every(({ summary, changes }) => summary.changes === changes.length)).toBe(true);
    }), { numRuns: 300 });
  });

  test('every change has an id, an object, a message, and JSON can hold it', () => {
    fc.assert(fc.property(mutated, after => {
      const { changes } = diff(SYSTEM, after);

      for (const change of changes) {
        expect(change.id).toContain(':');
        expect(change.message).not.toBe('');
        expect(JSON.parse(JSON.stringify(change)).object.kind).toBe(change.object.kind);
      }
    }), { numRuns: 100 });
  });
});

describe('strange input', () => {
  test.each([1e300, 1e9, -5, NaN])('%d pods are not listed one by one', replicas => {
    const { changes } = diff([statefulSet({ replicas, ordinals: { start: replicas } })], [statefulSet({}, { name: 'other' })]);

    expect(changes.every(({ claims }) => claims.length <= 200)).toBe(true);
  });

  test('what a rule cannot check is said, counts as refused, and hides nothing else', () => {
    const strange = statefulSet({ serviceName: { toString: 0 }, replicas: 1 });

    const { changes } = diff([statefulSet(), SYSTEM[2]], [strange, object('v1', 'Service', { spec: { clusterIP: 'None', selector: { x: 'y' } } }, 'db')]);

    expect(changes.find(({ id }) => id.startsWith('not-checked:'))).toMatchObject({ effect: 'refused' });
    expect(changes.some(({ id }) => id === 'scale-in-leaves-claims:data/db')).toBe(true);
  });
});

describe('matching', () => {
  test('an object is the same under another version of its group, and without a namespace it is in default', () => {
    const before = { apiVersion: 'policy/v1beta1', kind: 'PodDisruptionBudget', metadata: { name: 'a', namespace: 'default' }, spec: { maxUnavailable: 1 } };
    const after = { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: { name: 'a' }, spec: { maxUnavailable: 1 } };

    const { changes } = diff([before], [after]);

    expect(changes.filter(({ path }) => path === '')).toEqual([]);
    expect(changes.filter(({ path }) => path.startsWith('/spec'))).toEqual([]);
  });

  test('list items are matched by their key: a new first variable is one change', () => {
    const env = (...names: string[]) => statefulSet({ template: podTemplate({ env: names.map(name => ({ name, value: name })) }) });

    const { changes } = diff([env('A', 'B')], [env('Z', 'A', 'B')]);

    expect(changes).toMatchObject([{ effect: 'restart', path: '/spec/template/spec/containers/0/env/0', after: { name: 'Z', value: 'Z' } }]);
  });

  test('defaults written out, nulls, and quantities in other words are no changes', () => {
    const before = statefulSet({ template: podTemplate({ resources: { limits: { memory: '1Gi' } } }) });
    const after = statefulSet({
      updateStrategy: { type: 'RollingUpdate' },
      template: podTemplate({ resources: { limits: { memory: '1024Mi' } }, terminationMessagePath: '/dev/termination-log', env: [] }, { restartPolicy: 'Always', nodeSelector: null }),
      volumeClaimTemplates: [claimTemplate('data', { volumeMode: 'Filesystem' })],
    });

    expect(diff([before], [after]).changes).toEqual([]);
  });
});

describe('effects', () => {
  test.each([
    ['pods of a set restart from the highest down', statefulSet(), statefulSet({ template: podTemplate({ image: 'postgres:15.4' }) }), 'restart', 'pods 2 down to 0 restart, one at a time'],
    ['with OnDelete nothing restarts by itself', statefulSet({ updateStrategy: { type: 'OnDelete' } }), statefulSet({ updateStrategy: { type: 'OnDelete' }, template: podTemplate({ image: 'postgres:15.4' }) }), 'in-place', 'OnDelete'],
    ['more replicas come with new claims', statefulSet(), statefulSet({ replicas: 4 }), 'in-place', 'data-db-3 (new and empty'],
    ['a Service port opens or loses access', SYSTEM[2], object('v1', 'Service', { spec: { clusterIP: 'None', selector: { app: 'db' }, ports: [{ port: 1 }] } }, 'db'), 'access', 'clients'],
    ['labels of an object touch nothing', SYSTEM[3], { ...SYSTEM[3], metadata: { name: 'it', namespace: 'data', labels: { a: 'b' } } }, 'none', 'labels and annotations'],
    ['data of a ConfigMap nobody reads changes in place', SYSTEM[3], object('v1', 'ConfigMap', { data: { a: 'c' } }), 'in-place', 'in place'],
  ])('%s', (_, before, after, effect, message) => {
    const [change] = diff([before], [after]).changes;

    expect(change.effect).toBe(effect);
    expect(change.message).toContain(message);
  });

  test('worst first, with a summary', () => {
    const after = [statefulSet({ replicas: 1, template: podTemplate({ image: 'postgres:15.4' }) })];

    const { changes, summary } = diff([statefulSet()], after);

    expect(changes.map(({ effect }) => effect)).toEqual(['stale-data', 'restart']);
    expect(summary).toEqual({ effects: { 'stale-data': 1, 'restart': 1 }, changes: 2, dangerous: 1, accepted: 0 });
  });
});

describe('accepted dangers', () => {
  const deployment = (template: object, spec: object = {}) => ({ ...object('apps/v1', 'Deployment', { spec: { selector: { matchLabels: { app: 'db' } }, template, ...spec } }, 'db') });

  const after = [statefulSet({ replicas: 1 })];

  test('a danger that is accepted by its id is no danger any more', () => {
    const { changes, summary } = diff([statefulSet()], after, { accepted: new Map([['scale-in-leaves-claims:data/db', 'members were decommissioned']]) });

    expect(changes).toMatchObject([{ id: 'scale-in-leaves-claims:data/db', accepted: 'members were decommissioned' }]);
    expect(summary).toMatchObject({ dangerous: 0, accepted: 1 });
  });

  test('what only server-side apply refuses is accepted by who applies in another way', () => {
    const [old, next] = [{}, { strategy: { type: 'Recreate' } }].map(spec => deployment(podTemplate({ volumeMounts: [] }), spec));

    const { changes } = diff([old], [next], { accepted: new Map([['strategy-leftover:data/db', 'Helm 3 removes it']]) });

    expect(changes).toMatchObject([{ id: 'strategy-leftover:data/db', effect: 'refused', serverSideOnly: true, severity: 'warning', accepted: 'Helm 3 removes it' }]);
  });

  test('what only server-side apply keeps in a volume is told as that', () => {
    const [old, next] = [{}, { secret: { secretName: 'a' } }].map(source => deployment(podTemplate({ volumeMounts: [] }, { volumes: [{ name: 'v', ...source }] })));

    const { changes } = diff([old], [next]);

    expect(changes.find(({ rule }) => rule === 'invalid')).toMatchObject({ serverSideOnly: true, message: expect.stringContaining('server-side apply refuses this') });
  });

  test('accepting one object says nothing about another, and a refusal cannot be accepted', () => {
    const other = diff([statefulSet()], after, { accepted: new Map([['scale-in-leaves-claims:data/cache', 'why']]) });
    const refusal = diff([statefulSet()], [statefulSet({ serviceName: 'x' })], { accepted: new Map([['statefulset-immutable:data/db/spec.serviceName', 'why']]) });

    expect([other.summary.dangerous, refusal.summary.dangerous]).toEqual([1, 1]);
  });
});

test('no change repeats a password that stands in the manifests', () => {
  const withPassword = (value: string) => object('v1', 'Pod', {
    spec: { containers: [{ name: 'a', image: 'a', args: ['--token', value], env: [{ name: 'PASSWORD', value }, { name: 'URL', value: `redis://:${value}@cache` }] }] },
  });

  const changes = JSON.stringify(diff([withPassword('hunter2')], [withPassword('hunter3')]).changes);

  expect(changes).toContain('(redacted)');
  expect(changes).not.toMatch(/hunter/);
});

describe('objects read from a cluster', () => {
  const live = (manifest: Manifest): Manifest => ({ ...manifest, metadata: { ...manifest.metadata, uid: '0b1c9d1e' } });

  test('replicas that an autoscaler wrote stay', () => {
    const scaler = object('autoscaling/v2', 'HorizontalPodAutoscaler', { spec: { maxReplicas: 6, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'db' } } }, 'scaler');
    const { replicas: _, ...spec } = statefulSet().spec;
    const unscaled = { ...statefulSet(), spec };

    expect(diff([live(statefulSet({ replicas: 5 })), scaler], [unscaled, scaler]).changes).toEqual([]);
    expect(diff([live(statefulSet({ replicas: 5 }))], [unscaled]).changes).not.toEqual([]);
  });

  test('what programs put into objects of others stays', () => {
    const webhook = (clientConfig: object) => ({
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingWebhookConfiguration',
      metadata: { name: 'w' },
      webhooks: [{ name: 'w.example.org', admissionReviewVersions: ['v1'], sideEffects: 'None', clientConfig: { url: 'https://w.example.org', ...clientConfig } }],
    });
    const account = object('v1', 'ServiceAccount', {});

    const changes = [
      ...diff([live(webhook({ caBundle: 'TFMwdA==' }))], [webhook({})]).changes,
      ...diff([live({ ...account, secrets: [{ name: 'it-token-abc' }] })], [account]).changes,
    ];

    expect(changes).toEqual([]);
  });
});
