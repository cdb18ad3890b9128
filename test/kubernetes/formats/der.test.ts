import { isCertificateRequest } from '../../../src/kubernetes/formats/der';

const ALGORITHM = '30050603550403';
const BITS = '03020000';
const KEY = `300b${ALGORITHM}${BITS}`;
const bytes = (hex: string) => Buffer.from(hex, 'hex');

test.each([
  ['a request', `3021301402010030 00${KEY}a000${ALGORITHM}${BITS}`, true],
  ['a length in two bytes', `30811f3012020100 3000${KEY}${ALGORITHM}${BITS}`, true],
  ['something behind it', `3021301402010030 00${KEY}a000${ALGORITHM}${BITS}0500`, false],
  ['cut off', `3021301402010030 00${KEY}`, false],
  ['no key', `3010300502010030 00${ALGORITHM}${BITS}`, false],
  ['an empty one', '3000', false],
  ['nothing', '', false],
  ['a length that never ends', '3080', false],
])('%s', (_, hex, wanted) => {
  expect(isCertificateRequest(bytes(hex.replace(/ /g, '')))).toBe(wanted);
});
