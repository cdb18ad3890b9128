import { objectYaml } from './examples';
import { recordOf, textOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { driverOf } from '../../../kubernetes/provisioners';
import { titleOf } from '../../../manifest/inventory';
import { closest } from '../../../reports/did-you-mean';
import { Check } from '../../engine/check';

/** Fields of the class that people write one level too deep. */
const OF_THE_CLASS = ['allowVolumeExpansion', 'reclaimPolicy', 'volumeBindingMode'];

const example = (share: string) => objectYaml('storage.k8s.io/v1', 'StorageClass', 'nfs', 'provisioner: nfs.csi.k8s.io', `parameters: {server: 192.0.2.1, ${share}: /export}`)
  + '---\n' + objectYaml('storage.k8s.io/v1', 'CSIDriver', 'nfs.csi.k8s.io', 'spec: {attachRequired: false}');

export const classParameters: Check = {
  id: 'class-parameters',
  why: 'the API server takes any parameters of a StorageClass, and the driver reads them when the first volume is made. A driver that refuses one makes none: claims stay Pending for ever',
  severity: 'warning',
  run: function* (inventory) {
    for (const object of inventory.ofKind('StorageClass')) {
      for (const name of Object.keys(recordOf(object.parameters)).filter(one => OF_THE_CLASS.includes(one))) {
        yield {
          object,
          path: pointer('parameters', name),
          message: `${titleOf(object)} has ${name} among the parameters, where no driver looks for it: it is a field of the class itself`,
          fix: `move it out of parameters: ${name}${name === 'allowVolumeExpansion' ? ': true' : `: ${textOf(recordOf(object.parameters)[name])}`}`,
        };
      }
      const { known = [], needed = [], others = {} } = driverOf(object.provisioner).parameters ?? {};
      if (known.length === 0) { continue; }
      const given = Object.keys(recordOf(object.parameters));
      for (const name of needed.filter(one => !given.some(other => isSame(one, other)))) {
        yield { object, path: '/parameters', message: `${titleOf(object)} has no parameter '${name}', and its driver '${object.provisioner}' makes no volume without`, fix: `add ${name}` };
      }
      for (const name of given) {
        // The provisioner reads these, and takes them away.
        if (name.includes('/') || OF_THE_CLASS.includes(name) || known.some(one => isSame(one, name))) { continue; }
        const meant = Object.hasOwn(others, name) ? others[name] : closest(name, known);
        yield {
          object,
          path: pointer('parameters', name),
          message: `${titleOf(object)} has the parameter '${name}', and its driver '${object.provisioner}' refuses what it does not know${meant ? `; did you mean '${meant}'?` : ''}`,
          fix: meant ? `write '${meant}'` : `remove it; the driver knows ${known.join(', ')}`,
        };
      }
    }
  },
  bad: example('path'),
  good: example('share'),
};

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
