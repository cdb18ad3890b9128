import { podYaml } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check, SystemProblem } from '../../engine/check';

const example = (value: string) => podYaml(`containers: [{name: web, image: "registry.example.com/web:1.4.2", env: [{name: MAX_BYTES, value: "${value}"}]}]`);

/** What Go prints for values that a template did not expect, and what each comes from. */
const PRINTED: readonly [pattern: RegExp, what: string, fix: string][] = [
  [/^<nil>$|^<no value>$|[:/@]<nil>/, 'a value that is not there', 'give the value, or a default: {{ .Values.name | default "..." }}'],
  [/^map\[[^\]]*\]$/, 'a map', 'print it with toYaml or toJson, or name one of its fields'],
  [/%!\w?\((?:(?:string|u?int\d*|float\d+|bool|map|EXTRA|MISSING|NOVERB)\b|<nil>)/, 'a value of another type', 'print it with quote or toString, or with %v'],
  [/^\d(\.\d+)?e\+\d{2}$/, 'a large number, which was read as a fraction', 'write the number in quotes where it is given, or print it with int64'],
];

export const printedByTemplate: Check = {
  id: 'printed-by-template',
  why: 'Helm and other templates in Go print `<nil>`, `map[...]`, `%!s(int=8080)` or `1.048576e+06` where a value is missing or of another type. The program gets this text',
  severity: 'warning',
  run: function* (inventory, { references }) {
    for (const { workload, template } of references.pods.all) {
      for (const { container, path } of containersOf(template)) {
        for (const [i, { value }] of listOf(container.env).map(recordOf).entries()) {
          yield* printedIn(value, problem => ({ object: workload, path: `${path}/env/${i}/value`, ...problem(titleOf(workload)) }));
        }
        for (const field of ['command', 'args']) {
          for (const [i, word] of listOf(container[field]).entries()) {
            yield* printedIn(textOf(word).replace(/^--?[\w.-]+=/, ''), problem => ({ object: workload, path: `${path}/${field}/${i}`, ...problem(titleOf(workload)) }));
          }
        }
      }
    }
    for (const object of inventory.ofKind('ConfigMap')) {
      for (const [key, value] of Object.entries(recordOf(object.data))) {
        yield* printedIn(value, problem => ({ object, path: pointer('data', key), ...problem(titleOf(object)) }));
      }
    }
  },
  bad: example('1.048576e+06'),
  good: example('1048576'),
};

type Said = (title: string) => Pick<SystemProblem, 'message' | 'fix'>;

/** Only short values: in a longer text somebody may have meant it. */
function* printedIn(value: unknown, place: (said: Said) => SystemProblem): Iterable<SystemProblem> {
  if (typeof value !== 'string' || value.length > 200 || value.includes('\n')) { return; }
  for (const [pattern, what, fix] of PRINTED) {
    // The rest of the value may be secret.
    const [printed] = pattern.exec(value) ?? [];
    if (printed === undefined) { continue; }
    yield place(title => ({ message: `${title} holds '${printed.slice(0, 60)}', which a template prints for ${what}`, fix }));
    return;
  }
}
