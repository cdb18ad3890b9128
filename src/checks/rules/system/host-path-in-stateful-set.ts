import { DATA, DB_WITH_DATA, setYaml } from './examples';
import { isRecord, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { podTemplateOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

/** Directories of a node that hold nothing of the pod: programs look at them, or talk to a socket there. */
const OF_THE_NODE = /^\/(dev|etc|lib|proc|run|sys|usr|var\/lib\/kubelet|var\/log|var\/run)(\/|$)/;

export const hostPathInStatefulSet: Check = {
  id: 'host-path-in-stateful-set',
  why: 'a pod of a StatefulSet that moves to another node finds another directory there: its data stays behind, '
    + 'and pods on one node share one directory',
  severity: 'warning',
  run: function* (inventory) {
    for (const set of inventory.ofKind('StatefulSet')) {
      const pods = podTemplateOf(set);
      for (const [i, value] of listOf(pods?.spec.volumes).entries()) {
        const volume = recordOf(value);
        if (!isRecord(volume.hostPath) || OF_THE_NODE.test(textOf(volume.hostPath.path))) { continue; }
        yield {
          object: set,
          path: `${pods!.path}/spec/volumes/${i}/hostPath`,
          message: `${titleOf(set)} keeps files in '${textOf(volume.hostPath.path)}' of whatever node its pods run on`,
          fix: 'use volumeClaimTemplates with a class for local volumes',
        };
      }
    }
  },
  bad: setYaml('db', [DB_WITH_DATA, 'volumes: [{name: data, hostPath: {path: /data/mysql}}]']),
  good: setYaml('db', [DB_WITH_DATA], DATA),
};
