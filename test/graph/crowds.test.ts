import { Block } from '../../src/graph/blocks';
import { rowsOfCrowds } from '../../src/graph/crowds';

const block = (id: string, width = 400, parent?: string): Block => ({ id, width, height: 100, parent, boxes: [], arrows: [] });
const edges = (...words: readonly string[]) => words.map(word => word.split('>')).map(([from, to]) => ({ from, to }));
const rows = (blocks: readonly Block[], arrows: readonly string[], settled: readonly string[] = []) =>
  rowsOfCrowds(blocks, edges(...arrows), new Set(settled)).map(({ from, to }) => `${from}>${to}`);

const ALL = ['a', 'b', 'c', 'd', 'hub'];
const TO_HUB = ['a>hub', 'b>hub', 'c>hub', 'd>hub'];

test('what leads to one block stands in rows if one row is too wide', () => {
  expect(rows(ALL.map(id => block(id)), TO_HUB)).toEqual(['a>c', 'b>d']);
  expect(rows(ALL.map(id => block(id, 200)), TO_HUB)).toEqual([]);
});

test('a Service stays above its workload', () => {
  expect(rows([...ALL, 'of-c', 'of-d'].map(id => block(id)), [...TO_HUB, 'of-c>c', 'of-d>d'])).toEqual(['a>of-c', 'b>of-d']);
});

test('who is reached by others stays where it is', () => {
  expect(rows([...ALL, 'x', 'y'].map(id => block(id)), [...TO_HUB, 'x>d', 'y>d'])).not.toContain('b>d');
});

test('of several ends the one that most lead to counts', () => {
  expect(rows([...ALL, 'own'].map(id => block(id)), [...TO_HUB, 'a>own', 'd>own'])).toEqual(['a>c', 'b>d']);
});

test('each frame has rows of its own', () => {
  const blocks = ['a', 'b', 'c', 'd'].map((id, i) => block(id, 400, i % 2 ? 'one' : 'two'));

  expect(rows([...blocks, block('hub')], TO_HUB)).toEqual([]);
});

test('what stands in rows already stays there', () => {
  expect(rows(ALL.map(id => block(id)), TO_HUB, ['a', 'b', 'c', 'd'])).toEqual([]);
  expect(rows(ALL.map(id => block(id)), TO_HUB, ['a', 'b'])).toEqual(['a>c', 'b>d']);
});

test('blocks that lead to each other are no crowd', () => {
  expect(rows(['a', 'b', 'c', 'd', 'e'].map(id => block(id)), ['a>b', 'b>c', 'c>d', 'd>e', 'e>a'])).toEqual([]);
});

test('where some are a row already, as many stand in a row as there is room for, and the highest stand next to the end', () => {
  const row: Block = { ...block('row', 900), members: [] };
  const [high, low] = [{ ...block('high', 200), height: 500 }, { ...block('low', 200), height: 60 }];

  expect(rows([high, row, low, block('hub')], ['high>hub', 'row>hub', 'low>hub'])).toEqual(['low>high']);
});
