import { objectYaml } from './examples';
import { Manifest, recordOf, textOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { ClassParameters, driverOf } from '../../../kubernetes/provisioners';
import { titleOf } from '../../../manifest/inventory';
import { closest } from '../../../reports/did-you-mean';
import { Check, SystemProblem } from '../../engine/check';

/** Fields of the class that people write one level too deep. */
const OF_THE_CLASS = ['allowVolumeExpansion', 'reclaimPolicy', 'volumeBindingMode'];

const example = (share: string) => objectYaml('storage.k8s.io/v1', 'StorageClass', 'nfs', 'provisioner: nfs.csi.k8s.io', `parameters: {server: 192.0.2.1, ${share}: /export}`)
  + '---\n' + objectYaml('storage.k8s.io/v1', 'CSIDriver', 'nfs.csi.k8s.io', 'spec: {attachRequired: false}');

export const classParameters: Check = {
  id: 'class-parameters',
  why: 'the API server takes any parameters of a StorageClass, and the driver reads them when the first volume is made. A driver that refuses one makes none: claims stay Pending for ever. '
    + 'One that makes the same directory for all claims deletes the data of all with the first of them',
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
      if (sharesDirectory(object)) {
        yield {
          object,
          path: '/parameters/subDir',
          message: `All claims of ${titleOf(object)} get the one directory '${textOf(recordOf(object.parameters).subDir)}', and when one of them is deleted, the data of all is`,
          fix: 'write subDir: ${pvc.metadata.namespace}/${pvc.metadata.name}, or leave it out; or onDelete: retain if they are to share it',
        };
      }
      yield* problemsOfDriver(object);
    }
  },
  bad: example('path'),
  good: example('share'),
};

/** Drivers that make the directory `subDir` for a claim, and delete it with the claim. */
const BY_DIRECTORY = ['nfs.csi.k8s.io', 'smb.csi.k8s.io'];

function sharesDirectory({ provisioner, parameters, reclaimPolicy }: Manifest): boolean {
  const { subDir, onDelete } = recordOf(parameters);
  const isKept = reclaimPolicy === 'Retain' || typeof onDelete === 'string' && onDelete !== 'delete';
  return BY_DIRECTORY.includes(provisioner) && typeof subDir === 'string' && subDir !== '' && !subDir.includes('${') && !isKept;
}

/** What the driver of the class says to its parameters. */
function* problemsOfDriver(object: Manifest): Iterable<SystemProblem> {
  const wanted = driverOf(object.provisioner).parameters ?? {};
  const given = Object.keys(recordOf(object.parameters));
  const needed = wanted.orNone && given.length === 0 ? [] : wanted.needed ?? [];
  for (const name of needed.filter(one => !given.some(other => isSame(one, other)))) {
    yield { object, path: '/parameters', message: `${titleOf(object)} has no parameter '${name}', and its driver '${object.provisioner}' makes no volume without`, fix: `add ${name}` };
  }
  yield* wrongValues(object, given, wanted);
  yield* unknownNames(object, given, wanted);
}

function* wrongValues(object: Manifest, given: readonly string[], { values = [] }: ClassParameters): Iterable<SystemProblem> {
  const its = `its driver '${textOf(object.provisioner)}'`;
  for (const name of given) {
    const wanted = values.find(({ parameters }) => parameters.some(parameter => isSame(parameter, name)));
    const value: unknown = recordOf(object.parameters)[name];
    if (!wanted || typeof value !== 'string' || value === '') { continue; }
    const { fits, wants, beside } = wanted;
    const what = `${titleOf(object)} has ${name}: ${value}`;
    if (fits && !fits.test(value)) {
      yield { object, path: pointer('parameters', name), message: `${what}, and ${its} wants ${wants}: it makes no volume`, fix: `write ${wants}` };
    } else if (beside?.values.test(value) && !given.some(other => beside.oneOf.some(one => isSame(one, other)))) {
      const more = beside.oneOf.join(' or ');
      yield { object, path: '/parameters', message: `${what} without ${more}, and ${its} makes no volume of this type`, fix: `add ${more}` };
    }
  }
}

function* unknownNames(object: Manifest, given: readonly string[], { known = [], others = {} }: ClassParameters): Iterable<SystemProblem> {
  for (const name of known.length > 0 ? given : []) {
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

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
