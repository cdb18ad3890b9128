import { groupOf, isRecord, recordOf, sameData } from '../../kubernetes/manifest';
import { segmentsOf } from '../../kubernetes/pointer';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update } from '../changes/update';
import { World } from '../changes/world';

/** Fields of a volume that are not its source. */
const NOT_THE_SOURCE: ReadonlySet<string> = new Set([
  'capacity', 'accessModes', 'claimRef', 'persistentVolumeReclaimPolicy', 'storageClassName', 'mountOptions', 'volumeMode',
  'nodeAffinity', 'volumeAttributesClassName',
]);

/** The secret for growing a volume may be named later. */
const LATER = 'controllerExpandSecretRef';

/** Labels of nodes that were renamed; a volume may follow. */
const RENAMED_LABELS: Readonly<Record<string, string>> = {
  'failure-domain.beta.kubernetes.io/zone': 'topology.kubernetes.io/zone',
  'failure-domain.beta.kubernetes.io/region': 'topology.kubernetes.io/region',
  'beta.kubernetes.io/os': 'kubernetes.io/os',
  'beta.kubernetes.io/arch': 'kubernetes.io/arch',
  'beta.kubernetes.io/instance-type': 'node.kubernetes.io/instance-type',
};

function withNewLabels(value: any): any {
  if (Array.isArray(value)) { return value.map(withNewLabels); }
  if (!isRecord(value)) { return value; }
  return Object.fromEntries(Object.entries(value).map(([field, child]) =>
    [field, field === 'key' && Object.hasOwn(RENAMED_LABELS, child) ? RENAMED_LABELS[child] : withNewLabels(child)]));
}

/** The first affinity is free, and so is calling old node labels by their new names. */
function mayChangeAffinity({ before, after }: Update): boolean {
  const [old, next] = [recordOf(before.spec).nodeAffinity, recordOf(after.spec).nodeAffinity];
  return old === undefined || sameData(withNewLabels(old), next);
}

const AFFINITY_GATE = 'MutablePVNodeAffinity';

function fixedFields(update: Update, { model }: World): ChangeStatement[] {
  if (update.after.kind !== 'PersistentVolume' || groupOf(update.after.apiVersion) !== '') { return []; }
  return update.differences.flatMap(({ path, before, after }) => {
    const [root, field, below] = segmentsOf(path);
    if (root !== 'spec' || field === undefined) { return []; }
    const hit = (message: string) => [{ path, part: path.slice(1).replace(/\//g, '.'), message }];
    if (field === 'volumeMode') { return hit('the API server refuses this: volumeMode of a volume never changes'); }
    if (field === 'nodeAffinity') {
      return mayChangeAffinity(update) || !model.isOff(AFFINITY_GATE) ? [] : hit('the API server refuses this: the node affinity of a volume can be set once');
    }
    if (field === 'volumeAttributesClassName' && after === undefined) {
      return hit('the API server refuses this: a volume with attributes of a class never goes back to none');
    }
    if (NOT_THE_SOURCE.has(field) || (below === LATER && before === undefined)) { return []; }
    return hit('the API server refuses this: where a volume\'s data is never changes');
  });
}

export const VOLUME_RULES: readonly Rule[] = [{
  id: 'volume-immutable',
  title: 'Fixed fields of a PersistentVolume',
  effect: 'refused',
  kinds: ['PersistentVolume'],
  fields: 'the source (nfs, csi, hostPath, local, ...), spec.volumeMode, spec.nodeAffinity once set, spec.volumeAttributesClassName taken away',
  why: 'a volume stands for one place where data is',
  fix: 'write a second volume under another name and let a new claim bind it',
  updated: fixedFields,
}];
