import * as fc from 'fast-check';
import { loadAll } from 'js-yaml';
import { found, of } from './object/judge';
import { contextOf } from '../../../src/checks/engine/context';
import { ObjectCheck } from '../../../src/checks/engine/object-check';
import { RULE_CHECKS } from '../../../src/checks/rules/object-rules';
import { RARE_CHECKS } from '../../../src/checks/rules/rare-rules';
import * as rarerKinds from '../../../src/checks/rules/rarer-kinds';
import { SYSTEM_CHECKS } from '../../../src/checks/rules/system-checks';
import { Manifest, isManifest } from '../../../src/kubernetes/manifest';
import { Inventory } from '../../../src/manifest/inventory';

const EXPRESSION = 'matchExpressions: [{key: a, operator: In}]';

/** Something wrong for each kind. */
const WRONG: Readonly<Record<string, readonly [apiVersion: string, body: string]>> = {
  '/ResourceQuota': ['v1', 'spec: {hard: {mem: 1}}'],
  '/LimitRange': ['v1', 'spec: {limits: [{type: all}]}'],
  'scheduling.k8s.io/PriorityClass': ['scheduling.k8s.io/v1', 'value: 2000000000'],
  'storage.k8s.io/CSIDriver': ['storage.k8s.io/v1', 'spec: {tokenRequests: [{audience: a}, {audience: a}]}'],
  'storage.k8s.io/CSINode': ['storage.k8s.io/v1', 'spec: {drivers: [{name: a, nodeID: a}, {name: a, nodeID: b}]}'],
  'storage.k8s.io/CSIStorageCapacity': ['storage.k8s.io/v1', `storageClassName: a, nodeTopology: {${EXPRESSION}}`],
  'storage.k8s.io/VolumeAttachment': ['storage.k8s.io/v1', 'spec: {attacher: a, nodeName: a, source: {}}'],
  '/Node': ['v1', 'spec: {taints: [{key: a, effect: NoSchedule}, {key: a, effect: NoSchedule}]}'],
  'node.k8s.io/RuntimeClass': ['node.k8s.io/v1', 'handler: a, scheduling: {tolerations: [{}]}'],
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration': ['admissionregistration.k8s.io/v1', 'webhooks: [{clientConfig: {}}]'],
  'admissionregistration.k8s.io/MutatingWebhookConfiguration': ['admissionregistration.k8s.io/v1', 'webhooks: [{clientConfig: {}}]'],
  'apiextensions.k8s.io/CustomResourceDefinition': ['apiextensions.k8s.io/v1', 'spec: {group: a}'],
  'apiregistration.k8s.io/APIService': ['apiregistration.k8s.io/v1', 'spec: {group: a.b, version: v1}'],
  'certificates.k8s.io/CertificateSigningRequest': ['certificates.k8s.io/v1', 'spec: {usages: []}'],
  'flowcontrol.apiserver.k8s.io/FlowSchema': ['flowcontrol.apiserver.k8s.io/v1beta3', 'spec: {matchingPrecedence: 1}'],
  'flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration': ['flowcontrol.apiserver.k8s.io/v1beta3', 'spec: {type: Limited}'],
  '/Event': ['v1', 'eventTime: "2024-01-31T12:00:00.000000Z"'],
  'events.k8s.io/Event': ['events.k8s.io/v1', 'type: Error'],
};

it.each(RARE_CHECKS.flatMap(check => check.kinds!.map(kind => [kind, check] as const)))('%s is judged by its rules', (kind, check) => {
  const [apiVersion, body] = WRONG[kind];

  const ids = found(of(kind.slice(kind.indexOf('/') + 1), apiVersion, body)).map(line => line.split(' ')[0]);

  expect(check.checks.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  expect(ids).not.toEqual([]);
});

const LATER = Object.entries<object>(rarerKinds);

test.each(LATER.flatMap(([name, check]) => 'checks' in check ? [[name, check as ObjectCheck] as const] : []))('%s are asked about all kinds that they judge', (_, rules) => {
  const asked = RULE_CHECKS.filter(({ checks }) => checks === rules.checks).map(({ kinds }) => kinds);

  expect(asked).toContainEqual(rules.kinds);
});

test.each(LATER.flatMap(([name, check]) => 'checks' in check ? [] : [[name, check] as const]))('%s is among the checks of a system, and says what it says itself', (_, check) => {
  const asked = SYSTEM_CHECKS.find(({ why }) => why === (check as { why: string }).why);

  expect(asked).toMatchObject({ ...check, run: expect.any(Function), kinds: expect.any(Array) });
});

test('a check of a system that is asked only where certain kinds are has nothing to say where they are not', () => {
  const objects = SYSTEM_CHECKS.flatMap(({ bad, good }) => loadAll(`${bad}\n---\n${good}`).filter(isManifest));
  const said = (manifests: readonly Manifest[]) => SYSTEM_CHECKS.filter(({ kinds }) => kinds).flatMap(({ id, kinds, run }) => {
    const inventory = new Inventory(manifests.filter(({ kind }) => !kinds!.includes(kind)));
    return [...run(inventory, contextOf(inventory, { complete: true }, '1.27'))].map(({ message }) => `${id}: ${message}`);
  });

  expect(said(objects)).toEqual([]);
  fc.assert(fc.property(fc.subarray(objects, { maxLength: 20 }), some => { expect(said(some)).toEqual([]); }), { numRuns: 50 });
});
