import { podYaml } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { officialImage } from '../../../manifest/official-image';
import { Check } from '../../engine/check';

const example = (variable: string) => podYaml(`containers: [{name: db, image: "postgres:17.2", env: [{name: ${variable}, value: "/run/secrets/password"}]}]`);

export const imageSetup: Check = {
  id: 'image-setup',
  why: 'the image of a database does not begin with an empty volume before it is told who may log in: the container ends with an error and is started again and again',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      // What runs already has its data.
      if (workload.metadata?.uid !== undefined) { continue; }
      for (const [i, container] of listOf(template.spec.containers).map(recordOf).entries()) {
        const { setup, moreUsers = [] } = officialImage(container.image) ?? {};
        const root = isServer(container) ? listOf(container.env).map(recordOf).findIndex(({ name, value }) => value === 'root' && moreUsers.includes(textOf(name))) : -1;
        if (root >= 0) {
          yield {
            object: workload,
            path: `${template.path}/spec/containers/${i}/env/${root}/value`,
            message: `The image '${container.image}' of ${titleOf(workload)} ends with an error: ${textOf(container.env[root].name)} names one more user, and root is there already`,
            fix: 'remove this variable, or write the name of another user',
          };
        }
        if (!setup || isTold(container, setup)) { continue; }
        yield {
          object: workload,
          path: `${template.path}/spec/containers/${i}/env`,
          message: `The image '${container.image}' of ${titleOf(workload)} ends with an error when its volume is empty: it wants one of ${setup.join(', ')}`,
          fix: `write the variable ${setup[0]} with valueFrom.secretKeyRef`,
        };
      }
    }
  },
  bad: example('PASSWORD_FILE'),
  good: example('POSTGRES_PASSWORD_FILE'),
};

/** Variables may come from elsewhere, and another command may be a client of the database. */
function isTold({ env, envFrom, command, args }: Record<string, unknown>, setup: readonly string[]): boolean {
  return !isServer({ command, args }) || listOf(envFrom).length > 0 || listOf(env).some(variable => setup.includes(textOf(recordOf(variable).name)));
}

function isServer({ command, args }: Record<string, unknown>): boolean {
  return command === undefined && listOf(args).every((argument, i) => i > 0 || textOf(argument).startsWith('-'));
}
