import { podYaml } from './examples';
import { listOf, recordOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

/** Decimal numbers that the server takes and that everybody reads as octal digits. Of the others it refuses 600 and more. */
const MISREAD: ReadonlySet<unknown> = new Set([400, 440, 444, 500]);

const TYPES = ['configMap', 'downwardAPI', 'projected', 'secret'];

const example = (mode: string) => podYaml(
  'containers: [{name: web, image: httpd:2.4.62, volumeMounts: [{name: keys, mountPath: /keys}]}]',
  `volumes: [{name: keys, downwardAPI: {items: [{path: labels, fieldRef: {fieldPath: metadata.labels}}], defaultMode: ${mode}}}]`);

export const decimalMode: Check = {
  id: 'decimal-mode',
  why: 'the rights of a file are octal digits, and 400 is a decimal number: others may write such a file, and programs refuse to read their keys from it',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      for (const [i, volume] of listOf(template.spec.volumes).entries()) {
        for (const type of TYPES) {
          const source = recordOf(volume)[type];
          if (source === undefined) { continue; }
          for (const { mode, path } of modesIn(source)) {
            if (!MISREAD.has(mode)) { continue; }
            yield {
              object: workload,
              path: `${template.path}/spec/volumes/${i}/${type}${path}`,
              message: `${titleOf(workload)} gives a file the mode ${mode}, which is ${(mode as number).toString(8)} in octal digits`,
              fix: `write 0${mode}, or ${parseInt(String(mode), 8)} in JSON`,
            };
          }
        }
      }
    }
  },
  bad: example('400'),
  good: example('256'),
};

interface Mode {
  readonly mode: unknown;
  readonly path: string;
}

function modesIn(volume: unknown): Mode[] {
  const { defaultMode, items, sources } = recordOf(volume);
  return [
    { mode: defaultMode, path: '/defaultMode' },
    ...listOf(items).map((item, i) => ({ mode: recordOf(item).mode, path: `/items/${i}/mode` })),
    ...listOf(sources).flatMap((source, i) => TYPES.flatMap(type =>
      modesIn(recordOf(source)[type]).map(({ mode, path }) => ({ mode, path: `/sources/${i}/${type}${path}` })))),
  ];
}
