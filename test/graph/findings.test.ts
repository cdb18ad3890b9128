import { graphOf, set } from './support';
import { withFindings } from '../../src/graph/findings';
import { Finding } from '../../src/reports/finding';

const GRAPH = graphOf(set('db', 1));
const finding = (severity: Finding['severity'], message: string, kind = 'StatefulSet', apiVersion = 'apps/v1'): Finding =>
  ({ rule: 'r', severity, object: { apiVersion, kind, namespace: 'shop', name: 'db' }, path: '', message, fix: '' });

test('how much of what severity, and the first of it', () => {
  const { groups } = withFindings(GRAPH, [finding('warning', 'w'), finding('error', 'a'), finding('error', 'b'), finding('error', 'c')]);

  expect(groups.find(({ name }) => name === 'db')!.marks).toEqual([
    { tone: 'danger', words: '3 errors, 1 warning' }, { tone: 'danger', words: 'a' }, { tone: 'danger', words: 'b' },
  ]);
});

test('a box of its own', () => {
  const { nodes } = withFindings(GRAPH, [finding('warning', 'w', 'Service', 'v1')]);

  expect(nodes.filter(({ marks }) => marks).map(({ kind, marks }) => [kind, marks])).toEqual([
    ['Service', [{ tone: 'warning', words: '1 warning' }, { tone: 'warning', words: 'w' }]],
  ]);
});

test('findings of what is not drawn are counted', () => {
  expect(withFindings(GRAPH, [finding('error', 'a', 'Role', 'rbac.authorization.k8s.io/v1')]).note).toContain('1 finding of what is not drawn');
  expect(withFindings(GRAPH, []).note).toBeUndefined();
});
