import { sha256 } from '../../src/manifest/sha256';

const SUM_OF_ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

test('is the sum that other tools compute, of texts and of bytes', () => {
  expect(sha256('abc')).toBe(SUM_OF_ABC);
  expect(sha256(Buffer.from('abc'))).toBe(SUM_OF_ABC);
});

test('texts count as UTF-8', () => {
  expect(sha256('ä')).toBe(sha256(Buffer.from('ä', 'utf8')));
});
