import { podYaml } from './examples';
import { Manifest, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { ImageVariables, WantedValue, imageVariables } from '../../../manifest/image-variables';
import { Inventory, titleOf } from '../../../manifest/inventory';
import { startsOwnServer } from '../../../manifest/own-server';
import { valueOfVariable } from '../../../manifest/variable-value';
import { Check } from '../../engine/check';

const example = (rest: string) => podYaml(`containers: [{name: db, image: "postgres:17.2", env: [{name: POSTGRES_PASSWORD_FILE, value: /run/secrets/password}${rest}]}]`);

export const refusedVariable: Check = {
  id: 'refused-variable',
  why: 'the entry point of an image reads its variables before it starts the program. With one that it does not take any more, one that contradicts another, or a value that it does not take, it ends with an error: the container is started again and again',
  severity: 'warning',
  run: function* (inventory, { references }) {
    for (const { workload, template, namespace } of references.pods.all) {
      for (const [i, container] of listOf(template.spec.containers).map(recordOf).entries()) {
        for (const row of startsOwnServer(container) ? imageVariables(textOf(container.image)) : []) {
          for (const { index, otherwise = 'ends with an error', reason, fix } of refusedIn(container, row, workload, namespace, inventory)) {
            yield {
              object: workload,
              path: `${template.path}/spec/containers/${i}/env/${index}`,
              message: `The image '${container.image}' of ${titleOf(workload)} ${otherwise}: ${reason}`,
              fix,
            };
          }
        }
      }
    }
  },
  bad: example(', {name: POSTGRES_PASSWORD, value: change-me}'),
  good: example(''),
};

interface Refused {
  readonly index: number;
  /** What the image does then. */
  readonly otherwise?: string;
  readonly reason: string;
  readonly fix: string;
}

function* refusedIn(
  container: Record<string, any>, row: ImageVariables, workload: Manifest, namespace: string, inventory: Inventory,
): Iterable<Refused> {
  const { env, envFrom, volumeMounts } = container;
  const { exclusive, refused, values, orFile } = row;
  const variables = listOf(env).map(recordOf);
  // An empty one is as good as none.
  const names = new Set(variables.filter(({ value }) => value !== '').map(({ name }) => textOf(name)));
  const hasMore = listOf(envFrom).length > 0;
  const isInFile = listOf(volumeMounts).some(mount => orFile?.test(textOf(recordOf(mount).mountPath)));
  for (const [index, variable] of variables.entries()) {
    const name = textOf(variable.name);
    if (!names.has(name)) { continue; }
    if (exclusive?.includes(name) && names.has(`${name}_FILE`)) {
      yield { index, reason: `both ${name} and ${name}_FILE are set`, fix: `remove ${name} or ${name}_FILE` };
    }
    if (refused && Object.hasOwn(refused, name)) { yield { index, reason: `it does not take ${name} any more`, fix: refused[name] }; }
    const maySayMore = ({ unless }: WantedValue) => unless !== undefined && (hasMore || names.has(unless));
    const wanted = isInFile ? [] : values?.filter(one => one.variable === name && !maySayMore(one)) ?? [];
    const value = wanted.length > 0 ? podNameIn(variable, workload) ?? valueOfVariable(variable, namespace, inventory) : undefined;
    const missed = value === undefined || value === '' ? undefined : wanted.find(({ fits }) => !fits.test(value));
    if (missed) { yield { index, otherwise: missed.otherwise, reason: `the value of ${name} must be ${missed.wants}`, fix: `write ${missed.wants}` }; }
  }
}

/** The name of a pod, if the variable has it: it ends with letters, or with an ordinal. */
function podNameIn({ valueFrom }: Record<string, any>, { metadata }: Manifest): string | undefined {
  return recordOf(recordOf(valueFrom).fieldRef).fieldPath === 'metadata.name' ? `${textOf(metadata?.name)}-0` : undefined;
}
