import { graphOf, set } from './support';
import { ChangeFacts, changeGraph, lostClaims } from '../../src/graph/change-graph';
import { Graph } from '../../src/graph/graph';
import { Change, ClaimEffect } from '../../src/reports/change';
import { MigrationPlan, PlanStep } from '../../src/reports/plan';

const OBJECT = { apiVersion: 'apps/v1', kind: 'StatefulSet', namespace: 'shop', name: 'db' };
const change = (more: Partial<Change>): Change =>
  ({ rule: 'r', id: 'r:shop/db', severity: 'info', object: OBJECT, path: '', message: 'm', fix: '', effect: 'in-place', claims: [], ...more });
const claim = (name: string, fate: ClaimEffect['fate']): ClaimEffect => ({ namespace: 'shop', name, fate });

function drawn(changes: readonly Change[], more: Partial<ChangeFacts> = {}): Graph {
  const graph = graphOf(set('db', 3));
  const diff = { changes, kubernetesVersions: ['1.36'], summary: { effects: {}, changes: changes.length, dangerous: 0, accepted: 0 } };
  return changeGraph({ before: graph, after: graph, diff, plans: [], restarts: new Map(), ...more });
}

const marksOf = ({ nodes, groups }: Graph, name: string) => [...nodes, ...groups].find(one => one.name === name && one.kind !== 'Service')!.marks;

test('a danger, an accepted one, and the rest', () => {
  const changes = [
    change({ effect: 'refused', severity: 'error' }), change({ effect: 'strands-data', severity: 'warning', accepted: 'it is empty' }), change({ effect: 'restart' }), change({ effect: 'none' }),
  ];

  expect(marksOf(drawn(changes), 'db')).toEqual([
    { tone: 'danger', words: 'refused: m' }, { tone: 'warning', words: 'strands data: m (accepted: it is empty)' }, { tone: 'changed', words: 'restarts pods: m' },
  ]);
});

test('what is said twice is said once, and of very much the first', () => {
  const changes = ['a', 'a', 'b', 'c', 'd', 'e'].map(message => change({ message }));

  expect(marksOf(drawn(changes), 'db')!.map(({ words }) => words)).toEqual(['in place: a', 'in place: b', 'in place: c', 'and 2 more']);
  expect(marksOf(drawn(changes.slice(0, -1)), 'db')!.map(({ words }) => words).at(-1)).toBe('in place: d');
});

test('what becomes of each claim', () => {
  const graph = drawn([change({ claims: [claim('data-db-0', 'kept'), claim('data-db-1', 'stranded'), claim('data-db-2', 'deleted')] })]);

  expect(marksOf(graph, 'data-db-0')).toBeUndefined();
  expect(marksOf(graph, 'data-db-1')).toEqual([{ tone: 'danger', words: 'stranded: data stays, no pod finds it' }]);
  expect(marksOf(graph, 'data-db-2')).toEqual([{ tone: 'danger', words: 'deleted' }]);
});

test('many claims in one box have the fate of the first and of the last', () => {
  const graph = graphOf(set('db', 9));
  const facts = { before: graph, after: graph };

  expect(marksOf(drawn([change({ claims: [claim('data-db-7', 'stranded')] })], facts), 'data-db-2 … data-db-7')).toHaveLength(1);
});

test('pods restart from the highest ordinal down', () => {
  const graph = graphOf(set('db', 9));
  const restarting = drawn([], { before: graph, after: graph, restarts: new Map([['StatefulSet.apps/shop/db', { from: 8, to: 1 }]]) });

  expect(['db-0', 'db-1', 'db-2 … db-7', 'db-8'].map(name => marksOf(restarting, name)?.[0].words)).toEqual([undefined, 'restarts 8 of 8', 'restarts 2 to 7 of 8', 'restarts 1 of 8']);
});

test('what is new is not changed as well', () => {
  const graph = drawn([change({ message: 'a new StatefulSet' })], { before: graphOf('') });

  expect(marksOf(graph, 'db')).toEqual([{ tone: 'added', words: 'new' }]);
});

test('what is gone is not removed as well, unless that is a danger', () => {
  const removed = (more: Partial<Change>) => drawn([change({ message: 'the StatefulSet is removed', ...more })], { after: graphOf('') });

  expect(marksOf(removed({}), 'db')).toEqual([{ tone: 'gone', words: 'gone' }]);
  expect(marksOf(removed({ severity: 'error' }), 'db')!.map(({ words }) => words)).toEqual(['gone', 'in place: the StatefulSet is removed']);
});

test('what becomes of a claim that is written down is said by its change alone', () => {
  const object = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace: 'shop', name: 'data-db-0' };
  const graph = drawn([change({ object, severity: 'error', effect: 'strands-data', message: 'the claim is gone', claims: [claim('data-db-0', 'stranded')] })]);

  expect(marksOf(graph, 'data-db-0')).toEqual([{ tone: 'danger', words: 'strands data: the claim is gone' }]);
});

test('what a field was and is stands before what the change does', () => {
  const image = change({ effect: 'restart', path: '/spec/template/spec/containers/0/image', field: 'container db image', before: 'redis:8', after: 'redis:9' });

  expect(marksOf(drawn([image]), 'db')).toEqual([{ tone: 'changed', words: 'restarts pods: image redis:8 \u2192 redis:9; m' }]);
});

test('the steps of its plan are named in a claim', () => {
  const plan: MigrationPlan = { title: 'p', object: OBJECT, changes: [], downtime: false, steps: [{ title: 'Grow claim data-db-1' } as PlanStep], wayBack: [], afterwards: [], limits: [] };
  const linesOf = (name: string) => drawn([], { plans: [plan] }).nodes.find(node => node.name === name)!.lines;

  expect(linesOf('data-db-1')).toContain('plan: step 1');
  expect(linesOf('data-db-0').join()).not.toContain('plan');
});

test('plans, and changes of what is not drawn, are beside it', () => {
  const step = (title: string) => ({ title }) as PlanStep;
  const plan: MigrationPlan = { title: 'StatefulSet shop/db', object: OBJECT, changes: [], downtime: true, steps: [step('Stop'), step('Start')], wayBack: [], afterwards: [step('Tidy')], limits: [] };
  const other = change({ object: { ...OBJECT, kind: 'Role', apiVersion: 'rbac.authorization.k8s.io/v1' }, effect: 'access' });

  const [summary, ...asides] = drawn([other], { plans: [plan] }).asides!;

  expect(summary.lines[1]).toBe("'cdk8s-stateful diff --plan' has the commands of each step, and the way back.");
  expect(asides).toEqual([
    { title: 'Plan: StatefulSet shop/db, with downtime', lines: ['1. Stop', '2. Start', 'When everything is well:', '1. Tidy'] },
    { title: 'Besides what is drawn', lines: ['Role shop/db: opens/loses access: m'] },
  ]);
});

test('of two fates the worse one: a claim that is stranded and goes with its namespace is deleted', () => {
  const both = [change({ claims: [claim('data-db-0', 'deleted')] }), change({ claims: [claim('data-db-0', 'stranded')] })];

  expect(marksOf(drawn(both), 'data-db-0')).toEqual([{ tone: 'danger', words: 'deleted' }]);
});

test('what becomes of a namespace is said at its frame', () => {
  const graph = drawn([change({ object: { apiVersion: 'v1', kind: 'Namespace', name: 'shop' }, effect: 'deletes-data', severity: 'error' })]);

  expect(marksOf(graph, 'shop')).toEqual([{ tone: 'danger', words: 'deletes data: m' }]);
  expect(graph.asides).toHaveLength(1);
});

test('pods that do not restart, and claims that exist, are drawn as they were', () => {
  const after = set('db', 2).replace('redis:8', 'redis:9').replace('storage: 1Gi', 'storage: 2Gi');
  const graph = drawn([], { before: graphOf(set('db', 2)), after: graphOf(after), restarts: new Map([['StatefulSet.apps/shop/db', { from: 1, to: 1 }]]) });

  const linesOf = (name: string) => graph.nodes.find(node => node.name === name)!.lines;
  expect([linesOf('db-0'), linesOf('db-1')]).toEqual([['db-0.db', 'redis:8 :redis'], ['db-1.db', 'redis:9 :redis']]);
  expect(linesOf('data-db-0')).toEqual(['1Gi · one node', 'in the new manifest: 2Gi · one node']);
});

test('pods without ordinals are the same pods if there are fewer of them', () => {
  const deployment = (replicas: number) => `{apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: shop}, spec: {replicas: ${replicas}, template: {spec: {containers: [{image: a}]}}}}`;
  const { nodes } = drawn([], { before: graphOf(deployment(3)), after: graphOf(deployment(2)) });

  expect(nodes.map(({ name, marks }) => [name, marks])).toEqual([['web ×2', undefined]]);
});

test('claims that are lost are those that are stranded or deleted', () => {
  const changes = [change({ claims: [claim('a', 'kept'), claim('b', 'stranded'), claim('c', 'new and empty'), claim('d', 'deleted')] })];

  expect([...lostClaims(changes)].sort()).toEqual(['PersistentVolumeClaim/shop/b', 'PersistentVolumeClaim/shop/d']);
});
