import { together } from './examples';
import { repositoryOf } from '../../../kubernetes/image';
import { Manifest, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

/** Proxies and senders of logs that run until somebody stops them. */
const ENDLESS = /(^|\/)(alloydb-auth-proxy|cloud-sql-proxy|gce-proxy|envoy|proxyv2|linkerd\/proxy|fluent-bit|fluentd|filebeat|promtail)$/;

/** Ways in which a job stops its neighbour: a request to it, or a signal. */
const STOPS_IT = /quitquitquit|exitexitexit|\bpkill\b|\bkill(all)?\b|linkerd-await|\btimeout\b/;

const example = (list: string, restart: string) => together(`
apiVersion: batch/v1
kind: Job
metadata: {name: migrate}
spec:
  template:
    spec:
      restartPolicy: Never
      ${list}: [{name: proxy, image: "gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1"${restart}}${list === 'containers' ? ', {name: migrate, image: "registry.example.com/shop:1.4"}' : ''}]
${list === 'containers' ? '' : '      containers: [{name: migrate, image: "registry.example.com/shop:1.4"}]\n'}`);

export const jobBesideProxy: Check = {
  id: 'job-beside-proxy',
  why: 'a Job is complete when all containers of its pod have ended. A proxy beside the program never ends, and so the Job runs for ever, and a CronJob with concurrencyPolicy Forbid '
    + 'never starts another one. Init containers with restartPolicy Always are stopped once the others have ended',
  severity: 'warning',
  run: function* (_, { references, model }) {
    const hasSidecars = model.isSince('1.29');
    for (const { workload, template } of references.pods.all) {
      const containers = isJob(workload) ? listOf(template.spec.containers).map(recordOf) : [];
      const endless = containers.map(({ image }) => ENDLESS.test(repositoryOf(image)));
      // A proxy alone is what the Job is for.
      if (!endless.includes(true) || !endless.includes(false) || STOPS_IT.test(wordsOf(containers))) { continue; }
      const at = endless.indexOf(true);
      yield {
        object: workload,
        path: `${template.path}/spec/containers/${at}`,
        message: `The container '${textOf(containers[at].name)}' of ${titleOf(workload)} runs until somebody stops it ('${textOf(containers[at].image)}'): the Job is never complete`,
        fix: hasSidecars ? 'move it to initContainers and write restartPolicy: Always' : 'stop it from the other container when that one has ended',
      };
    }
  },
  bad: example('containers', ''),
  good: example('initContainers', ', restartPolicy: Always'),
};

function isJob({ kind }: Manifest): boolean {
  return kind === 'Job' || kind === 'CronJob';
}

/** All that the containers are told. */
function wordsOf(containers: readonly Record<string, any>[]): string {
  return containers.flatMap(({ command, args, env, lifecycle }) => [
    ...listOf(command), ...listOf(args), ...listOf(env).flatMap(variable => [recordOf(variable).name, recordOf(variable).value]), JSON.stringify(lifecycle ?? ''),
  ]).map(textOf).join(' ');
}
