import { readFileSync } from 'fs';
import { join } from 'path';
import { thirdParties, thirdPartyPage } from '../../scripts/third-party';

const ROOT = join(__dirname, '../..');
const PAGE = readFileSync(join(ROOT, 'THIRD-PARTY.md'), 'utf8');

test('THIRD-PARTY.md is what `npm run docs:third-party` writes', () => {
  expect(PAGE).toBe(thirdPartyPage());
});

test('it names what is bundled and what is compiled in, with the text of each licence', () => {
  const names = thirdParties();

  expect(names).toEqual(expect.arrayContaining(['@hpcc-js/wasm-graphviz', '@marcbachmann/cel-js', 'leven', 'yaml']));
  expect(PAGE.match(/^## \S+ \d+\.\d+\.\d+$/gm)).toHaveLength(names.length);
  expect(PAGE).toContain('Permission to use, copy, modify, and/or distribute this software for any purpose');
});
