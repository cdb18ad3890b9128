import { podYaml } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { parseQuantity } from '../../../kubernetes/quantity';
import { containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const UNITS: Readonly<Record<string, number>> = { '': 1, 'k': 2 ** 10, 'm': 2 ** 20, 'g': 2 ** 30, 't': 2 ** 40 };

interface Setting {
  readonly pattern: RegExp;
  /** What a number without a unit counts. */
  readonly unit: string;
  readonly what: string;
}

/** Ways to give a program memory of its own. */
const SETTINGS: readonly Setting[] = [
  { pattern: /-Xmx(\d+)([kmgt]?)\b/gi, unit: '', what: 'a heap' },
  { pattern: /--max[-_]old[-_]space[-_]size[= ](\d+)()\b/g, unit: 'm', what: 'a heap' },
  { pattern: /--maxmemory[= ](\d+)([kmg]?)b?\b/gi, unit: '', what: 'data in memory' },
  { pattern: /shared_buffers ?= ?(\d+)([kmgt])B\b/gi, unit: '', what: 'buffers' },
  { pattern: /--innodb[-_]buffer[-_]pool[-_]size[= ](\d+)([kmgt]?)\b/gi, unit: '', what: 'buffers' },
];

/** Nearly no text is one of them. */
const MAY_BE_SETTING = /-Xmx|max[-_]old|maxmemory|shared_buffers|innodb/i;

const example = (heap: string) => podYaml(
  `containers: [{name: web, image: "example.com/web:1.2.3", env: [{name: JAVA_OPTS, value: "-Xmx${heap}"}], resources: {limits: {memory: 1Gi}}}]`);

export const memoryAboveLimit: Check = {
  id: 'memory-above-limit',
  why: 'a container that uses more memory than its limit is killed (OOMKilled). A heap as large as the limit fills up, and the program needs more besides',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      for (const { container, path } of containersOf(template)) {
        const { memory } = recordOf(recordOf(container.resources).limits);
        const settings = memory === undefined ? [] : settingsOf(container);
        const limit = settings.length > 0 ? parseQuantity(memory) : undefined;
        const found = limit === undefined ? undefined : settings.find(({ bytes }) => BigInt(bytes) * NANO >= limit);
        if (!found) { continue; }
        yield {
          object: workload,
          path: `${path}${found.at}`,
          message: `Container '${textOf(container.name)}' of ${titleOf(workload)} may use ${textOf(memory)} of memory, and ${found.text} gives it ${found.what} of this size or more`,
          fix: 'write a quarter less than the limit here, or raise the limit',
        };
      }
    }
  },
  bad: example('2g'),
  good: example('768m'),
};

/** Quantities are counted in these parts. */
const NANO = 1_000_000_000n;

interface Found {
  readonly at: string;
  readonly text: string;
  readonly bytes: number;
  readonly what: string;
}

function settingsOf({ env, command, args }: Record<string, any>): Found[] {
  const texts = [
    ...listOf(env).map((variable, i) => ({ text: textOf(recordOf(variable).value), at: `/env/${i}/value` })),
    ...Object.entries({ command, args }).flatMap(([field, words]) => listOf(words).map((word, i) => ({ text: joined(word, listOf(words)[i + 1]), at: `/${field}/${i}` }))),
  ];
  return texts.filter(({ text }) => MAY_BE_SETTING.test(text)).flatMap(({ text, at }) => SETTINGS.flatMap(({ pattern, unit, what }) => {
    // Of several, the last one counts.
    const last = [...text.matchAll(pattern)].at(-1);
    return last ? [{ at, what, text: last[0], bytes: Number(last[1]) * UNITS[(last[2] || unit).toLowerCase()] }] : [];
  }));
}

/** A word and its value, which may be the next word. */
function joined(word: unknown, next: unknown): string {
  return /^--\w[\w-]*$/.test(textOf(word)) ? `${textOf(word)} ${textOf(next)}` : textOf(word);
}
