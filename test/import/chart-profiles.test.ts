import { CHART_PROFILES, ChartFacts } from '../../src/import/chart-profiles';
import { usesAnyway } from '../../src/manifest/official-image';

const NOTHING: ChartFacts = { variable: () => undefined, hasPassword: () => false, mounted: () => false };

test.each(CHART_PROFILES)('$name: the official image is told the directory that the old one used anyway', ({ name, volume, directory, args, settings }) => {
  const all = [...Object.entries(settings?.(NOTHING) ?? {}), ...flagsOf(args(NOTHING))];
  const told = all.filter(([, value]) => value === directory).map(([setting]) => setting);

  expect(directory.startsWith(volume)).toBe(true);
  expect(told.length).toBeGreaterThan(0);
  expect(told.filter(setting => !usesAnyway(`bitnami/${name}:1.2.3`, setting, directory))).toEqual([]);
});

test.each(CHART_PROFILES)('$name: a file that it needs stands where a directory is writable, or where nothing else is', ({ files = {}, scratch }) => {
  const others = Object.keys(files).map(path => path.slice(0, path.lastIndexOf('/')));

  expect(others.filter(folder => !scratch.includes(folder) && !folder.startsWith('/etc/'))).toEqual([]);
});

function flagsOf(args: readonly string[]): [string, string][] {
  return args.map((word, index) => word.includes('=') ? word.split('=') as [string, string] : [word, args[index + 1] ?? '']);
}
