import { podYaml } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { ImageVariables, imageVariables } from '../../../manifest/image-variables';
import { titleOf } from '../../../manifest/inventory';
import { officialImage } from '../../../manifest/official-image';
import { isScript, startsOwnServer } from '../../../manifest/own-server';
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
        for (const { groups, as } of missingIn(container)) {
          yield {
            object: workload,
            path: `${template.path}/spec/containers/${i}/env`,
            message: `The image '${container.image}' of ${titleOf(workload)} ends with an error when its volume is empty: it wants ${groups.map(group => group.join(' or ')).join(', and ')}`,
            fix: `write ${as ?? `the variable${groups.length > 1 ? 's' : ''} ${groups.map(([name]) => name).join(' and ')}`}`,
          };
        }
        const root = startsOwnServer(container) ? listOf(container.env).map(recordOf).findIndex(({ name, value }) => value === 'root' && moreUsers.includes(textOf(name))) : -1;
        if (root >= 0) {
          yield {
            object: workload,
            path: `${template.path}/spec/containers/${i}/env/${root}/value`,
            message: `The image '${container.image}' of ${titleOf(workload)} ends with an error: ${textOf(container.env[root].name)} names one more user, and root is there already`,
            fix: 'remove this variable, or write the name of another user',
          };
        }
        if (!setup || isTold(container, setup) || isScript(container)) { continue; }
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
function isTold(container: Record<string, unknown>, setup: readonly string[]): boolean {
  return !startsOwnServer(container) || mayBeSet(container, setup);
}

function mayBeSet({ env, envFrom }: Record<string, unknown>, names: readonly string[]): boolean {
  return listOf(envFrom).length > 0 || listOf(env).some(variable => names.includes(textOf(recordOf(variable).name)));
}

/** The groups of variables of which the image wants one, and has none. */
function missingIn(container: Record<string, any>): { readonly groups: readonly (readonly string[])[]; readonly as?: string }[] {
  const rows = startsOwnServer(container) && listOf(container.envFrom).length === 0 ? imageVariables(textOf(container.image)) : [];
  const isMeant = ({ needs, needsIf, orFile }: ImageVariables) => needs !== undefined
    && (needsIf === undefined || mayBeSet(container, needsIf))
    && !listOf(container.volumeMounts).some(mount => orFile?.test(textOf(recordOf(mount).mountPath)));
  return rows.filter(isMeant)
    .map(({ needs = [], as }) => ({ groups: needs.filter(group => !mayBeSet(container, group)), as }))
    .filter(({ groups }) => groups.length > 0);
}
