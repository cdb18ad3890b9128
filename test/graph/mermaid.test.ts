import { graphOf, set } from './support';
import { mermaid, tooLargeForMermaid } from '../../src/graph/mermaid';

test('frames in frames, boxes and arrows', () => {
  expect(mermaid(graphOf(set('db', 1)))).toBe([
    'flowchart LR',
    '  n2["StorageClass<br>fast<br>not among the manifests"]',
    '  subgraph n4["Namespace shop"]',
    '    n3(["Service<br>db<br>db.shop.svc<br>headless: a name for each pod"])',
    '    subgraph n5["StatefulSet db<br>open to every pod"]',
    '      n0["Pod<br>db-0<br>db-0.db<br>redis:8 :redis"]',
    '      n1[("PersistentVolumeClaim<br>data-db-0<br>1Gi · one node")]',
    '    end',
    '  end',
    '  n0 ==>|"/data"| n1',
    '  n1 ==>|"provisioned by"| n2',
    '  n3 -->|"6379 → redis"| n5',
    '  classDef missing stroke-dasharray: 5 5',
    '  class n2 missing',
    '',
  ].join('\n'));
});

test('text stays text', () => {
  const text = mermaid({ nodes: [{ id: 'a', kind: 'Pod', name: '"]; end\n<script>#quot;', lines: [] }], groups: [], edges: [] });

  expect(text).toContain('n0["Pod<br>#34;#93;; end#92;x0a#60;script#62;#35;quot;"]');
});

test('an arrow that leads both ways has two heads', () => {
  const nodes = ['a', 'b'].map(name => ({ id: name, kind: 'Pod', name, lines: [] }));

  expect(mermaid({ nodes, groups: [], edges: [{ from: 'a', to: 'b', label: 'x', about: 'requests', bothWays: true }] })).toContain('n0 <-->|"x"| n1');
});

test('two dollars are no formula, and an image is no icon', () => {
  const text = mermaid({ nodes: [{ id: 'a', kind: 'Pod', name: '$$x$$', lines: ['fa:fa-ban'] }], groups: [], edges: [] });

  expect(text).toContain('n0["Pod<br>$\u2060$x$\u2060$<br>fa:\u2060fa-ban"]');
});

test('a picture that Mermaid refuses for its size is told', () => {
  const edges = Array.from({ length: 501 }, (_, i) => ({ from: 'a', to: 'b', label: `${i}`, about: 'data' as const }));

  expect(tooLargeForMermaid('flowchart LR', { nodes: [], groups: [], edges: edges.slice(1) })).toBeUndefined();
  expect(tooLargeForMermaid('x'.repeat(50_001), { nodes: [], groups: [], edges })).toContain('50001 letters are more than 50000, 501 arrows are more than 500');
});
