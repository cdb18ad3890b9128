import { DATA, DB_WITH_DATA, ONCE, setYaml, together, volumeYaml } from './examples';
import { isRecord, recordOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

/** Sources that keep their data in one place: it matters which pod gets which. */
const PLACES = ['hostPath', 'local', 'nfs', 'iscsi', 'fc', 'csi'];

const disk = (name: string, claim: string) => volumeYaml(name, 'storageClassName: disks', ONCE, `nfs: {server: 192.168.1.21, path: /${name}}`,
  ...claim ? [`claimRef: {namespace: default, name: ${claim}}`] : []);

const example = (first: string, second: string) => together(disk('disk-1', first), disk('disk-2', second),
  setYaml('db', [DB_WITH_DATA], 'replicas: 2', DATA.replace('spec: {', 'spec: {storageClassName: disks, ')));

export const interchangeableVolumes: Check = {
  id: 'interchangeable-volumes',
  why: 'claims are bound to any free volume that fits, in the order they come: data prepared for one pod may go to another, '
    + 'and a re-created claim may get the volume of its neighbour',
  severity: 'info',
  run: function* (inventory, { staticBindings }) {
    if (inventory.ofKind('PersistentVolume').length === 0) { return; }
    for (const { claim, bound } of staticBindings()) {
      const places = bound.filter(volume => PLACES.some(source => isRecord(recordOf(volume.spec)[source])));
      if (claim.path === '' || places.length < 2) { continue; }
      yield {
        object: claim.from,
        path: claim.path,
        message: `${titleOf(claim.from)} claims ${claim.title}, and each of them may get any of ${places.length} volumes, `
          + `such as ${titleOf(places[0])} and ${titleOf(places[1])}`,
        fix: 'reserve each volume: write spec.claimRef with the namespace and name of the claim it is for',
      };
    }
  },
  bad: example('', ''),
  good: example('data-db-0', 'data-db-1'),
};
