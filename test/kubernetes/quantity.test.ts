import * as fc from 'fast-check';
import { isFraction, meantQuantity, parseQuantity, sameQuantity } from '../../src/kubernetes/quantity';

const ONE = 1_000_000_000n;

describe('a quantity', () => {
  it.each([
    ['1', ONE], ['500m', ONE / 2n], ['0.5', ONE / 2n], ['.5', ONE / 2n], ['5.', 5n * ONE], ['+1', ONE], ['-1', -ONE], [2, 2n * ONE],
    ['1n', 1n], ['1u', 1000n], ['1k', 1000n * ONE], ['1Ki', 1024n * ONE], ['1.5Gi', 3n * 512n * 1024n * 1024n * ONE], ['1e3', 1000n * ONE], ['12E', 12n * 10n ** 18n * ONE],
    ['0.1n', 1n], ['Gi', 0n], ['1e-12', 1n],
  ])('of %s is counted in billionths', (text, value) => {
    expect(parseQuantity(text)).toBe(value);
  });

  it.each(['', 'a', '1 Gi', '1gi', '1.2.3', '--1', '1KiB', null, true, {}])('is not %p', text => {
    expect(parseQuantity(text)).toBeUndefined();
  });

  it('compares by value, whatever its unit', () => {
    expect(sameQuantity('10Gi', '10240Mi')).toBe(true);
    expect(sameQuantity('1', '1001m')).toBe(false);
    expect(sameQuantity('a', 'a')).toBe(false);
  });

  it('is the same with and without a decimal point', () => {
    fc.assert(fc.property(fc.nat(), fc.constantFrom('n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'), (digits, suffix) =>
      parseQuantity(`${digits}${suffix}`) === parseQuantity(`${digits}.0${suffix}`)));
  });
});

test.each([['512MB', '512M'], ['10 GB', '10G'], ['2gb', '2G'], ['2gib', '2Gi'], ['1.5kb', '1.5k'], ['8KiB', '8Ki'], ['1 core', '1'], ['0,5', '0.5'], ['10G i', '10Gi'], ['1 litre', undefined], [undefined, undefined]])('%j was meant as %j', (written, meant) => {
  expect(meantQuantity(written)).toBe(meant);
});

test.each([['500m', true], ['1.5', true], [0.5, true], ['1n', true], ['1000m', false], ['1.5k', false], [3, false], ['10Gi', false], ['many', false]])('%j: a part is left is %j', (quantity, isPart) => {
  expect(isFraction(quantity)).toBe(isPart);
});
