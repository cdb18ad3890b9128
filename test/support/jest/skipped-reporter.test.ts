const { skippedLine } = jest.requireActual('./skipped-reporter');

const result = (testFilePath: string, ...tests: [status: string, fullName: string][]) =>
  ({ testFilePath, testResults: tests.map(([status, fullName]) => ({ status, fullName })) });

test('all skipped tests are one line, with a number for each reason', () => {
  const line = skippedLine([
    result('/repo/test/a.test.ts', ['passed', 'one'], ['pending', 'two [skipped: no haproxy]']),
    result('/repo/test/b.test.ts', ['pending', 'three [skipped: no shellcheck]'], ['pending', 'the scripts [skipped: no shellcheck] four']),
  ], '/repo');

  expect(line).toBe('Skipped 3 tests: 2 (no shellcheck), 1 (no haproxy)');
});

test('a test that is skipped without a reason is told by its file', () => {
  expect(skippedLine([result('/repo/test/a.test.ts', ['pending', 'one'])], '/repo')).toBe('Skipped 1 test: 1 (no reason given in test/a.test.ts)');
});

test('nothing is said when nothing was skipped', () => {
  expect(skippedLine([result('/repo/test/a.test.ts', ['passed', 'one'])], '/repo')).toBeUndefined();
});
