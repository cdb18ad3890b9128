import fc from 'fast-check';
import { closest, didYouMean, nearest } from '../../src/reports/did-you-mean';

const KNOWN = ['replicas', 'spec', 'serviceName', 'selector', 'template'];

test.each([
  ['replcas', 'replicas'],
  ['servicename', 'serviceName'],
  ['Selector', 'selector'],
  ['tempalte', 'template'],
  ['sepc', 'spec'],
])('takes %s for %s', (written, meant) => {
  expect(closest(written, KNOWN)).toBe(meant);
});

test.each(['x', 'volumes', ''])('does not guess what %p means', written => {
  expect(closest(written, KNOWN)).toBeUndefined();
  expect(didYouMean(written, KNOWN)).toBe('');
});

test('ends a sentence with the word that was meant', () => {
  expect(didYouMean('replicsa', KNOWN)).toBe("; did you mean 'replicas'?");
});

test('a known word is always closest to itself', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, selector: word => word.toLowerCase() }), words => {
    const found = closest(words[0], words);

    expect(found).toBe(words[0]);
  }));
});

test('finds several words that may have been meant, the closest first', () => {
  const known = ['claim-size', 'claim-growth', 'class', 'D2', 'D20', 'D21', 'image-tag'];

  expect(nearest('claim', known)).toEqual(['claim-size', 'claim-growth']);
  expect(nearest('d22', known)).toEqual(['D2', 'D20', 'D21']);
  expect(nearest('d2', known)).toEqual(['D2']);
  expect(nearest('imagetag', known)).toEqual(['image-tag']);
  expect(nearest('zzzz', known)).toEqual([]);
});
