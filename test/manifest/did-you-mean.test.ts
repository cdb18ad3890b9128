import fc from 'fast-check';
import { closest, didYouMean } from '../../src/manifest/did-you-mean';

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
