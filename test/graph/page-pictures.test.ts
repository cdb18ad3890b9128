import { graphOf, set } from './support';
import { pagePictures } from '../../src/graph/page-pictures';
import { Parts } from '../../src/graph/system';

async function picturesOf(text: string) {
  const graph = graphOf(text);
  const finder = new Parts(graph);
  return pagePictures(graph, graph.groups.filter(({ kind }) => kind !== 'Namespace').map(workload => finder.around([workload])));
}

test('one workload has one picture', async () => {
  const { whole, parts } = await picturesOf(set('db', 1));

  expect(whole).toMatch(/^<svg [^]*>db-0<[^]*<\/svg>\n$/);
  expect(whole).not.toContain('<style>');
  expect(parts).toEqual([]);
});

test('two workloads have one each besides', async () => {
  const { parts } = await picturesOf(`${set('db', 1)}---${set('cache', 1)}`);

  expect(parts.map(({ of }) => of)).toEqual([{ system: '0' }, { system: '1' }]);
  expect(parts[1].svg).toContain('>cache-0<');
  expect(parts[1].svg).not.toContain('>db-0<');
});

test('many in several namespaces are folded, with a picture for each namespace', async () => {
  const many = Array.from({ length: 13 }, (_, i) => set(`db${i}`, 1)).join('---');

  const { whole, parts } = await picturesOf(`${many}---${set('last', 1).replaceAll('namespace: shop', 'namespace: other')}`);

  expect(whole).not.toContain('>db0-0<');
  expect(whole).toContain('Choose one to open its picture.');
  expect(parts.map(({ of }) => of).slice(0, 2)).toEqual([{ namespace: 'shop' }, { namespace: 'other' }]);
});
