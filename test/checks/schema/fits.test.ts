import { fits, isScalar } from '../../../src/checks/schema/fits';
import { parseType } from '../../../src/kubernetes/api/field-type';
import { ApiModel } from '../../../src/kubernetes/api/model';

const model = ApiModel.of('1.36');

test.each<[string, unknown, boolean]>([
  ['string', 'a', true], ['string', 1, false], ['int32', 2 ** 31, false], ['int64', 2 ** 31, true], ['boolean', 'true', false], ['number', 1.5, true],
  ['intOrString', '80', true], ['intOrString', 1.5, false], ['quantity', '10Gi', true], ['quantity', '1 GB', false], ['time', '2024-01-31T12:00:00Z', true], ['microTime', 'now', false],
])('%s may hold %p: %p', (holds, value, expected) => {
  expect(isScalar(holds as 'string', value)).toBe(expected);
});

test.each<[string, unknown, boolean]>([
  ['@Capabilities', { drop: ['ALL'] }, true], ['@Capabilities', { dropped: [] }, false], ['@Capabilities', [], false],
  ['[]string', ['a'], true], ['[]string', [1], false], ['{}string', { a: 'b' }, true], ['{}string', { a: 1 }, false], ['=A|B', 'A', true], ['=A|B', 'C', false], ['string', {}, false],
])('a field of %s may be meant by %p: %p', (type, value, expected) => {
  expect(fits(parseType(type), value, model)).toBe(expected);
});
