import { podYaml } from './examples';
import { recordOf } from '../../../kubernetes/manifest';
import { containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (user: number) =>
  podYaml(`securityContext: {runAsNonRoot: true, runAsUser: ${user}}`, 'containers: [{name: web, image: httpd:2.4.62}]');

export const runAsRoot: Check = {
  id: 'run-as-root',
  why: 'the kubelet does not start a container that must not run as root and has the user 0 (CreateContainerConfigError)',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      const ofPod = recordOf(template.spec.securityContext);
      for (const { container, path } of containersOf(template)) {
        const own = recordOf(container.securityContext);
        if ((own.runAsUser ?? ofPod.runAsUser) !== 0 || (own.runAsNonRoot ?? ofPod.runAsNonRoot) !== true) { continue; }
        yield {
          object: workload,
          path: own.runAsUser === undefined ? `${template.path}/spec/securityContext/runAsUser` : `${path}/securityContext/runAsUser`,
          message: `Container '${container.name}' of ${titleOf(workload)} has runAsNonRoot: true and runAsUser: 0, which is root`,
          fix: 'write the number of another user, or runAsNonRoot: false if it must be root',
        };
      }
    }
  },
  bad: example(0),
  good: example(1000),
};
