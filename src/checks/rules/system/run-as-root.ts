import { podYaml } from './examples';
import { recordOf, textOf } from '../../../kubernetes/manifest';
import { containersOf, runAsUserOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { officialImage } from '../../../manifest/official-image';
import { Check } from '../../engine/check';

const example = (user: number) =>
  podYaml(`securityContext: {runAsNonRoot: true, runAsUser: ${user}}`, 'containers: [{name: web, image: httpd:2.4.62}]');

export const runAsRoot: Check = {
  id: 'run-as-root',
  why: 'the kubelet does not start a container that must not run as root and has the user 0, or whose image begins as root (CreateContainerConfigError)',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      const ofPod = recordOf(template.spec.securityContext);
      for (const { container, path } of containersOf(template)) {
        const own = recordOf(container.securityContext);
        if ((own.runAsNonRoot ?? ofPod.runAsNonRoot) !== true) { continue; }
        const user = runAsUserOf(container, template);
        const reason = user === 0 ? 'runAsUser: 0, which is root' : user === undefined ? ofImage(container.image) : undefined;
        if (!reason) { continue; }
        const unprivileged = user === 0 ? undefined : officialImage(container.image)?.unprivileged;
        const field = user === 0 ? 'runAsUser' : 'runAsNonRoot';
        yield {
          object: workload,
          path: `${own[field] === undefined ? `${template.path}/spec` : path}/securityContext/${field}`,
          message: `Container '${textOf(container.name)}' of ${titleOf(workload)} has runAsNonRoot: true and ${reason}`,
          fix: `write ${unprivileged ? `image: ${unprivileged}, which listens on port 8080,` : 'the number of another user in runAsUser,'} or runAsNonRoot: false if it must be root`,
        };
      }
    }
  },
  bad: example(0),
  good: example(1000),
};

/** The kubelet knows the user of an image only as it is written there, and a name may be root's. */
function ofImage(image: unknown): string | undefined {
  const user = officialImage(image)?.user;
  if (user === undefined) { return undefined; }
  return user === 'root' ? `no runAsUser, and its image '${image}' begins as root` : `no runAsUser, and its image '${image}' has the user '${user}', which is no number`;
}
