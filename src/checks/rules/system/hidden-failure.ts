import { callsInPods } from './calls-in-pods';
import { podYaml } from './examples';
import { textOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { scriptOf } from '../../../manifest/process-calls';
import { Check } from '../../engine/check';

const example = (script: string) => podYaml('restartPolicy: Never',
  `containers: [{name: dump, image: "postgres:17.2", command: [bash, -c, "${script}"], env: [{name: PGPASSFILE, value: /run/login/pgpass}]}]`);

/** A dump whose output another program gets. */
const PIPED = /\b(pg_dump|pg_dumpall|mysqldump|mariadb-dump|mongodump)\b[^\n;|&]*\|\s*(?!\|)(\w+)/;

export const hiddenFailure: Check = {
  id: 'hidden-failure',
  why: 'a shell takes the exit code of the last program of a pipe. Where a dump fails and what packs it does not, the Job counts as done, and the backup is empty',
  severity: 'info',
  run: function* (_, context) {
    for (const { workload, container, call } of callsInPods(context)) {
      const script = call.by === 'container' ? scriptOf(call) : undefined;
      const [found, dump, other] = script && ['CronJob', 'Job', 'Pod'].includes(workload.kind) ? PIPED.exec(script.text) ?? [] : [];
      if (!script || found === undefined || /pipefail|PIPESTATUS/.test(call.words.map(textOf).join(' '))) { continue; }
      yield {
        object: workload,
        path: call.pathOf(script.index),
        message: `Container '${textOf(container.name)}' of ${titleOf(workload)} ends well when ${dump} fails: the exit code is that of ${other}`,
        fix: 'call bash and write set -o pipefail at the beginning; or write the dump to a file, and pack this with && after it',
      };
    }
  },
  bad: example('pg_dump -h db.example.com shop | gzip > /backup/shop.gz'),
  good: example('set -o pipefail; pg_dump -h db.example.com shop | gzip > /backup/shop.gz'),
};
