import { podYaml } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { officialImage } from '../../../manifest/official-image';
import { Check } from '../../engine/check';

const example = (user: string) => podYaml(
  `containers: [{name: db, image: "mongo:7.0.14", securityContext: {${user}allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}}]`);

export const droppedCapabilities: Check = {
  id: 'dropped-capabilities',
  why: 'images that begin as root give their files away and go on as another user. Without the capabilities for it this ends with "Operation not permitted"; '
    + 'a container that begins as that user needs none of them',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      const ofPod = recordOf(template.spec.securityContext);
      for (const { container, path } of containersOf(template)) {
        const { runAsUser = ofPod.runAsUser, runAsNonRoot = ofPod.runAsNonRoot, capabilities } = recordOf(container.securityContext);
        const { drop, add } = recordOf(capabilities);
        const isRoot = (runAsUser === undefined || runAsUser === 0) && runAsNonRoot !== true;
        if (!isRoot || !listOf(drop).includes('ALL') || container.command !== undefined || listOf(container.args).length > 0) { continue; }
        const mayChange = listOf(add).some(one => /^(CAP_)?(ALL|SETUID|SETGID)$/.test(textOf(one)));
        if (mayChange || !officialImage(container.image)?.changesUser) { continue; }
        yield {
          object: workload,
          path: `${path}/securityContext/capabilities/drop`,
          message: `The image '${textOf(container.image)}' of ${titleOf(workload)} begins as root and goes on as another user, and has no capability to do so`,
          fix: 'write runAsUser with the number of that user, or add: [CHOWN, DAC_OVERRIDE, FOWNER, SETGID, SETUID]',
        };
      }
    }
  },
  bad: example(''),
  good: example('runAsUser: 999, '),
};
