import { ruledSettingProblems } from '../../../../src/constructs/databases/postgresql/ruled-settings';

test('a setting that is ruled is refused with the reason, and one of more than a line with its value', () => {
  const problems = ruledSettingProblems({ port: '1', work_mem: '4MB', note: 'a\nb' }, [[/^port$/, 'the Service leads to it']]);

  expect(problems).toEqual([
    "'configuration' may not hold 'port': the Service leads to it; remove it",
    "'configuration.note' must be one line, got \"a\\nb\"; write it without a line break",
  ]);
});
