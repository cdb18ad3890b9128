import { workloadYaml } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

/** Seconds that a Deployment has if it does not say how long. */
const USUAL_DEADLINE = 600;

const example = (deadline: string) => workloadYaml('Deployment', 'web', [
  'containers: [{name: web, image: httpd:2.4.62, readinessProbe: {initialDelaySeconds: 900, httpGet: {path: /, port: 80}}}]',
], ...deadline ? [deadline] : []);

export const deadlineBeforeReady: Check = {
  id: 'deadline-before-ready',
  why: 'a Deployment without a new ready pod within its progressDeadlineSeconds counts as failed, and so does its release in Helm, Argo CD and kubectl rollout status. '
    + 'A pod that is not asked before that time is never ready in time',
  severity: 'warning',
  run: function* (inventory, { references }) {
    for (const deployment of inventory.ofKind('Deployment')) {
      const spec = recordOf(deployment.spec);
      const { progressDeadlineSeconds: deadline = USUAL_DEADLINE, minReadySeconds = 0 } = spec;
      const containers = listOf(references.pods.of(deployment)?.template.spec.containers).map(recordOf);
      const waits = containers.map(({ readinessProbe }) => recordOf(readinessProbe).initialDelaySeconds).filter(delay => typeof delay === 'number');
      const wait = Math.max(0, ...waits) + (typeof minReadySeconds === 'number' ? minReadySeconds : 0);
      if (typeof deadline !== 'number' || waits.length === 0 || wait < deadline) { continue; }
      yield {
        object: deployment,
        path: '/spec/progressDeadlineSeconds',
        message: `The pods of ${titleOf(deployment)} are ready after ${textOf(wait)} seconds at the earliest, and the Deployment counts as failed after ${textOf(deadline)}`,
        fix: `write progressDeadlineSeconds: ${textOf(wait * 2)}, or a startupProbe in place of a long initialDelaySeconds`,
      };
    }
  },
  bad: example(''),
  good: example('progressDeadlineSeconds: 1800'),
};
