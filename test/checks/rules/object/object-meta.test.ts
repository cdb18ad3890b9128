import { testRules, object, of } from './rule-cases';

const noted = (length: number) => ({ ...of('ConfigMap', 'v1', ''), metadata: { name: 'a', annotations: { a: 'x'.repeat(length) } } });

describe('metadata', () => {
  testRules([
    ['annotations as long as they may be', noted(256 * 1024 - 1)],
    ['annotations that are too long', noted(256 * 1024), 'object-metadata /metadata/annotations'],
    ['a revision to go back to', object('{apiVersion: apps/v1, kind: Deployment, metadata: {name: a, annotations: {deprecated.deployment.rollback.to: "2"}}}')],
    ['a revision that is no number', object('{apiVersion: apps/v1, kind: Deployment, metadata: {name: a, annotations: {deprecated.deployment.rollback.to: last}}}'),
      'object-metadata /metadata/annotations/deprecated.deployment.rollback.to'],
    ['dependents that are orphaned and deleted', object('{apiVersion: v1, kind: ConfigMap, metadata: {name: a, finalizers: [orphan, foregroundDeletion]}}'),
      'object-metadata /metadata/finalizers'],
  ]);
});

const generation = (kind: string, apiVersion: string) => object(`{apiVersion: ${apiVersion}, kind: ${kind}, metadata: {name: web, generation: -1}, spec: {containers: [{name: web, image: a}]}}`);
const GENERATION = 'object-metadata /metadata/generation';

describe('a generation below 0', () => {
  testRules([
    ['of what the server does not count', generation('ConfigMap', 'v1'), GENERATION],
    ['of a template', generation('PodTemplate', 'v1')],
    ['of a Pod', generation('Pod', 'v1')],
  ], '1.33');
});

describe('before the server counted Pods', () => {
  testRules([
    ['a generation below 0', generation('Pod', 'v1'), GENERATION],
  ], '1.32');
});
