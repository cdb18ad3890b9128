import { Size } from 'cdk8s';
import fc from 'fast-check';
import { isCountable, quantityOf } from '../../src/cdk8s/size';
import { parseQuantity } from '../../src/kubernetes/quantity';

test.each([
  [Size.kibibytes(1), '1Ki'],
  [Size.mebibytes(100), '100Mi'],
  [Size.gibibytes(1.5), '1536Mi'],
  [Size.mebibytes(2048), '2Gi'],
  [Size.tebibytes(3), '3Ti'],
  [Size.pebibyte(2048), '2048Pi'],
  [Size.kibibytes(0.5), '1Ki'],
  [Size.gibibytes(0), '0'],
])('%j is %s', (size, quantity) => {
  expect(quantityOf(size)).toBe(quantity);
});

test('a quantity has the value of its size', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 40 }), kibibytes => {
    expect(parseQuantity(quantityOf(Size.kibibytes(kibibytes)))).toBe(BigInt(kibibytes) * 1024n * 10n ** 9n);
  }));
});

test('nothing, infinity and 8Ei cannot be asked for', () => {
  const sizes = [Size.gibibytes(0), Size.gibibytes(Infinity), Size.pebibyte(8192), Size.kibibytes(0.5)];

  expect(sizes.map(isCountable)).toEqual([false, false, false, true]);
});
