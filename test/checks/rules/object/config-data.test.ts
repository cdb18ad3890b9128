import { testRules, of } from './rule-cases';

const MEBIBYTE = 1024 * 1024;
const map = (fields: object) => ({ ...of('ConfigMap', 'v1', ''), ...fields });
const secret = (fields: object) => ({ ...of('Secret', 'v1', ''), ...fields });
const base64 = (length: number) => Buffer.alloc(length).toString('base64');

describe('data', () => {
  testRules([
    ['as much as there may be', map({ data: { a: 'x'.repeat(MEBIBYTE - 1) }, binaryData: { b: base64(1) } })],
    ['too much', map({ data: { a: 'x'.repeat(MEBIBYTE) }, binaryData: { b: base64(1) } }), 'config-map-data /data'],
    ['bytes count, not characters', map({ data: { a: 'ä'.repeat(MEBIBYTE / 2 + 1) } }), 'config-map-data /data'],
    ['text in place of bytes', secret({ data: { a: base64(MEBIBYTE) }, stringData: { a: 'x' } })],
    ['text beside bytes', secret({ data: { a: base64(MEBIBYTE) }, stringData: { b: 'x' } }), 'secret-data /data'],
  ]);
});
