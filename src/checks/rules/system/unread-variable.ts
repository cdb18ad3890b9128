import { podYaml } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { containersOf } from '../../../kubernetes/workload';
import { imageVariables } from '../../../manifest/image-variables';
import { titleOf } from '../../../manifest/inventory';
import { officialTag } from '../../../manifest/official-tag';
import { startsOwnServer } from '../../../manifest/own-server';
import { Check } from '../../engine/check';

const example = (name: string) => podYaml(
  `containers: [{name: db, image: "postgres:17.2", env: [{name: POSTGRES_PASSWORD_FILE, value: /run/secrets/password}, {name: ${name}, value: shop}]}]`);

export const unreadVariable: Check = {
  id: 'unread-variable',
  why: 'an image reads the variables that its page names, and no others. One of another name changes nothing, and none does where a command takes the place of the entry point: the user, the database or the password that it was to give is not there',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      for (const { container, path } of containersOf(template)) {
        const unread = startsOwnServer(container) && listOf(container.envFrom).length === 0
          ? Object.assign({}, ...imageVariables(textOf(container.image)).map(row => row.unread)) : {};
        const variables = listOf(container.env).map(recordOf);
        const names = new Set(variables.map(({ name }) => textOf(name)));
        for (const [i, { name }] of variables.entries()) {
          const instead: string | undefined = Object.hasOwn(unread, textOf(name)) ? unread[textOf(name)] : undefined;
          const [right = ''] = instead?.split(/[,:]/) ?? [];
          if (instead === undefined || names.has(right) || names.has(`${right}_FILE`) || isUsed(container, textOf(name))) { continue; }
          yield {
            object: workload,
            path: `${path}/env/${i}/name`,
            message: `The image '${textOf(container.image)}' of ${titleOf(workload)} does not read the variable ${textOf(name)}`,
            fix: `write ${instead}`,
          };
        }
        const replaced = withoutEntryPoint(container);
        if (!replaced || !path.includes('/containers/')) { continue; }
        yield {
          object: workload,
          path: `${path}/env/${replaced.index}/name`,
          message: `The entry point of '${textOf(container.image)}' reads ${replaced.name}, and ${titleOf(workload)} starts ${textOf(container.command[0])} in its place: the variable changes nothing`,
          fix: 'write the words of command as args, so that the entry point runs first',
        };
      }
    }
  },
  bad: example('POSTGRES_DATABASE'),
  good: example('POSTGRES_DB'),
};

/** What the entry points of databases read before they start the server, and the server itself does not. */
const ENTRY_POINTS: Readonly<Record<string, { readonly server: RegExp; readonly variables: RegExp }>> = {
  mongo: { server: /^(\/usr\/bin\/)?mongod$/, variables: /^MONGO_INITDB_(ROOT_USERNAME|ROOT_PASSWORD|DATABASE)(_FILE)?$/ },
  postgres: { server: /^(\/\S+\/)?postgres$/, variables: /^POSTGRES_(PASSWORD|USER|DB)(_FILE)?$/ },
  mysql: { server: /^(\/\S+\/)?mysqld$/, variables: /^MYSQL_(ROOT_PASSWORD|DATABASE|USER|PASSWORD)(_FILE)?$/ },
  mariadb: { server: /^(\/\S+\/)?(mariadbd|mysqld)$/, variables: /^(MYSQL|MARIADB)_(ROOT_PASSWORD|DATABASE|USER|PASSWORD)(_FILE)?$/ },
};

/** A variable of an entry point that a command of its own takes the place of. */
function withoutEntryPoint(container: Record<string, any>): { readonly index: number; readonly name: string } | undefined {
  const { name = '' } = officialTag(container.image) ?? {};
  const entryPoint = Object.hasOwn(ENTRY_POINTS, name) ? ENTRY_POINTS[name] : undefined;
  if (!entryPoint?.server.test(textOf(listOf(container.command)[0]))) { return undefined; }
  const variables = listOf(container.env).map(variable => textOf(recordOf(variable).name));
  const index = variables.findIndex(one => entryPoint.variables.test(one));
  return index < 0 || isUsed(container, variables[index]) ? undefined : { index, name: variables[index] };
}

/** Other variables, the command, probes, hooks and mounted scripts may ask for it. */
function isUsed({ env, args, livenessProbe, readinessProbe, startupProbe, lifecycle, volumeMounts }: Record<string, any>, name: string): boolean {
  const texts = JSON.stringify([listOf(env).map(variable => recordOf(variable).value), args, livenessProbe, readinessProbe, startupProbe, lifecycle]);
  return texts.includes(name) || listOf(volumeMounts).some(mount => /initdb|\.sh$|script/.test(textOf(recordOf(mount).mountPath)));
}
