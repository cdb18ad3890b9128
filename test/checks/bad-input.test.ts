import fc from 'fast-check';
import { parse, parseAllDocuments, stringify } from 'yaml';
import { OBJECT_CHECKS, SYSTEM_CHECKS } from '../../src/checks/rules/registry';
import { checkDocuments, checkManifests } from '../../src/checks/run';
import { isManifest, isRecord } from '../../src/kubernetes/manifest';
import { readDocuments } from '../../src/manifest/read/read';
import { Finding } from '../../src/reports/finding';
import { anyText } from '../support/any-text';
import { IS_LONG_LANE } from '../support/lane';

const SYSTEM = `apiVersion: v1
kind: Service
metadata: {name: web, labels: {app: web}}
spec: {clusterIP: None, selector: {app: web}, ports: [{name: http, port: 80, targetPort: http}]}
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: web}
spec:
  serviceName: web
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      tolerations: [{key: a, operator: Exists}]
      affinity:
        podAntiAffinity:
          requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: kubernetes.io/hostname, labelSelector: {matchLabels: {app: web}}}]
      containers:
      - name: web
        image: "httpd:2.4"
        env: [{name: A, valueFrom: {configMapKeyRef: {name: web, key: a}}}]
        ports: [{name: http, containerPort: 80}]
        readinessProbe: {httpGet: {path: /, port: http}}
        resources: {requests: {cpu: 100m, memory: 64Mi}}
        volumeMounts: [{name: data, mountPath: /data}]
  volumeClaimTemplates:
  - metadata: {name: data}
    spec: {accessModes: [ReadWriteOnce], storageClassName: fast, resources: {requests: {storage: 1Gi}}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web}
spec: {podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress], ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}], ports: [{port: 80}]}]}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: StatefulSet, name: web}
  maxReplicas: 3
  metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 50}}}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: web}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: web}
subjects: [{kind: ServiceAccount, name: web}]
`;

function check(text: string): Finding[] {
  return checkDocuments(readDocuments(text, 'system.yaml'));
}

/** No check threw, and what was found can be written as JSON. */
function expectSound(findings: readonly { readonly rule: string }[]) {
  expect(findings.filter(({ rule }) => rule === 'check-failed')).toEqual([]);
  expect(() => JSON.stringify(findings)).not.toThrow();
}

/** Nothing is printed that people cannot read, unless something else is wrong with the types and said to be so. */
function expectReadable(findings: readonly Finding[]) {
  if (findings.some(({ rule }) => rule === 'schema-type' || rule === 'schema-required')) { return; }
  for (const { message, fix } of findings) { expect(`${message} ${fix}`).not.toMatch(/\[object Object\]|\bundefined\b/); }
}

test('a thousand mutations of the bytes of YAML are findings or clean passes', () => {
  const edit = fc.record({
    at: fc.nat({ max: SYSTEM.length }),
    removed: fc.nat({ max: 12 }),
    added: fc.oneof(anyText({ maxLength: 4 }), fc.constantFrom('\n', '\t', '- ', ': ', '{', '[', '&a ', '*a', '!!x ', '---\n', '? ', '|', '"', '\u00a0')),
  });

  fc.assert(fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), edits => {
    const text = edits.reduce((before, { at, removed, added }) => before.slice(0, at) + added + before.slice(at + removed), SYSTEM);

    const findings = check(text);

    expectSound(findings);
    expectReadable(findings);
    for (const { place: { line = 0, column = 0 } = {} } of findings) { expect(line >= 1 && column >= 1 && line <= text.split(/\r\n?|\n/).length).toBe(true); }
  }), { numRuns: 1000 });
});

test('a thousand mutations of the trees of manifests are findings or clean passes', () => {
  const manifests = SYSTEM.split('---\n').map(text => parse(text));
  const strange = fc.oneof(
    fc.anything({ withNullPrototype: true }), fc.constantFrom<unknown>(null, '', 0, -1, [], {}, [null], [[]], { '': '' }, NaN, Infinity, 1e300, '__proto__'),
  );
  const mutation = fc.record({ pick: fc.array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 9 }), value: strange, key: fc.constantFrom('', '__proto__', 'constructor', 'x') });

  fc.assert(fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), mutations => {
    const trees = structuredClone(manifests);
    for (const { pick, value, key } of mutations) { mutate(trees[pick[0] % trees.length], pick.slice(1), key, value); }

    const findings = checkManifests(trees.filter(isManifest));

    expectSound(findings);
  }), { numRuns: 1000 });
});

/** Walks into the tree and replaces what is there, or adds a key. */
function mutate(root: any, pick: readonly number[], key: string, value: unknown) {
  let node = root;
  for (const [step, number] of pick.entries()) {
    const keys = Object.keys(node);
    if (keys.length === 0) { break; }
    const chosen = keys[number % keys.length];
    if (step === pick.length - 1 || typeof node[chosen] !== 'object' || node[chosen] === null) {
      if (root !== node || !['apiVersion', 'kind'].includes(chosen)) { Object.defineProperty(node, chosen, { value, enumerable: true, writable: true, configurable: true }); }
      return;
    }
    node = node[chosen];
  }
  if (!Array.isArray(node)) { Object.defineProperty(node, key, { value, enumerable: true, writable: true, configurable: true }); }
}

/** The manifests again and again: each place of each of them, or in the fast lane each third one, holds each odd value once. */
function brokenAtEachPlace(text: string, odd: readonly unknown[]): any[][] {
  const trees = parseAllDocuments(text).map(document => document.toJS()).filter(isManifest);
  const copy = (value: any): any => odd.includes(value) || typeof value !== 'object' || value === null ? value
    : Array.isArray(value) ? value.map(copy) : Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, copy(entry)]));
  const broken: any[][] = [];
  for (const [holder, key] of placesIn(trees).filter((_, index) => IS_LONG_LANE || index % 3 === 0)) {
    const before = holder[key];
    for (const value of odd) {
      holder[key] = value;
      broken.push(trees.map(copy).filter(isManifest));
    }
    holder[key] = before;
  }
  return broken;
}

/** What failed. All at once is faster than one after the other. */
function failedIn(manifests: readonly any[]): string[] {
  return checkManifests(manifests).filter(({ rule }) => rule === 'check-failed').map(({ message }) => message);
}

// `{toString: 1}` is plain JSON, and cannot be made a text.
const NO_TEXT = { toString: 1 };

const ODD = IS_LONG_LANE ? [NO_TEXT, [NO_TEXT], Object.create(null)] : [NO_TEXT];

test('no rule trips over an object that stands where a value belongs, at any place of any example', () => {
  // Many rules have the same good example.
  const texts = new Set([...OBJECT_CHECKS.flatMap(({ checks }) => checks), ...SYSTEM_CHECKS].flatMap(({ bad, good }) => [bad, good]));
  texts.delete(undefined);

  const failed = [...texts].flatMap(text => failedIn(brokenAtEachPlace(text!, ODD).flat()));

  expect([...new Set(failed)]).toEqual([]);
});

test('nor does it where the version is misspelt, so that nothing has looked at the types before', () => {
  // Each time in a namespace of its own.
  const misspelt = (manifest: any, namespace: string) => ({
    ...manifest,
    metadata: isRecord(manifest.metadata) && manifest.metadata !== NO_TEXT ? { ...manifest.metadata, namespace } : manifest.metadata,
    apiVersion: `${manifest.apiVersion}\t`,
  });

  const failed = SYSTEM_CHECKS.flatMap(({ bad }) => failedIn(brokenAtEachPlace(bad!, [NO_TEXT]).flatMap((group, index) => group.map(one => misspelt(one, `n${index}`)))));

  expect([...new Set(failed)]).toEqual([]);
});

/** Every property in the tree, deepest last. */
function placesIn(root: any): [holder: any, key: string][] {
  const places: [any, string][] = [];
  for (const key of Object.keys(root)) {
    places.push([root, key]);
    if (typeof root[key] === 'object' && root[key] !== null) { places.push(...placesIn(root[key])); }
  }
  return places;
}

test('any JSON with a kind is a finding or a clean pass', () => {
  const kinds = fc.constantFrom('v1/Pod', 'v1/Service', 'apps/v1/StatefulSet', 'batch/v1/CronJob', 'v1/Secret', 'networking.k8s.io/v1/Ingress', 'v1/List');

  fc.assert(fc.property(kinds, fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (key, spec, metadata, data) => {
    const slash = key.lastIndexOf('/');
    const manifest = { apiVersion: key.slice(0, slash), kind: key.slice(slash + 1), metadata, spec, data, items: data };

    expectSound(check(JSON.stringify(manifest)));
    expectSound(checkManifests([manifest as any]));
  }), { numRuns: 500 });
});

test('manifests that contain themselves are findings or clean passes', () => {
  for (const manifest of SYSTEM.split('---\n').map(text => parse(text))) {
    manifest.spec = { ...manifest.spec, template: manifest, selector: manifest, containers: [manifest] };
    manifest.spec.volumes = [manifest.spec];

    const findings = checkManifests([manifest]);

    expect(findings).toEqual([expect.objectContaining({ rule: 'unreadable', severity: 'error' })]);
  }
});

test('a CustomResourceDefinition that nests a thousand deep is a finding', () => {
  let schema: Record<string, unknown> = {};
  for (let depth = 0; depth < 1000; depth++) { schema = { not: schema }; }
  const text = JSON.stringify({ apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', metadata: { name: 'a' }, spec: { versions: [{ schema: { openAPIV3Schema: schema } }] } });

  const findings = check(text);

  expect(findings).toContainEqual(expect.objectContaining({ rule: 'unreadable' }));
});

test('a hundred thousand keys and list items are no trouble', () => {
  const data = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`key-${index}`, 'x']));
  const text = stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data });

  const findings = check(text);

  expect(findings).toEqual([]);
});
