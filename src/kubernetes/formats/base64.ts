import { Format } from './format';

/** Bytes in base64, as Go reads them: line breaks do not count. */
export const BASE64: Format<string> = {
  family: 'base64',
  mustBe: 'base64',
  fits: value => {
    const digits = value.replace(/[\r\n]/g, '');
    return digits.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(digits);
  },
};
