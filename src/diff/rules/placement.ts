import { Manifest, recordOf, textOf } from '../../kubernetes/manifest';
import { pointer } from '../../kubernetes/pointer';
import { placesOf } from '../../kubernetes/topology';
import { claimTemplatesOf, podTemplateOf, replicasOf } from '../../kubernetes/workload';
import { isMountedOnOneNode } from '../../manifest/claims';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update } from '../changes/update';

/** Labels of nodes that disks are bound to. */
const PLACES = ['topology.kubernetes.io/zone', 'topology.kubernetes.io/region', 'kubernetes.io/hostname', 'failure-domain.beta.kubernetes.io/zone'];

/** A set is sent to another zone or node, and the volumes of its pods stay where they are. */
function sentElsewhere({ before, after }: Update): ChangeStatement[] {
  if (after.kind !== 'StatefulSet' || replicasOf(before) === 0 || !claimTemplatesOf(before).some(isForOneNode)) { return []; }
  const [old, next] = [before, after].map(selectorOf);
  return PLACES.filter(key => old[key] !== undefined && next[key] !== undefined && old[key] !== next[key]).map(key => ({
    path: pointer('spec', 'template', 'spec', 'nodeSelector', key),
    part: key,
    message: `the pods shall run in ${placesOf(key) === key ? key : `other ${placesOf(key)}`} (${textOf(old[key])} → ${textOf(next[key])}), and the volumes of a disk stay in ${textOf(old[key])}: `
      + 'the first pod that restarts stays Pending',
  }));
}

function selectorOf(set: Manifest): Record<string, unknown> {
  return recordOf(podTemplateOf(set)?.spec.nodeSelector);
}

function isForOneNode(template: unknown): boolean {
  return isMountedOnOneNode(recordOf(recordOf(template).spec));
}

export const PLACEMENT_DANGERS: readonly Rule[] = [{
  id: 'pods-leave-their-volumes',
  title: 'Pods sent where their volumes are not',
  effect: 'access',
  kinds: ['StatefulSet'],
  fields: 'nodeSelector of a zone, a region or a node, of sets with claims',
  why: 'the disk of a cloud is in one zone, and a local volume on one node. A pod runs only where all its volumes are: if its node selector asks for another place, it stays Pending',
  fix: 'keep the selector; to move the data, add members in the other place (a second set, or a replica of the database there), and remove the old ones once they have it',
  updated: sentElsewhere,
}];
