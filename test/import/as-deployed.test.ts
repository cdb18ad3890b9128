import { AsDeployed } from '../../src/import/as-deployed';
import { variableNames } from '../../src/import/names';
import { Patch } from '../../src/import/patches';

const remove = (field: string): Patch => ({ op: 'remove', path: `/spec/template/spec/${field}` });
const FIELDS = ['automountServiceAccountToken', 'enableServiceLinks', 'securityContext'].map(remove);

test('the same patches stand in the program once, others in a list of their own', () => {
  const asDeployed = new AsDeployed(variableNames());

  const lists = [FIELDS, [...FIELDS, remove('nodeSelector')], [...FIELDS, remove('containers/0/securityContext')]].map(patches => asDeployed.variableFor(patches));

  expect(lists.map(list => [list?.variable, list?.patches.length])).toEqual([['asDeployed', 3], ['asDeployed', 3], ['asDeployed2', 4]]);
  expect(asDeployed.statementsFor('x.addJsonPatch(...asDeployed2);').map(({ variable }) => variable)).toEqual(['asDeployed2']);
  expect(asDeployed.statementsFor('')).toEqual([]);
});

test('a few stay where they belong', () => {
  expect(new AsDeployed(variableNames()).variableFor(FIELDS.slice(1))).toBeUndefined();
});
