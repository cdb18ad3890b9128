import { groupOf, recordOf } from '../../manifest/manifest';
import { segmentsOf } from '../../manifest/pointer';
import { EffectRule, Hit, Update } from '../update';

/** Fields of a volume that are not its source. */
const NOT_THE_SOURCE: ReadonlySet<string> = new Set([
  'capacity', 'accessModes', 'claimRef', 'persistentVolumeReclaimPolicy', 'storageClassName', 'mountOptions', 'volumeMode',
  'nodeAffinity', 'volumeAttributesClassName',
]);

/** Secrets for growing a volume may be named later. */
const LATER = new Set(['controllerExpandSecretRef', 'nodeExpandSecretRef']);

function fixedFields(update: Update): Hit[] {
  if (update.after.kind !== 'PersistentVolume' || groupOf(update.after.apiVersion) !== '') { return []; }
  return update.changes.flatMap(({ path, before }) => {
    const [root, field, below] = segmentsOf(path);
    if (root !== 'spec' || field === undefined) { return []; }
    const hit = (message: string) => [{ path, part: path.slice(1).replace(/\//g, '.'), message }];
    if (field === 'volumeMode') { return hit('the API server refuses this: volumeMode of a volume never changes'); }
    if (field === 'nodeAffinity') {
      return recordOf(update.before.spec).nodeAffinity === undefined ? [] : hit('the API server refuses this: the node affinity of a volume can be set once');
    }
    if (NOT_THE_SOURCE.has(field) || (LATER.has(below) && before === undefined)) { return []; }
    return hit('the API server refuses this: where a volume\'s data is never changes');
  });
}

export const VOLUME_RULES: readonly EffectRule[] = [{
  id: 'volume-immutable',
  title: 'Fixed fields of a PersistentVolume',
  effect: 'refused',
  kinds: ['PersistentVolume'],
  fields: 'the source (nfs, csi, hostPath, local, ...), spec.volumeMode, spec.nodeAffinity once set',
  why: 'a volume stands for one place where data is',
  fix: 'write a second volume under another name and let a new claim bind it',
  updated: fixedFields,
}];
