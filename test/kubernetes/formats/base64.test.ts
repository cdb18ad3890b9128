import fc from 'fast-check';
import { testTextFormat } from './format-cases';
import { BASE64 } from '../../../src/kubernetes/formats/base64';

testTextFormat('base64', BASE64, ['', 'YQ==', 'YWI=', 'YWJj', 'YWJj\nYWJj'], ['a', 'YQ=', 'YQ', 'Y Q=', 'Y-_=', '====']);

test('what Buffer writes as base64 is base64', () => {
  fc.assert(fc.property(fc.uint8Array(), bytes => {
    expect(BASE64.fits(Buffer.from(bytes).toString('base64'))).toBe(true);
  }));
});
