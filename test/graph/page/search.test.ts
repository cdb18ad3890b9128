import { PageData, PageItem } from '../../../src/graph/page/data';
import { Query, Search } from '../../../src/graph/page/search';

const ITEMS: Omit<PageItem, 'id'>[] = [
  { kind: 'StatefulSet', name: 'db', namespace: 'shop', lines: ['at most 1 evicted at a time'], systems: [0], yaml: 0 },
  { kind: 'Deployment', name: 'web', namespace: 'shop', lines: [], systems: [1], yaml: 1 },
  { kind: 'Pod', name: 'old-db', namespace: 'other', lines: ['registry/Redis:8'], systems: [0], yaml: 0 },
  { kind: 'StorageClass', name: 'fast', lines: [], systems: [0, 1], marks: [{ tone: 'danger', words: '1 error' }] },
];
const DATA: PageData = {
  items: ITEMS.map(item => ({ id: item.name, ...item })), arrows: [], yaml: ['image: redis:8', 'image: httpd'], systems: [0, 1], namespaces: ['shop', 'other'], asides: [],
};

function found(query: Partial<Query>): string[] {
  return new Search(DATA).find({ text: '', ...query }).map(index => ITEMS[index].name);
}

test.each<[string, string[]]>([
  ['', ['db', 'web', 'old-db', 'fast']],
  ['DB', ['db', 'old-db']],
  ['redis', ['old-db', 'db']],
  ['shop db', ['db']],
  ['httpd', ['web']],
  ['error', ['fast']],
  ['nothing', []],
])('%j finds names before facts, and facts before YAML', (text, names) => {
  expect(found({ text })).toEqual(names);
});

test('filters hold besides the text', () => {
  expect(found({ namespace: 'shop' })).toEqual(['db', 'web']);
  expect(found({ kind: 'Pod', text: 'db' })).toEqual(['old-db']);
  expect(found({ system: 1 })).toEqual(['web', 'fast']);
});
