import { graphOf } from './support';
import { foldedLines, marksOf } from '../../src/graph/folded-lines';
import { GraphEdge, GraphMark } from '../../src/graph/graph';

test('of many settings the first two', () => {
  const envFrom = ['a', 'b', 'c'].map(name => `{secretRef: {name: ${name}}}`).join(', ');
  const { nodes, groups, edges } = graphOf(`{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: shop}, spec: {containers: [{image: a, envFrom: [${envFrom}]}]}}`);
  const outgoing = new Map<string, GraphEdge[]>([['Pod/shop/p', [...edges]]]);

  const lines = foldedLines(groups[1], { nodes: new Map(nodes.map(node => [node.id, node])), parts: new Map([['Pod/shop/p', ['Pod/shop/p']]]), outgoing });

  expect(lines).toEqual(['reads a, b and 1 more']);
});

test('a Job that makes a Secret does not read it', () => {
  const secret = { id: 'login', kind: 'Secret', name: 'login', lines: [] };
  const outgoing = (label: string) => new Map<string, GraphEdge[]>([['job', [{ from: 'job', to: 'login', label, about: 'settings' }]]]);
  const lines = (label: string) =>
    foldedLines({ id: 'job', kind: 'Job', name: 'job', lines: [] }, { nodes: new Map([['login', secret]]), parts: new Map([['job', ['job']]]), outgoing: outgoing(label) });

  expect(['makes', 'may make', 'new: makes', 'reads'].map(lines)).toEqual([['makes login'], ['makes login'], ['makes login'], ['reads login']]);
});

test('what is marked in a workload says of which part it is, and the restarts of its pods are told by the workload', () => {
  const node = (kind: string, name: string, words: string) => ({ id: name, kind, name, lines: [], marks: [{ tone: 'gone' as const, words }] });
  const parts = [node('Pod', 'db-1', 'restarts 1 of 2'), node('PersistentVolumeClaim', 'data-db-2', 'stranded'), node('PersistentVolumeClaim', 'data-db-3', 'stranded'), node('Service', 'db', 'gone')];
  const facts = { nodes: new Map(parts.map(part => [part.id, part])), parts: new Map([['set', parts.map(({ id }) => id)]]), outgoing: new Map() };
  const words = (marks: readonly GraphMark[]) => marksOf({ id: 'set', kind: 'StatefulSet', name: 'db', lines: [], marks }, facts).map(mark => mark.words);

  expect(words([{ tone: 'changed', words: 'restarts pods' }])).toEqual(['PersistentVolumeClaim data-db-2 and 1 more: stranded', 'Service db: gone', 'restarts pods']);
  expect(words([])).toContain('Pod db-1: restarts 1 of 2');
});

test('what becomes of a claim is not said again where the workload names it', () => {
  const node = (name: string) => ({ id: name, kind: 'PersistentVolumeClaim', name, lines: [], marks: [{ tone: 'danger' as const, words: 'stranded' }] });
  const facts = { nodes: new Map(['data-db-2', 'data-db-20'].map(name => [name, node(name)])), parts: new Map([['set', ['data-db-2', 'data-db-20']]]), outgoing: new Map() };

  const marks = marksOf({ id: 'set', kind: 'StatefulSet', name: 'db', lines: [], marks: [{ tone: 'danger', words: 'leaves data-db-20, behind' }] }, facts);

  expect(marks.map(({ words }) => words)).toEqual(['leaves data-db-20, behind', 'PersistentVolumeClaim data-db-2: stranded']);
});
