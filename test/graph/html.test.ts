import { createHash } from 'crypto';
import { graphOf, set } from './support';
import { Graph } from '../../src/graph/graph';
import { html } from '../../src/graph/html';

const HOSTILE = '"\'></title></style></template></script><script>alert(1)</script><!-- \u2028\u0000\u202e';

function scriptsOf(page: string): string[] {
  return [...page.matchAll(/<script>([^]*?)<\/script>/g)].map(([, text]) => text);
}

function dataOf(page: string) {
  return JSON.parse(/<script type="application\/json" id="data">([^]*?)<\/script>/.exec(page)![1]);
}

test('only its own script and style run', async () => {
  const page = await html(graphOf(set('db', 1)));

  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)![1];
  const sum = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  expect(policy).toContain(`default-src 'none'; script-src ${sum(scriptsOf(page)[0])}; style-src ${sum(/<style>([^]*?)<\/style>/.exec(page)![1])};`);
  expect(page).not.toMatch(/\b(?:src|href)="(?!data:,)/);
  expect(page).not.toMatch(/ (?:style|on[a-z]+)="/);
});

test('whatever names, lines, kinds and contents hold stays text', async () => {
  const object = { apiVersion: 'v1', kind: HOSTILE, metadata: { name: HOSTILE, namespace: HOSTILE }, data: { [HOSTILE]: HOSTILE } };
  const group = { kind: 'Namespace', name: HOSTILE, id: `namespace ${HOSTILE}`, lines: [HOSTILE] };
  const workloads = Array.from({ length: 14 }, (_, i) => ({ id: `${i}${HOSTILE}`, kind: HOSTILE, name: HOSTILE, lines: [HOSTILE], parent: i === 0 ? undefined : group.id, object }));
  const graph: Graph = {
    nodes: [{ id: HOSTILE, kind: HOSTILE, name: HOSTILE, lines: [HOSTILE], group: workloads[0].id, object, derived: true, missing: true }],
    groups: [group, ...workloads],
    edges: [{ from: HOSTILE, to: workloads[1].id, label: HOSTILE, about: 'data' }],
    note: HOSTILE,
  };

  const page = await html(graph);

  expect(scriptsOf(page)).toHaveLength(1);
  expect(page.match(/<\/script>/g)).toHaveLength(2);
  expect(page.match(/<\/style>/g)).toHaveLength(1);
  expect(/<!--|[\u0000\u2028\u202e]/.exec(page)?.index).toBeUndefined();
  expect(page.match(/<\/template>/g)!.length).toBe(page.match(/<template data-(?:system|namespace)="[^"]*">/g)!.length);
  expect(dataOf(page).items[0].name).toContain('</script><script>alert(1)</script>');
});

test('a reader without JavaScript has the picture and its words', async () => {
  const page = await html(graphOf(set('db', 1)));

  expect(page).toMatch(/<div id="pane"[^>]*><svg [^]*<title id="kube-picture-title">1 workload in shop<\/title>/);
  expect(page).toContain('<noscript>');
});
