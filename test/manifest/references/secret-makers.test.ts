import { parseAllDocuments } from 'yaml';
import { Inventory } from '../../../src/manifest/inventory';
import { References } from '../../../src/manifest/references/references';
import { SecretMakers, letsCreateSecrets } from '../../../src/manifest/references/secret-makers';

const ROLE = (verb: string, namespace = 'shop') =>
  `{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: maker, namespace: ${namespace}}, rules: [{apiGroups: [""], resources: [secrets], verbs: [${verb}]}]}`;
const JOB = (name: string, container: string) =>
  `{apiVersion: batch/v1, kind: Job, metadata: {name: ${name}, namespace: shop}, spec: {template: {spec: {containers: [{image: curl, ${container}}]}}}}`;
const jobsOf = (...documents: string[]) =>
  SecretMakers.of(new References(new Inventory(parseAllDocuments(documents.join('\n---\n')).map(document => document.toJS())))).jobsOf('shop', 'login').map(({ metadata }) => metadata!.name);

test('a Job makes the Secret whose name it gets, as a variable or as an argument, where a role lets somebody create Secrets', () => {
  expect(jobsOf(ROLE('create'), JOB('a', 'env: [{name: N, value: login}]'))).toEqual(['a']);
  expect(jobsOf(ROLE('create'), JOB('a', 'args: [--secret=login]'), JOB('b', 'command: [make, login]'), JOB('c', 'args: [logins]'))).toEqual(['a', 'b']);
  expect(jobsOf(ROLE('"*"'), JOB('a', 'args: [login, login]'))).toEqual(['a']);
});

test('nobody makes it without such a role in the namespace', () => {
  expect(jobsOf(ROLE('get'), JOB('a', 'args: [login]'))).toEqual([]);
  expect(jobsOf(ROLE('create', 'other'), JOB('a', 'args: [login]'))).toEqual([]);
  expect(jobsOf(ROLE('create').replace('kind: Role', 'kind: ClusterRole').replace(', namespace: shop', ''), JOB('a', 'args: [login]'))).toEqual(['a']);
});

test('a role of another group, or without rules, lets nobody create Secrets', () => {
  const role = (rules?: unknown) => ({ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata: { name: 'r' }, rules });

  expect(letsCreateSecrets(role([{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }]))).toBe(true);
  expect(letsCreateSecrets(role([{ apiGroups: ['apps'], resources: ['secrets'], verbs: ['create'] }]))).toBe(false);
  expect(letsCreateSecrets(role())).toBe(false);
});
