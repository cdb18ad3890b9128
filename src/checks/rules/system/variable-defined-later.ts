import { podYaml } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { variableReferences } from '../../../kubernetes/variable-references';
import { containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (...variables: string[]) => podYaml(`containers: [{name: web, image: "registry.example.com/web:1.4.2", env: [${variables.join(', ')}]}]`);
const URL_VARIABLE = '{name: DB_URL, value: "postgres://$(DB_USER)@db.example.com/shop"}';
const USER_VARIABLE = '{name: DB_USER, value: shop}';

export const variableDefinedLater: Check = {
  id: 'variable-defined-later',
  why: 'the kubelet fills in variables from the first to the last. $(NAME) of one that stands later in the list stays as it is: the program gets the name in place of the value',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      for (const { container, path } of containersOf(template)) {
        const variables = listOf(container.env).map(recordOf);
        // What comes from elsewhere under the same name is there from the beginning.
        if (variables.length < 2 || listOf(container.envFrom).length > 0) { continue; }
        const first = new Map<string, number>();
        variables.forEach(({ name }, i) => { if (!first.has(textOf(name))) { first.set(textOf(name), i); } });
        for (const [i, { name, value }] of variables.entries()) {
          const later = typeof value === 'string' ? variableReferences(value).find(wanted => (first.get(wanted) ?? 0) > i) : undefined;
          if (later === undefined) { continue; }
          yield {
            object: workload,
            path: `${path}/env/${i}/value`,
            message: `The variable ${textOf(name)} of container '${textOf(container.name)}' of ${titleOf(workload)} asks for $(${later}), which stands later in the list, and is not filled in`,
            fix: `move the variable ${later} before ${textOf(name)}`,
          };
        }
      }
    }
  },
  bad: example(URL_VARIABLE, USER_VARIABLE),
  good: example(USER_VARIABLE, URL_VARIABLE),
};
