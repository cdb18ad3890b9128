import { podYaml } from './examples';
import { Manifest, isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { isFraction } from '../../../kubernetes/quantity';
import { titleOf } from '../../../manifest/inventory';
import { show } from '../../../reports/show';
import { Check } from '../../engine/check';

const example = (size: string) => podYaml(
  'containers: [{name: web, image: httpd:2.4.62, volumeMounts: [{name: cache, mountPath: /cache}]}]', `volumes: [{name: cache, emptyDir: {sizeLimit: ${size}}}]`);

/** Sizes outside of pods that the server does not warn of: `*` is each item or field, the last step what a size is called. */
const PLACES: readonly { readonly kind: string; readonly path: string; readonly names: RegExp }[] = [
  { kind: 'PersistentVolume', path: 'spec.capacity', names: /^storage$/ },
  { kind: 'ResourceQuota', path: 'spec.hard', names: /(^|[./])(memory|storage|ephemeral-storage)$/ },
  ...['min', 'max', 'default', 'defaultRequest'].map(bound => ({ kind: 'LimitRange', path: `spec.limits.*.${bound}`, names: /^(memory|storage|ephemeral-storage)$/ })),
];

/** Amounts that the server warns of itself are told by the check fractional-bytes. */
export const fractionalSize: Check = {
  id: 'fractional-size',
  why: 'there is no part of a byte: `m` stands for thousandths, so 500m is less than one byte. The server takes it, and a volume of that size is full with the first byte',
  severity: 'warning',
  run: function* (inventory, { references }) {
    for (const { workload, template } of references.pods.all) {
      for (const [i, volume] of listOf(template.spec.volumes).entries()) {
        const { sizeLimit } = recordOf(recordOf(volume).emptyDir);
        if (isFraction(sizeLimit)) { yield problemOf(workload, `${template.path}/spec/volumes/${i}/emptyDir/sizeLimit`, sizeLimit); }
      }
    }
    for (const { kind, path, names } of PLACES) {
      for (const object of inventory.ofKind(kind)) {
        for (const { at, amounts } of below(object, path.split('.'), '')) {
          for (const [name, amount] of Object.entries(amounts)) {
            if (names.test(name) && isFraction(amount)) { yield problemOf(object, at + pointer(name), amount); }
          }
        }
      }
    }
  },
  bad: example('500m'),
  good: example('500Mi'),
};

interface Amounts {
  readonly at: string;
  readonly amounts: Record<string, unknown>;
}

function below(value: unknown, [step, ...rest]: readonly string[], at: string): Amounts[] {
  if (step === undefined) { return isRecord(value) ? [{ at, amounts: value }] : []; }
  return step === '*'
    ? listOf(value).flatMap((item, index) => below(item, rest, `${at}/${index}`))
    : below(recordOf(value)[step], rest, `${at}/${step}`);
}

function problemOf(object: Manifest, path: string, amount: unknown) {
  const text = String(amount);
  return {
    object,
    path,
    message: `${titleOf(object)} gives a size of ${show(amount)}, which is no whole number of bytes`,
    fix: /^\d+m$/.test(text) ? `write ${text.slice(0, -1)}Mi` : 'write whole bytes, such as 128Mi',
  };
}
