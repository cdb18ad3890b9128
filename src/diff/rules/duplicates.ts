import { Manifest } from '../../kubernetes/manifest';
import { titleOf } from '../../manifest/inventory';
import { ChangeStatement, Rule } from '../changes/rule';

/** Two objects of one name in one cluster, since this change. */
export const GIVEN_TWICE: Rule = {
  id: 'given-twice',
  title: 'Given twice with different contents',
  effect: 'stale-data',
  kinds: ['every kind'],
  fields: 'the whole object',
  why: 'of two objects of one kind, namespace and name one exists: the one that is applied last takes the place of the other, and nobody says which that is',
  fix: 'remove one of them or give it another name. If they are for different clusters, write `clusters:` in cdk8s-stateful.yaml',
};

/** What is said of such objects. */
export function givenTwice(objects: readonly Manifest[]): ChangeStatement {
  return { path: '', message: `${titleOf(objects[0])} is there ${objects.length === 2 ? 'twice' : `${objects.length} times`} in one cluster with different contents; each is compared, and one of them will be there` };
}

export const DUPLICATE_DANGERS: readonly Rule[] = [GIVEN_TWICE];
