import { listOf, sameData } from '../../../kubernetes/manifest';
import { ObjectCheck } from '../../engine/object-check';
import { Rule, rulesFor } from '../object/rule';

const owned = (...names: string[]) => 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  ownerReferences:\n'
  + names.map(name => `    - {apiVersion: apps/v1, kind: ReplicaSet, name: ${name}, uid: ${name}}\n`).join('');

export const duplicateOwner: Rule = {
  id: 'duplicate-owner',
  why: 'the server keeps one of two equal owners',
  severity: 'warning',
  fix: 'leave ownerReferences to controllers',
  bad: owned('a', 'a'),
  good: owned('a', 'b'),
};

export const ownerWarnings: ObjectCheck = {
  ...rulesFor([], [duplicateOwner], (object, broken) => {
    const owners = object.metadata?.ownerReferences;
    if (!owners) { return; }
    listOf(owners).forEach((owner, index, all) => {
      if (all.slice(0, index).some(other => sameData(owner, other))) { broken(duplicateOwner, `/metadata/ownerReferences/${index}`, 'the same owner is there already'); }
    });
  }),
  kinds: undefined,
};
