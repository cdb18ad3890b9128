import { CHECKS } from './formats/checks';
import { ObjectCheck } from './object-check';
import { isRecord, recordOf } from '../manifest/manifest';
import { pointer } from '../manifest/pointer';

const MAX_ANNOTATIONS = 256 * 1024;
const MAX_DATA = 1024 * 1024;

/** What objects may hold in all: annotations, and the data of ConfigMaps and Secrets. */
export const OBJECT_SIZE: ObjectCheck = {
  checks: [CHECKS.annotations, CHECKS.size],
  derived: false,
  run: (object, report) => {
    const annotations = recordOf(recordOf(object.metadata).annotations);
    if (sizeOf(annotations, true) > MAX_ANNOTATIONS) {
      report({
        check: CHECKS.annotations,
        path: pointer('metadata', 'annotations'),
        message: 'the annotations hold more than 256 KiB',
        fix: 'move large values into a ConfigMap',
      });
    }
    if (object.apiVersion !== 'v1' || object.kind !== 'ConfigMap' && object.kind !== 'Secret') { return; }
    const bytes = object.kind === 'Secret' ? bytesInBase64(object.data) + sizeOf(object.stringData) : sizeOf(object.data) + bytesInBase64(object.binaryData);
    if (bytes > MAX_DATA) {
      report({
        check: CHECKS.size, path: pointer('data'), message: `the ${object.kind} holds ${bytes} bytes, more than 1 MiB`, fix: 'keep large files in a volume or an image',
      });
    }
  },
};

/** Bytes of the values of a map, and of its keys where they count. */
function sizeOf(map: unknown, withKeys = false): number {
  if (!isRecord(map)) { return 0; }
  let size = 0;
  for (const [key, value] of Object.entries(map)) {
    if (typeof value === 'string') { size += Buffer.byteLength(value) + (withKeys ? Buffer.byteLength(key) : 0); }
  }
  return size;
}

function bytesInBase64(map: unknown): number {
  return Math.floor(sizeOf(map) * 3 / 4);
}
