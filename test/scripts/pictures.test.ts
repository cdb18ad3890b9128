import { readFileSync, readdirSync } from 'fs';
import { join } from 'path';
import { pictures } from '../../scripts/pictures';

const FOLDER = join(__dirname, '../../docs/pictures');

test('docs/pictures/ is what `npm run docs:pictures` draws', async () => {
  const drawn = await pictures();

  expect(readdirSync(FOLDER).sort()).toEqual([...drawn.keys()].sort());
  for (const [name, picture] of drawn) { expect(readFileSync(join(FOLDER, name), 'utf8')).toBe(picture); }
});
