import { isMicroTime, isTime } from '../../../src/kubernetes/formats/time';

test('a time has a date, a time of day and a zone', () => {
  const answers = ['2024-01-31T12:00:00Z', '2024-01-31T12:00:00.5+01:00', '2024-02-30T12:00:00Z', '2024-01-31T24:00:00Z', '2024-01-31', ''].map(isTime);

  expect(answers).toEqual([true, true, false, false, false, false]);
});

test('a time with microseconds has six digits', () => {
  const answers = ['2024-01-31T12:00:00.000000Z', '2024-01-31T12:00:00.000Z', '2024-01-31T12:00:00Z'].map(isMicroTime);

  expect(answers).toEqual([true, false, false]);
});
