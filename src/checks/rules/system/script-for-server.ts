import { podYaml } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { officialImage } from '../../../manifest/official-image';
import { isScript } from '../../../manifest/own-server';
import { Check } from '../../engine/check';

const example = (shell: string) => podYaml(`containers: [{name: dump, image: "mysql:8.4.3", ${shell}args: ["-c", "mysqldump --host db shop > /backup/shop.sql"]}]`);

export const scriptForServer: Check = {
  id: 'script-for-server',
  why: 'args are handed to the entry point of the image. That of a database takes -c and what follows for options of its server: it starts a server, or ends with an error, and the script is never run',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      for (const { container, path } of containersOf(template)) {
        const known = isScript(container) ? officialImage(container.image) : undefined;
        if (!known?.data) { continue; }
        const [option] = listOf(container.args).map(textOf);
        yield {
          object: workload,
          path: `${path}/args/0`,
          message: `Container '${textOf(recordOf(container).name)}' of ${titleOf(workload)} hands '${option}' and a script to the entry point of '${textOf(container.image)}', which is no shell`,
          fix: 'write command: [sh] beside these args',
        };
      }
    }
  },
  bad: example(''),
  good: example('command: [sh], '),
};
