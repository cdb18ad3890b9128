import { listOf, recordOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const OF_DOCKER = /^\/(var\/lib\/docker|var\/run\/docker|run\/docker|var\/run\/dockershim|var\/lib\/dockershim)(\/|\.|$)/;

const example = (directory: string) => `
apiVersion: v1
kind: Pod
metadata: {name: logs}
spec:
  containers: [{name: logs, image: busybox:1.36, volumeMounts: [{name: logs, mountPath: /logs, readOnly: true}]}]
  volumes: [{name: logs, hostPath: {path: ${directory}}}]
`;

export const dockerOnlyDirectory: Check = {
  id: 'docker-only-directory',
  why: 'Kubernetes runs on containerd or CRI-O since 1.24; a directory or socket of Docker is empty or absent on such nodes, '
    + 'so logs are not found, or the pod does not start',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      for (const [i, volume] of listOf(template.spec.volumes).entries()) {
        const path = recordOf(recordOf(volume).hostPath).path;
        if (typeof path !== 'string' || !OF_DOCKER.test(path)) { continue; }
        yield {
          object: workload,
          path: `${template.path}/spec/volumes/${i}/hostPath/path`,
          message: `${titleOf(workload)} mounts '${path}' of its node, which only nodes with Docker have`,
          fix: 'read logs from /var/log/pods and /var/log/containers; talk to the runtime through the socket of containerd or CRI-O',
        };
      }
    }
  },
  bad: example('/var/lib/docker/containers'),
  good: example('/var/log/pods'),
};
