import { linesOf } from './database-calls';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { processCallsOf } from '../../../manifest/process-calls';
import { Check } from '../../engine/check';

const example = (volumes: string) => `apiVersion: batch/v1
kind: Job
metadata: {name: backup}
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
      - name: dump
        image: postgres:17.2
        command: [sh, -ec, "pg_dump -h db.example.com shop > /backup/shop.sql"]
        env: [{name: PGPASSFILE, value: /login/pgpass}]
${volumes}`;

/** Programs that write what a database holds. */
const DUMPS = /^(pg_dump|pg_dumpall|mysqldump|mariadb-dump|mongodump)$/;

/** Programs that bring nothing out of the pod. A script with any other may. */
const LOCAL = /^(pg_dump|pg_dumpall|mysqldump|mariadb-dump|mongodump|pg_isready|mysqladmin|mariadb-admin|gzip|bzip2|xz|zstd|tar|mkdir|rm|mv|cp|ls|du|find|chmod|chown|echo|printf|date|set|cd|sleep|exit|export|true|test|if|then|else|fi|do|done|while|until|for|\[|[A-Za-z_]\w*=.*)$/;

export const backupNotKept: Check = {
  id: 'backup-not-kept',
  why: 'what a container writes beside its volumes is gone with it. A Job ends, its Pod is deleted, and the backup with it',
  severity: 'warning',
  run: function* (inventory, { references }) {
    for (const workload of ['Job', 'CronJob'].flatMap(kind => inventory.ofKind(kind))) {
      const template = references.pods.of(workload)?.template;
      for (const placed of template ? containersOf(template) : []) {
        const mounts = listOf(placed.container.volumeMounts).map(mount => textOf(recordOf(mount).mountPath).replace(/\/+$/, ''));
        const call = processCallsOf(placed).find(({ by, namesProgram }) => by === 'container' && namesProgram);
        const lines = call ? linesOf(call) : [];
        if (!lines.some(({ words }) => DUMPS.test(words[0])) || !lines.every(({ words }) => LOCAL.test(words[0]))) { continue; }
        const file = lines.map(({ words }) => fileOf(words)).find(path => path !== undefined);
        if (file === undefined || file.startsWith('/dev/') || mounts.some(mount => file.startsWith(`${mount}/`))) { continue; }
        yield {
          object: workload,
          path: call!.pathOf(lines[0].index),
          message: `Container '${textOf(placed.container.name)}' of ${titleOf(workload)} writes its backup to ${file}, where no volume is mounted`,
          fix: `mount a claim at ${file.slice(0, file.lastIndexOf('/')) || '/backup'}`,
        };
      }
    }
  },
  bad: example(''),
  good: example(`        volumeMounts: [{name: backup, mountPath: /backup}]
      volumes: [{name: backup, persistentVolumeClaim: {claimName: backup}}]
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: backup}
spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 10Gi}}}
`),
};

/** The file that a command writes to: behind `>`, or the value of an option. */
function fileOf(words: readonly string[]): string | undefined {
  const joined = words.join(' ');
  const [, redirected] = />>?\s*["']?(\/[\w./-]+)/.exec(joined) ?? [];
  const [, given] = DUMPS.test(words[0]) ? /\s(?:-f\s*|--file[= ]|--result-file[= ]|-r\s*|--archive=|--out[= ]|-o\s*)["']?(\/[\w./-]+)/.exec(joined) ?? [] : [];
  return redirected ?? given;
}
