import { recordOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

/** The controller may look as seldom as this, in seconds. */
const LOOKS_EVERY = 10;

const example = (seconds: number) => `
apiVersion: batch/v1
kind: CronJob
metadata: {name: backup}
spec:
  schedule: "0 3 * * *"
  startingDeadlineSeconds: ${seconds}
  jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: backup, image: "busybox:1.37.0"}]}}}}
`;

export const shortStartingDeadline: Check = {
  id: 'short-starting-deadline',
  why: 'the controller looks at CronJobs every 10 seconds: a Job that must start within fewer may be late each time, and is then not started at all',
  severity: 'warning',
  run: function* (inventory) {
    for (const object of inventory.ofKind('CronJob')) {
      const { startingDeadlineSeconds } = recordOf(object.spec);
      if (typeof startingDeadlineSeconds !== 'number' || startingDeadlineSeconds < 0 || startingDeadlineSeconds >= LOOKS_EVERY) { continue; }
      yield {
        object,
        path: '/spec/startingDeadlineSeconds',
        message: `${titleOf(object)} gives its Jobs ${startingDeadlineSeconds} seconds to start, and they may be looked at only every ${LOOKS_EVERY}`,
        fix: 'write at least 10, such as 300, or remove startingDeadlineSeconds',
      };
    }
  },
  bad: example(5),
  good: example(300),
};
