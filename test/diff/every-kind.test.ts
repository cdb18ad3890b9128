import * as fc from 'fast-check';
import { parse } from 'yaml';
import { refusals } from './support';
import { Rule } from '../../src/checks/rules/object/rule';
import { RULE_CHECKS } from '../../src/checks/rules/object-rules';
import { updateOf } from '../../src/diff/changes/update';
import { diff } from '../../src/diff/diff';
import { ApiModel } from '../../src/kubernetes/api/model';
import { Manifest } from '../../src/kubernetes/manifest';

/** Valid objects of every kind the checks know, with the fields they are about. */
const EXAMPLES: Manifest[] = RULE_CHECKS.flatMap(check => check.checks as readonly Rule[]).map(rule => parse(rule.good!));
const STRANGE = [null, 0, -1, 1e400, '', 'a', true, [], {}, [null], ['a'], [[]], [{}], { a: null }, { length: 3 }, JSON.parse('{"__proto__": {"a": 1}}')];

const labelled = (manifest: Manifest): Manifest => ({
  ...structuredClone(manifest), metadata: { ...structuredClone(manifest.metadata), labels: { ...manifest.metadata?.labels, added: 'x' } },
});

/** The manifest with one of its values replaced: which one is chosen by a number from 0 to 1. */
function withStrange(manifest: Manifest, where: number, value: unknown): Manifest {
  const copy = structuredClone(manifest);
  const places: (readonly [holder: any, key: string])[] = [];
  const walk = (node: any, isRoot: boolean) => {
    if (typeof node !== 'object' || node === null) { return; }
    for (const key of Object.keys(node)) {
      if (!isRoot || !['apiVersion', 'kind', 'metadata'].includes(key)) { places.push([node, key]); }
      if (!isRoot || key !== 'metadata') { walk(node[key], false); }
    }
  };
  walk(copy, true);
  if (places.length === 0) { return copy; }
  const [holder, key] = places[Math.floor(where * places.length)];
  holder[key] = value;
  return copy;
}

describe('an object of any kind', () => {
  test('that is applied again changes nothing', () => {
    for (const example of EXAMPLES) {
      expect([example, updateOf(example, structuredClone(example), ApiModel.of('1.27')).differences]).toEqual([example, []]);
    }
  });

  test('takes a label', () => {
    for (const example of EXAMPLES) {
      expect([example, refusals(example, labelled(example))]).toEqual([example, []]);
    }
  });

  test('is checked by every rule, whatever stands in it', () => {
    fc.assert(fc.property(
      fc.constantFrom(...EXAMPLES), fc.double({ min: 0, max: 0.999, noNaN: true }), fc.constantFrom(...STRANGE), fc.boolean(),
      (example, where, value, isForth) => {
        const other = withStrange(example, where, value);

        const { changes } = isForth ? diff([example], [other]) : diff([other], [example]);

        return changes.every(({ id }) => !id.startsWith('not-checked'));
      },
    ), { numRuns: 1000 });
  });
});
