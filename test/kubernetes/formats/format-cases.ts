import fc from 'fast-check';
import { Format } from '../../../src/kubernetes/formats/format';
import { anyText } from '../../support/any-text';

/** Tests of a format: values that fit, and values that do not. */
export function testFormat<T extends string | number>(what: string, format: Format<T>, good: readonly T[], bad: readonly T[]) {
  describe(what, () => {
    test.each(good)('may be %j', value => {
      expect(format.fits(value)).toBe(true);
    });

    test.each(bad)('may not be %j', value => {
      expect(format.fits(value)).toBe(false);
    });
  });
}

/** The same of texts. A format answers for every text, long ones without delay, and what it proposes fits and stays as it is. */
export function testTextFormat(what: string, format: Format<any>, good: readonly string[], bad: readonly string[]) {
  testFormat(what, format, good, bad);

  test(`${what}: there is an answer for any text`, () => {
    fc.assert(fc.property(anyText(), value => {
      expect(typeof format.fits(value)).toBe('boolean');
    }));
  });

  test(`${what}: there is an answer for long texts without delay`, () => {
    for (const unit of ['a', 'a.', 'a-', '-', '/', '..', 'a/']) { expect(typeof format.fits(unit.repeat(100_000))).toBe('boolean'); }
  });

  const { nearest } = format;
  if (!nearest) { return; }

  test(`${what}: what is proposed fits, and is proposed again`, () => {
    fc.assert(fc.property(fc.string(), value => {
      const proposal = nearest(value);

      expect(proposal === undefined || format.fits(proposal) && nearest(proposal) === proposal).toBe(true);
    }));
  });
}
