import { podYaml } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { containersOf } from '../../../kubernetes/workload';
import { imageVariables } from '../../../manifest/image-variables';
import { titleOf } from '../../../manifest/inventory';
import { startsOwnServer } from '../../../manifest/own-server';
import { Check } from '../../engine/check';

const example = (name: string) => podYaml(
  `containers: [{name: db, image: "postgres:17.2", env: [{name: POSTGRES_PASSWORD_FILE, value: /run/secrets/password}, {name: ${name}, value: shop}]}]`);

export const unreadVariable: Check = {
  id: 'unread-variable',
  why: 'an image reads the variables that its page names, and no others. One of another name changes nothing: the user, the database or the password that it was to give is not there',
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
      }
    }
  },
  bad: example('POSTGRES_DATABASE'),
  good: example('POSTGRES_DB'),
};

/** Other variables, the command, probes, hooks and mounted scripts may ask for it. */
function isUsed({ env, args, livenessProbe, readinessProbe, startupProbe, lifecycle, volumeMounts }: Record<string, any>, name: string): boolean {
  const texts = JSON.stringify([listOf(env).map(variable => recordOf(variable).value), args, livenessProbe, readinessProbe, startupProbe, lifecycle]);
  return texts.includes(name) || listOf(volumeMounts).some(mount => /initdb|\.sh$|script/.test(textOf(recordOf(mount).mountPath)));
}
