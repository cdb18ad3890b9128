import * as fc from 'fast-check';
import { parse } from 'yaml';
import { Rule } from '../../../../src/checks/rules/object/rule';
import { RULE_CHECKS } from '../../../../src/checks/rules/object-rules';
import { checkManifests } from '../../../../src/checks/run';
import { Manifest } from '../../../../src/kubernetes/manifest';

const EXAMPLES: Manifest[] = RULE_CHECKS.flatMap(check => check.checks as readonly Rule[]).flatMap(rule => [parse(rule.bad!), parse(rule.good!)]);
const STRANGE = [null, 0, -1, 1e400, '', 'a', true, [], {}, [null], ['a'], [[]], [{}], { a: null }, { length: 3 }, JSON.parse('{"__proto__": {"a": 1}}')];

/** The manifest with one of its values replaced: which one is chosen by a number from 0 to 1. */
function withStrange(manifest: Manifest, where: number, value: unknown): Manifest {
  const copy = structuredClone(manifest);
  const places: (readonly [holder: any, key: string])[] = [];
  const walk = (node: any) => {
    if (typeof node !== 'object' || node === null) { return; }
    for (const key of Object.keys(node)) {
      if (node !== copy || key !== 'apiVersion' && key !== 'kind') { places.push([node, key]); }
      walk(node[key]);
    }
  };
  walk(copy);
  const [holder, key] = places[Math.floor(where * places.length)];
  holder[key] = value;
  return copy;
}

it('no check fails on an example with any value in any place', () => {
  fc.assert(fc.property(
    fc.constantFrom(...EXAMPLES), fc.double({ min: 0, max: 0.999, noNaN: true }), fc.constantFrom(...STRANGE),
    (example, where, value) => {
      const ids = checkManifests([withStrange(example, where, value)], { scope: 'object' }).map(({ rule }) => rule);

      return !ids.includes('check-failed');
    },
  ), { numRuns: 5000 });
});
