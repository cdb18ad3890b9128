import { MACHINE_FORMATS } from '../../src/reports/formats';
import { Random } from '../conformance/random';

const FORMATS = ['text', ...MACHINE_FORMATS.keys()];
const OF_DIFF = ['text', 'json', 'markdown', 'sarif', 'junit', 'github'];
const VERSIONS = ['1.27', '1.32', '1.34', '1.36', '1.37', '1.32,1.36'];

/** What is done with every input, by the name of the command. The files are `before.yaml` and `after.yaml`. */
export function commandLines(random: Random): Readonly<Record<string, readonly string[]>> {
  return {
    'check': ['check', 'after.yaml', '--format', random.pick(FORMATS), '--kubernetes-version', random.pick(VERSIONS)],
    'diff': ['diff', 'before.yaml', 'after.yaml', '--format', random.pick(OF_DIFF), ...random.below(2) ? ['--all'] : []],
    'diff --plan': ['diff', 'before.yaml', 'after.yaml', '--plan', '--format', random.pick(['text', 'json', 'markdown'])],
    'upgrade-check': ['upgrade-check', 'after.yaml', '--from', '1.32', '--to', random.pick(['1.34', '1.37']), '--format', random.pick(FORMATS)],
    'lock': ['lock', 'before.yaml', '--file', 'lock.yaml'],
    'lock --check': ['lock', 'after.yaml', '--check', '--file', 'lock.yaml', '--format', random.pick(FORMATS)],
  };
}
