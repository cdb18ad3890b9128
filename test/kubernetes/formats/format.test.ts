import { Format, inVersion } from '../../../src/kubernetes/formats/format';
import { KubernetesVersion } from '../../../src/kubernetes/kubernetes-version';

const FORMAT: Format<number> = {
  family: 'range',
  mustBe: 'one',
  fits: value => value === 1,
  later: [{ since: '1.30', mustBe: 'two', fits: value => value === 2 }, { since: '1.33', fits: value => value === 3 }],
};

test.each([['1.27', 'one', 1], ['1.29', 'one', 1], ['1.30', 'two', 2], ['1.36', 'two', 3]])('in %s it must be %s', (version, words, value) => {
  const format = inVersion(FORMAT, KubernetesVersion.of(version));

  expect(format.mustBe).toBe(words);
  expect(format.fits(value)).toBe(true);
});
