import { existsSync, readFileSync } from 'node:fs';
import { runReader } from '../../../../scripts/conformance/reader/run-reader';
import { textOf } from '../../../../scripts/conformance/reader/texts';
import { decodeText } from '../../../../src/manifest/read/decode';

test('each file is read once, in the order of its number, and is gone afterwards', async () => {
  const files: string[] = [];
  const contents: Buffer[] = [];
  const ask = async (args: readonly string[]) => {
    const file = args[args.length - 1];
    files.push(file);
    contents.push(readFileSync(file));
    return { code: 1, stdout: '', stderr: 'error: no' };
  };

  const records = await runReader({ ask }, { seed: 3, texts: 20 });

  expect(records.map(({ text }) => text)).toEqual(Array.from({ length: 20 }, (_, index) => decodeText(textOf(3, index))));
  expect(contents).toHaveLength(20);
  expect(files.filter(existsSync)).toEqual([]);
});
