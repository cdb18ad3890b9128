import { workloadYaml } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { endsAtOnce as reasonToEnd, wantedArguments } from '../../../manifest/ending-programs';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (word: string) => workloadYaml('Deployment', 'tools', [`containers: [{name: shell, image: "debian:12.8", command: [${word}]}]`]);

export const endsAtOnce: Check = {
  id: 'ends-at-once',
  why: 'a container that ends is started again, after ever longer pauses (CrashLoopBackOff), also if it ended with success: the pod is never ready for long. What shall end belongs in a Job',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      const { restartPolicy = 'Always', containers } = template.spec;
      if (restartPolicy !== 'Always' || workload.kind === 'Job' || workload.kind === 'CronJob') { continue; }
      for (const [i, container] of listOf(containers).map(recordOf).entries()) {
        const wanted = wantedArguments(container);
        const reason = wanted ? `the image '${textOf(container.image)}' prints how it is called` : reasonToEnd(container);
        if (reason === undefined) { continue; }
        yield {
          object: workload,
          // An image alone is often a placeholder, which another program fills in.
          severity: wanted === undefined && container.command === undefined && container.args === undefined ? 'info' : 'warning',
          path: `${template.path}/spec/containers/${i}/${container.command === undefined ? container.args === undefined ? 'image' : 'args' : 'command'}`,
          message: `Container '${textOf(container.name)}' of ${titleOf(workload)} ends at once and is started again and again: ${reason}`,
          fix: wanted ? `write ${wanted}` : toGoOn(workload.kind),
        };
      }
    }
  },
  bad: example('echo, hello'),
  good: example('sleep, infinity'),
};

function toGoOn(kind: string): string {
  return kind === 'Pod'
    ? 'write restartPolicy: Never if it shall end; otherwise a command that goes on, such as [sleep, infinity]'
    : 'write kind: Job if it shall end; otherwise a command that goes on, such as [sleep, infinity]';
}
