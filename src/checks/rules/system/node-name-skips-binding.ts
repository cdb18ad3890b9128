import { ONCE, claimYaml, objectYaml, podYaml, together } from './examples';
import { listOf, recordOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (node: string) => together(
  objectYaml('storage.k8s.io/v1', 'StorageClass', 'disks', 'provisioner: topolvm.io', 'volumeBindingMode: WaitForFirstConsumer'),
  objectYaml('storage.k8s.io/v1', 'CSIDriver', 'topolvm.io', 'spec: {attachRequired: false}'),
  claimYaml('data', `storageClassName: disks, ${ONCE}`),
  podYaml('containers: [{name: web, image: httpd:2.4.62, volumeMounts: [{name: data, mountPath: /data}]}]', node, 'volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]'));

const SELECTED_NODE = 'volume.kubernetes.io/selected-node';

export const nodeNameSkipsBinding: Check = {
  id: 'node-name-skips-binding',
  why: 'claims of a class with WaitForFirstConsumer are bound when the scheduler chooses a node. A pod with nodeName passes it by: its new claims stay Pending, '
    + 'and the pod with them',
  run: function* (inventory, { references, claims }) {
    for (const { workload, template, namespace } of references.pods.all) {
      if (typeof template.spec.nodeName !== 'string' || template.spec.nodeName === '') { continue; }
      const named = listOf(template.spec.volumes).map(volume => claims.find(namespace, recordOf(recordOf(volume).persistentVolumeClaim).claimName));
      const waiting = [...named, ...claims.of(workload)].find(claim => {
        const bindingMode = inventory.findIn('StorageClass', '', claim?.storageClass)?.volumeBindingMode;
        return claim && bindingMode === 'WaitForFirstConsumer' && !claim.spec.volumeName && !recordOf(claim.from.metadata?.annotations)[SELECTED_NODE];
      });
      if (!waiting) { continue; }
      yield {
        object: workload,
        path: `${template.path}/spec/nodeName`,
        message: `${titleOf(workload)} names the node '${template.spec.nodeName}', and its claim ${waiting.title} waits for the scheduler, which never sees the pod`,
        fix: `write nodeSelector: {kubernetes.io/hostname: ${template.spec.nodeName}} in place of nodeName`,
      };
    }
  },
  bad: example('nodeName: node-1'),
  good: example('nodeSelector: {kubernetes.io/hostname: node-1}'),
};
