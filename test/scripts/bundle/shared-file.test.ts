import { join } from 'path';
import { LIB, importsOf, requirePath, sharedSources, textOf } from '../../../scripts/bundle/shared-file';

const CHECKS = { file: 'shared/checks.js', of: ['cli/a.ts'], folders: ['checks', 'kubernetes'] };
const DIFF = { file: 'shared/diff.js', of: ['cli/b.ts'], folders: ['checks', 'kubernetes', 'diff'] };

const IMPORTS = new Map(Object.entries<{ now: string[]; later: string[] }>({
  'index': { now: ['kubernetes/names'], later: ['checks/catalogue'] },
  'cli/a': { now: ['checks/run', 'checks/catalogue'], later: [] },
  'cli/b': { now: ['diff/diff'], later: [] },
  'diff/diff': { now: ['kubernetes/names'], later: [] },
  'checks/run': { now: ['kubernetes/quantity'], later: [] },
  'checks/catalogue': { now: [], later: [] },
  'kubernetes/quantity': { now: [], later: [] },
  'kubernetes/names': { now: [], later: [] },
}));

test('a shared file has what its users import, of its own folders, and nothing that one before it has', () => {
  const shared = sharedSources([CHECKS, { ...DIFF, of: ['cli/a.ts', 'cli/b.ts'] }], IMPORTS);

  expect(Object.fromEntries(shared)).toEqual({
    'checks/run': CHECKS.file,
    'checks/catalogue': CHECKS.file,
    'kubernetes/quantity': CHECKS.file,
    'diff/diff': DIFF.file,
    'kubernetes/names': DIFF.file,
  });
});

test('a shared file offers what others ask it for, be it later, and keeps the rest for itself', () => {
  const shared = sharedSources([CHECKS, DIFF], IMPORTS);

  const { stdin } = textOf(CHECKS.file, shared, ['cli/a.ts'], new Map([...IMPORTS, ['cli/a', { now: ['checks/run'], later: [] }]]));

  expect(stdin!.contents).toBe("export * as \"checks/catalogue\" from './checks/catalogue';\nexport * as \"checks/run\" from './checks/run';\n");
});

test('what is required inside of functions is known from what is imported', async () => {
  const imports = await importsOf(['cli/graph-output.ts']);

  expect(imports.get('cli/graph-output')!.later).toContain('graph/html');
  expect(imports.get('cli/graph-output')!.now).not.toContain('graph/html');
});

test('files of the package find each other by a relative path', () => {
  expect(requirePath(join(LIB, 'cli/check.js'), 'shared/checks.js')).toBe('../shared/checks.js');
  expect(requirePath(join(LIB, 'cli/check.js'), 'cli/usage-error')).toBe('./usage-error');
});
