import fc from 'fast-check';
import { testFormat, testTextFormat } from './format-cases';
import { NODE_PORT, PORT, PORT_NAME, PORT_OR_NAME } from '../../../src/kubernetes/formats/port';

testFormat('a port', PORT, [1, 80, 65535], [0, -1, 65536]);
testFormat('a port of nodes', NODE_PORT, [30000, 32767], [29999, 32768]);
testTextFormat('the name of a port', PORT_NAME, ['http', 'a-1', '1a', 'a'.repeat(15)], ['', '80', 'HTTP', 'a--b', '-a', 'a-', 'a_b', 'a'.repeat(16)]);
testFormat('a port or its name', PORT_OR_NAME, [80, 'http'], [0, '80', 70000, '']);

test('every port is a number, and no text of digits is the name of one', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 65535 }), port => {
    expect(PORT_OR_NAME.fits(port)).toBe(true);
    expect(PORT_OR_NAME.fits(String(port))).toBe(false);
  }));
});
