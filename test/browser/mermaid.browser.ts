import { readFileSync } from 'fs';
import { CHROMIUM, useBrowser } from './chromium';
import { changeGraph } from '../../src/graph/change-graph';
import { withFewerArrows } from '../../src/graph/fewer-arrows';
import { Graph } from '../../src/graph/graph';
import { mermaid } from '../../src/graph/mermaid';
import { graphOf, set } from '../graph/support';
import { EXAMPLES, runExample } from '../support/examples';
import { needs } from '../support/needs';

/** Ends of blocks, keywords, marks and code of other languages: whatever Mermaid may read as its own. */
const HOSTILE = '"]; end\nsubgraph x\n%% <script>document.title = "broken"</script> #quot; `code` $$x$$ {{a}} click n0 href "javascript:1"';

/** As it is read: a joiner has no width. */
const read = (text: string) => text.replace(/\u2060/g, '');

function change(): Graph {
  const diff = { changes: [], summary: { dangerous: 0, total: 0, effects: {} }, kubernetesVersions: [] } as any;
  return changeGraph({ before: graphOf(set('db', 3)), after: graphOf(set('db', 5)), diff, plans: [], restarts: new Map() });
}

needs(CHROMIUM !== undefined, "no Chromium: 'scripts/install-chromium.sh', or name it in CHROMIUM").describe('the real Mermaid', () => {
  const open = useBrowser(async () => `<!doctype html><meta charset="utf-8"><script>${readFileSync(require.resolve('mermaid/dist/mermaid.min.js'), 'utf8').replace(/<\/script/g, '<\\/script')}</script>`);
  const draw = async (texts: readonly string[]) => {
    const { page } = await open();
    const drawn = await page.evaluate(async (all: readonly string[]) => {
      const { mermaid: real, document } = globalThis as any;
      real.initialize({ startOnLoad: false });
      const results: string[] = [];
      for (const [i, text] of all.entries()) {
        try {
          document.body.innerHTML = (await real.render(`drawn${i}`, text)).svg;
          document.querySelectorAll('style').forEach((style: any) => style.remove());
          results.push(document.body.textContent);
        } catch (error) {
          results.push(`refused: ${(error as Error).message}`);
        }
      }
      return results;
    }, texts);
    return { drawn, title: await page.title() };
  };

  test('draws every example', async () => {
    const { drawn } = await draw(EXAMPLES.map(name => mermaid(withFewerArrows(graphOf(runExample(name))))));

    expect(drawn.flatMap((text, i) => text.includes('Namespace') && !text.startsWith('refused') ? [] : [`${EXAMPLES[i]}: ${text.slice(0, 300)}`])).toEqual([]);
  });

  test('draws a change', async () => {
    const { drawn: [text] } = await draw([mermaid(change())]);

    expect(text).toContain('data-db-41Gi · one nodenew');
  });

  test('draws workloads that reach each other', async () => {
    const all = `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: all, namespace: shop}
spec: {podSelector: {}, ingress: [{from: [{podSelector: {matchExpressions: [{key: app, operator: Exists}]}}]}]}
`;
    const { drawn: [text] } = await draw([mermaid(withFewerArrows(graphOf([...['a', 'b', 'c', 'd'].map(name => set(name, 1)), all].join('---'))))]);

    expect(text).toContain('each reaches each other');
  });

  test.each(['1. a step', '- an item', '# a title', '*a* _b_ __c__', '$$x$$', ':::danger', '@{ shape: cyl }', 'fa:fa-ban'])('draws %p as it is written', async words => {
    const node = { id: 'a', kind: words, name: words, lines: [words] };
    const { drawn: [text] } = await draw([mermaid({ nodes: [node], groups: [], edges: [{ from: 'a', to: 'a', label: words, about: 'data' }], asides: [{ title: words, lines: [words] }] })]);

    expect(read(text).split(words)).toHaveLength(7);
  });

  test('draws hostile names as the text that they are', async () => {
    const node = { id: 'a', kind: 'Pod', name: HOSTILE, lines: [HOSTILE], marks: [{ tone: 'danger' as const, words: HOSTILE }] };
    const graph: Graph = { nodes: [node], groups: [], edges: [{ from: 'a', to: 'a', label: HOSTILE, about: 'data' }], note: HOSTILE };
    const { drawn: [text], title } = await draw([mermaid(graph)]);

    expect(read(text)).toContain('<script>document.title = "broken"</script> #quot; `code` $$x$$ {{a}} click n0');
    expect(title).toBe('');
  });
});
