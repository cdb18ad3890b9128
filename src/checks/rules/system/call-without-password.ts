import { DatabaseCall, databaseCalls } from './database-calls';
import { dumpYaml } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

export const callWithoutPassword: Check = {
  id: 'call-without-password',
  why: 'a database that was set up with a password asks everybody for it who comes over the network. In a container nobody answers a prompt: the call ends with an error ("no password supplied", "Access denied"), and a backup is empty',
  severity: 'warning',
  run: function* (inventory, context) {
    for (const found of databaseCalls(inventory, context)) {
      if (mayKnow(found) || !asks(found)) { continue; }
      const { workload, container, call, index, program, client, serverWorkload } = found;
      yield {
        object: workload,
        path: call.pathOf(index),
        message: `Container '${textOf(container.name)}' of ${titleOf(workload)} runs ${program} without a password, and ${titleOf(serverWorkload)} asks for one`,
        fix: client.fix,
      };
    }
  },
  bad: dumpYaml('17.2', 'PASSWORD'),
  good: dumpYaml('17.2', 'PGPASSWORD'),
};

/** By variables, by the words of the call or of the script around it, or by a file that is mounted. */
function mayKnow({ container, call, words, client }: DatabaseCall): boolean {
  const { env, envFrom, volumeMounts } = container;
  return listOf(envFrom).length > 0
    || listOf(env).some(variable => client.passwords.test(textOf(recordOf(variable).name)))
    || client.passwordWords.test(words.join(' ')) || /PGPASS|pgpass|MYSQL_PWD|\.my\.cnf|\bsource\s|\.\s+\//.test(call.words.map(textOf).join('\n'))
    || words.some(word => word.includes('://') || /^\$/.test(word))
    || listOf(volumeMounts).some(mount => /pgpass|\.cnf|pg_service|ssl|tls|cert|\/(root|home)\b|postgresql$/.test(textOf(recordOf(mount).mountPath)));
}

function asks({ server, client }: DatabaseCall): boolean {
  const names = listOf(server.env).map(variable => textOf(recordOf(variable).name));
  const paths = listOf(server.volumeMounts).map(mount => textOf(recordOf(mount).mountPath));
  return server.command === undefined && names.some(name => client.asks.test(name))
    && ![...names, ...paths, ...listOf(server.args).map(textOf)].some(text => client.trusts.test(text));
}
