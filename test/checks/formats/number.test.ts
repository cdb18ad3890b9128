import fc from 'fast-check';
import {
  FILE_MODE, NOT_NEGATIVE, PORT, PORT_NAME, PORT_OR_NAME, POSITIVE, QUANTITY_NOT_NEGATIVE, USER_ID, between,
} from '../../../src/checks/formats/number';

describe.each([
  ['a port', PORT, [1, 80, 65535], [0, -1, 65536]],
  ['a user', USER_ID, [0, 1000, 2147483647], [-1, 2147483648]],
  ['a file mode', FILE_MODE, [0, 0o644, 0o777], [-1, 0o1000]],
  ['what is not negative', NOT_NEGATIVE, [0, 1], [-1]],
  ['what is positive', POSITIVE, [1], [0, -1]],
  ['a number between two', between(2, 3), [2, 3], [1, 4]],
  ['the name of a port', PORT_NAME, ['http', 'a-1', '1a', 'a'.repeat(15)], ['80', 'HTTP', 'a--b', '-a', 'a-', 'a_b', 'a'.repeat(16)]],
  ['a port or its name', PORT_OR_NAME, [80, 'http'], [0, '80', 70000, '']],
  ['an amount', QUANTITY_NOT_NEGATIVE, ['1Gi', 0, '500m'], ['-1', -1, '-1n']],
])('%s', (_, format, good: unknown[], bad: unknown[]) => {
  test.each(good)('may be %j', value => {
    expect(format.holds(value)).toBe(true);
  });

  test.each(bad)('may not be %j', value => {
    expect(format.holds(value)).toBe(false);
  });
});

test('every port is a number, and no text of digits is the name of one', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 65535 }), port => {
    expect(PORT_OR_NAME.holds(port)).toBe(true);
    expect(PORT_OR_NAME.holds(String(port))).toBe(false);
  }));
});
