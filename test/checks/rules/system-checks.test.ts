import { readdirSync } from 'fs';
import { join } from 'path';
import * as fc from 'fast-check';
import { loadAll } from 'js-yaml';
import { contextOf } from '../../../src/checks/engine/context';
import { SYSTEM_CHECKS } from '../../../src/checks/rules/system-checks';
import { checkManifests } from '../../../src/checks/run';
import { ApiModel } from '../../../src/kubernetes/api/model';
import { Manifest, isManifest } from '../../../src/kubernetes/manifest';
import { Inventory, identityOf } from '../../../src/manifest/inventory';
import { findingsIn } from '../findings';

const checks = SYSTEM_CHECKS.map(check => [check.id, check] as const);
/** All but those that ask for more than manifests; test/checks/docs-page.test.ts names them. */
const withExamples = checks.filter(([, { bad }]) => bad !== undefined);

test.each(withExamples)('%s is all that is found in its bad example, and nothing is found in its good one', (id, { bad, good }) => {
  // Checks about custom resources have examples of kinds whose definition is not there.
  const idsIn = (yaml: string) => [...new Set(findingsIn(yaml).map(finding => finding.rule))].filter(rule => rule !== 'kind-not-checked');

  expect(idsIn(bad!)).toEqual([id]);
  expect(idsIn(good!)).toEqual([]);
});

test.each(withExamples)('%s says what is wrong and what to write instead', (id, { bad, severity = 'error' }) => {
  const [finding] = findingsIn(bad!).filter(candidate => candidate.rule === id);

  expect(finding.message).toMatch(/^[A-Z].*[^.]$/);
  expect(finding.fix).toMatch(/^[a-z].*[^.]$/);
  expect(finding.severity).toBe(severity);
});

test.each(checks)('%s is one file of that name', id => {
  const files = readdirSync(join(__dirname, '../../../src/checks/rules/system'));

  expect(files).toContain(`${id}.ts`);
});

test('no two checks have one id', () => {
  const ids = SYSTEM_CHECKS.map(({ id }) => id);

  expect(new Set(ids).size).toBe(ids.length);
});

const NAMES = ['metadata', 'name', 'namespace', 'labels', 'annotations', 'spec', 'template', 'selector', 'matchLabels', 'containers', 'image',
  'volumes', 'env', 'value', 'ports', 'port', 'targetPort', 'rules', 'resources', 'verbs', 'apiGroups', 'subjects', 'kind', 'roleRef', 'capacity',
  'storage', 'accessModes', 'claimRef', 'hostPath', 'path', 'replicas', 'minAvailable', 'tolerations', 'key', 'volumeClaimTemplates', 'args',
  'provisioner', 'storageClassName', 'volumeName', 'nodeAffinity', 'required', 'webhooks', 'data', 'serviceName', '__proto__', 'constructor', 'toString', 'valueOf',
  'toJSON', 'matchExpressions', 'operator', 'values', 'mountPath', 'parallelism', 'maxReplicas', 'scaleTargetRef', 'nodeSelector', 'hostPath'];
const KINDS = ['Pod', 'StatefulSet', 'Deployment', 'CronJob', 'Service', 'PodDisruptionBudget', 'PersistentVolume', 'PersistentVolumeClaim',
  'StorageClass', 'Role', 'ClusterRole', 'ClusterRoleBinding', 'RoleBinding', 'ConfigMap', 'Secret', 'Ingress', 'HorizontalPodAutoscaler'];

test('whatever stands in the fields, every check finishes', () => {
  const { tree } = fc.letrec(tie => ({
    tree: fc.oneof({ maxDepth: 5 }, fc.constantFrom<unknown>(null, '', 'x', '1Gi', 0, -1, 1e300, true),
      fc.array(tie('tree'), { maxLength: 3 }), fc.dictionary(fc.constantFrom(...NAMES), tie('tree'))),
  }));
  const object = fc.tuple(fc.constantFrom(...KINDS), fc.dictionary(fc.constantFrom(...NAMES), tree));

  fc.assert(fc.property(fc.array(object, { maxLength: 6 }), objects => {
    const manifests = objects.map(([kind, body]) => ({ ...body, apiVersion: 'v1', kind }) as Manifest);
    const inventory = new Inventory(manifests);
    const context = contextOf(inventory, {}, ApiModel.of());

    const problems = SYSTEM_CHECKS.flatMap(check => [...check.run(inventory, context)]);

    expect(problems.every(({ message }) => typeof message === 'string')).toBe(true);
  }), { numRuns: 500 });
});

test('the order of the objects changes nothing but the order of the findings', () => {
  const system = SYSTEM_CHECKS.flatMap(check => loadAll(check.bad!).filter(isManifest))
    // Of two objects with one name the first one is found by name: there the order matters.
    .filter((manifest, i, all) => all.findIndex(other => identityOf(other) === identityOf(manifest)) === i);
  const tell = (manifests: readonly Manifest[]) => checkManifests(manifests)
    .map(({ rule, object, path }) => `${rule} ${object.kind} ${object.namespace ?? ''} ${object.name} ${path}`).sort();
  const expected = tell(system).filter(line => !DEPENDS_ON_ORDER.test(line));

  fc.assert(fc.property(fc.shuffledSubarray(system, { minLength: system.length }), shuffled => {
    const found = tell(shuffled).filter(line => !DEPENDS_ON_ORDER.test(line));

    expect(found).toEqual(expected);
  }), { numRuns: 30 });
});

/** These name one of several objects: the one that comes second, or the first of a namespace. */
const DEPENDS_ON_ORDER = /^(ambiguous-autoscalers|duplicate-route|missing-namespace|overlapping-budgets|claim-name-collision|shared-claim|interchangeable-volumes|claim-binding|volume-node) /;
