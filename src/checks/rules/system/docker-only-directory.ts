import { WEB_WITH_PAGES, podYaml } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { PodTemplate } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const OF_DOCKER = /^\/(var\/lib\/docker|var\/run\/docker|run\/docker|var\/run\/dockershim|var\/lib\/dockershim)(\/|\.|$)/;

/** Where Docker kept what containers print. */
const OF_LOGS = /^\/var\/lib\/docker(\/containers)?\/?$/;

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
          severity: OF_LOGS.test(path) && readsAllLogs(template) ? 'info' : 'warning',
          message: `${titleOf(workload)} mounts '${path}' of its node, which only nodes with Docker have`,
          fix: 'read logs from /var/log/pods and /var/log/containers; talk to the runtime through the socket of containerd or CRI-O',
        };
      }
    }
  },
  bad: podYaml(WEB_WITH_PAGES, 'volumes: [{name: pages, hostPath: {path: /var/lib/docker/containers}}]'),
  good: podYaml(WEB_WITH_PAGES, 'volumes: [{name: pages, hostPath: {path: /var/log/pods}}]'),
};

/** True if the pod has the logs of all runtimes: charts mount both directories, and one of them is empty. */
function readsAllLogs({ spec }: PodTemplate): boolean {
  return listOf(spec.volumes).some(volume => /^\/var\/log(\/pods)?\/?$/.test(textOf(recordOf(recordOf(volume).hostPath).path)));
}
