import { objectYaml } from './examples';
import { Manifest, recordOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

/** What all annotations of an object together may have; `kubectl apply` writes the whole object into one. */
const MOST = 262_144;

const KINDS = ['ConfigMap', 'Secret', 'CustomResourceDefinition'];

export const tooLargeForApply: Check = {
  id: 'too-large-for-apply',
  why: 'kubectl apply writes the object as it was into an annotation, and all annotations of an object may have 256 KiB: larger objects are refused',
  severity: 'warning',
  run: function* (inventory) {
    for (const object of KINDS.flatMap(kind => inventory.ofKind(kind))) {
      const size = sizeOf(object);
      if (size <= MOST) { continue; }
      yield {
        object,
        path: '',
        message: `${titleOf(object)} has ${Math.round(size / 1024)} KiB, and kubectl apply refuses more than 256 KiB`,
        fix: 'apply it with kubectl apply --server-side (Argo CD: the sync option ServerSideApply=true), or make it smaller',
      };
    }
  },
  bad: objectYaml('v1', 'ConfigMap', 'pages', `data: {index.html: "${'text '.repeat(60_000)}"}`),
  good: objectYaml('v1', 'ConfigMap', 'pages', 'data: {index.html: "text"}'),
};

/** About how long the object is as JSON: what matters is in the texts. */
function sizeOf(object: Manifest): number {
  if (object.kind === 'CustomResourceDefinition') { return JSON.stringify(object).length; }
  const texts = ['data', 'stringData', 'binaryData'].flatMap(field => Object.values(recordOf(object[field]))).filter(value => typeof value === 'string');
  return texts.reduce((sum, text) => sum + text.length, 0);
}
