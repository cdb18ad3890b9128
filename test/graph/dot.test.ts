import { graphOf, set } from './support';
import { dot } from '../../src/graph/dot';

test('frames are clusters, and arrows end at their borders', () => {
  const text = dot(graphOf(set('db', 1)));

  expect(text).toContain('subgraph "cluster namespace shop" {');
  expect(text).toContain('"Service/shop/db" -> "StatefulSet.apps/shop/db pod db-0" [label="6379 → redis", style=solid, lhead="cluster StatefulSet.apps/shop/db"]');
});

test('a frame without boxes can be the end of an arrow', () => {
  expect(dot(graphOf(set('db', 0)))).toContain('"StatefulSet.apps/shop/db empty" [label="", shape=none]');
});

test('an arrow that leads both ways has two heads', () => {
  const nodes = ['a', 'b'].map(name => ({ id: name, kind: 'Pod', name, lines: [] }));

  expect(dot({ nodes, groups: [], edges: [{ from: 'a', to: 'b', label: '', about: 'requests', bothWays: true }] })).toContain('"a" -> "b" [label="", style=solid, dir=both]');
});

test('text stays text', () => {
  const text = dot({ nodes: [{ id: 'a"b', kind: 'Pod', name: 'x\\"]\n', lines: ['l'] }], groups: [], edges: [] });

  expect(text).toContain('"a\\"b" [label="Pod\\nx\\\\\\"]\\n\\nl"]');
});
