import { decodeText } from '../../../src/manifest/read/decode';

const TEXT = 'kind: é\n';

test.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
  ['UTF-16 of Windows', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
  ['UTF-16 with the high byte first', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()],
])('%s is read', (_, bytes) => {
  expect(decodeText(bytes)).toBe(TEXT);
});

test('what is no text becomes a character that says so', () => {
  expect(decodeText(Buffer.from([0x61, 0xff]))).toBe('a\ufffd');
});
