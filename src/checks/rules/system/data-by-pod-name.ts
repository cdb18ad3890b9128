import { together, workloadYaml } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { officialTag } from '../../../manifest/official-tag';
import { Check } from '../../engine/check';

const example = (hostname: string) => together(
  workloadYaml('Deployment', 'mq', [
    `hostname: ${hostname}`,
    'containers: [{name: mq, image: "rabbitmq:4.0.4", volumeMounts: [{name: data, mountPath: /var/lib/rabbitmq}]}]',
    'volumes: [{name: data, persistentVolumeClaim: {claimName: mq}}]',
  ], 'strategy: {type: Recreate}'),
  'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: mq}\nspec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}\n');

export const dataByPodName: Check = {
  id: 'data-by-pod-name',
  why: 'RabbitMQ keeps its data in a directory with the name of its node, rabbit@<name of the pod>. Each pod of a Deployment has another name: the next one begins empty beside the data of the last one, and the queues are gone',
  severity: 'warning',
  run: function* (inventory, { references }) {
    for (const workload of ['Deployment', 'ReplicaSet', 'ReplicationController'].flatMap(kind => inventory.ofKind(kind))) {
      const template = references.pods.of(workload)?.template;
      if (!template || typeof template.spec.hostname === 'string' && template.spec.hostname !== '' || template.spec.hostNetwork === true) { continue; }
      const volumes = listOf(template.spec.volumes).map(recordOf);
      const claims = new Set(volumes.filter(volume => volume.persistentVolumeClaim !== undefined).map(({ name }) => name));
      for (const [i, container] of listOf(template.spec.containers).map(recordOf).entries()) {
        const index = officialTag(container.image)?.name === 'rabbitmq' && !isNamed(container)
          ? listOf(container.volumeMounts).map(recordOf).findIndex(({ name, mountPath }) => claims.has(name) && /^\/var\/lib\/rabbitmq(\/mnesia)?\/?$/.test(textOf(mountPath))) : -1;
        if (index < 0) { continue; }
        yield {
          object: workload,
          path: `${template.path}/spec/containers/${i}/volumeMounts/${index}`,
          message: `RabbitMQ of ${titleOf(workload)} keeps its data in a directory with the name of the pod, and each new pod has another name: it begins empty`,
          fix: 'write kind: StatefulSet, whose pods keep their names; or hostname: rabbitmq in the spec of the pod',
        };
      }
    }
  },
  bad: example('""'),
  good: example('rabbitmq'),
};

/** Variables, files or a command may give the node another name. */
function isNamed({ env, envFrom, command, args, volumeMounts }: Record<string, any>): boolean {
  return command !== undefined || args !== undefined || listOf(envFrom).length > 0
    || listOf(env).some(variable => /^(RABBITMQ_(NODENAME|MNESIA_\w+|CONF_ENV_FILE)|HOSTNAME)$/.test(textOf(recordOf(variable).name)))
    || listOf(volumeMounts).some(mount => /rabbitmq-env\.conf|^\/etc\/rabbitmq\/?$/.test(textOf(recordOf(mount).mountPath)));
}
