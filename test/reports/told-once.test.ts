import { toldOnce } from '../../src/reports/told-once';

test('what several parts say is told once, in the order in which it came', () => {
  const told = toldOnce([['eu', ['a', 'b', 'a']], ['us', ['c', 'B']]], said => said.toLowerCase());

  expect(told).toEqual([{ said: 'a', parts: ['eu'] }, { said: 'b', parts: ['eu', 'us'] }, { said: 'c', parts: ['us'] }]);
});
