import { endOfJson } from '../../../src/manifest/read/json-end';

test.each([
  ['{"a": [1, {}]} {', 14], ['{"}": "\\"}"} x', 12], ['{', undefined], ['[]', undefined], ['a', undefined],
])('%s', (content, end) => {
  expect(endOfJson(content, 0)).toBe(end);
});
