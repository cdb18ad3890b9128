import { podYaml } from './examples';
import { textOf } from '../../../kubernetes/manifest';
import { DEFAULT_GRACE_PERIOD, PlacedContainer, containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { processCallsOf, scriptOf } from '../../../manifest/process-calls';
import { Check } from '../../engine/check';

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

const example = (seconds: number) => podYaml(
  `containers: [{name: web, image: httpd:2.4.62, lifecycle: {preStop: {exec: {command: [sh, -c, "sleep ${seconds}; apachectl graceful-stop"]}}}}]`);

export const preStopTooLong: Check = {
  id: 'pre-stop-too-long',
  why: 'the time that a Pod has to end also counts for its preStop hook. A hook that takes all of it is cut off, and the program is killed without a chance to write its data',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      const { terminationGracePeriodSeconds = DEFAULT_GRACE_PERIOD } = template.spec;
      for (const placed of containersOf(template)) {
        for (const { path, seconds } of sleepsOf(placed)) {
          if (typeof terminationGracePeriodSeconds !== 'number' || seconds < terminationGracePeriodSeconds) { continue; }
          yield {
            object: workload,
            path,
            message: `The preStop hook of container '${textOf(placed.container.name)}' of ${titleOf(workload)} sleeps ${seconds} seconds, and the Pod is killed after ${terminationGracePeriodSeconds}`,
            fix: `write terminationGracePeriodSeconds: ${seconds + DEFAULT_GRACE_PERIOD} in the spec of the pod, or let the hook sleep for a shorter time`,
          };
        }
      }
    }
  },
  bad: example(60),
  good: example(10),
};

/** The longest time that each preStop hook sleeps at once, as far as it is written down. */
function sleepsOf(placed: PlacedContainer): { readonly path: string; readonly seconds: number }[] {
  return processCallsOf(placed).filter(call => call.by === 'hook' && call.pathOf(0).includes('/preStop/')).map(call => {
    const script = scriptOf(call);
    const text = script?.text ?? (call.words[0] === 'sleep' || call.words[0] === '/bin/sleep' ? `sleep ${textOf(call.words[1])}` : '');
    const seconds = [...text.matchAll(/(?:^|[\s;&|(])sleep\s+(\d{1,6})([smh]?)(?![\w.])/g)].map(([, number, unit]) => Number(number) * (UNITS[unit] ?? 1));
    return { path: call.pathOf(script?.index ?? 0), seconds: Math.max(0, ...seconds) };
  }).filter(({ seconds }) => seconds > 0);
}
