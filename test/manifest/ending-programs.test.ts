import { endsAtOnce } from '../../src/manifest/ending-programs';

test.each([
  [{ image: 'python:3.13' }, true],
  [{ image: 'python:3.13', tty: true }, false],
  [{ image: 'example.com/python:3.13' }, false],
  [{ image: 'a', command: ['/bin/echo', 'a'] }, true],
  [{ image: 'a', args: ['sh', '-c', 'echo a'] }, true],
  [{ image: 'a', command: ['sh', '-c', 'echo a | server'] }, false],
  [{ image: 'a', command: ['sh', '-c', 'sleep 10'] }, false],
])('%j ends at once: %j', (container, expected) => {
  expect(endsAtOnce(container) !== undefined).toBe(expected);
});
