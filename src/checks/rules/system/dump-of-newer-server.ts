import { databaseCalls } from './database-calls';
import { dumpYaml } from './examples';
import { textOf } from '../../../kubernetes/manifest';
import { majorOf } from '../../../manifest/database-clients';
import { titleOf } from '../../../manifest/inventory';
import { officialTag } from '../../../manifest/official-tag';
import { Check } from '../../engine/check';

export const dumpOfNewerServer: Check = {
  id: 'dump-of-newer-server',
  why: 'pg_dump reads servers of its own major version and older ones. A newer one it refuses ("aborting because of server version mismatch"): there is no backup',
  severity: 'warning',
  run: function* (inventory, context) {
    for (const { workload, container, call, index, program, server, serverWorkload } of databaseCalls(inventory, context)) {
      const [own, its] = [majorOf(container.image), majorOf(server.image)];
      if (!/^pg_dump(all)?$/.test(program) || officialTag(container.image)?.name !== 'postgres' || own === undefined || its === undefined || own >= its) { continue; }
      yield {
        object: workload,
        path: call.pathOf(index),
        message: `Container '${textOf(container.name)}' of ${titleOf(workload)} runs ${program} of version ${own}, and ${titleOf(serverWorkload)} is PostgreSQL ${its}, which it refuses`,
        fix: `write image: ${textOf(server.image)}`,
      };
    }
  },
  bad: dumpYaml('15.10', 'PGPASSWORD'),
  good: dumpYaml('17.2', 'PGPASSWORD'),
};
