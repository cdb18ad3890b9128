import { objectYaml, podYaml, together } from './examples';
import { listOf, textOf } from '../../../kubernetes/manifest';
import { containersOf } from '../../../kubernetes/workload';
import { hasKnownFiles, syntaxErrorIn } from '../../../manifest/config-syntax';
import { filesInContainer } from '../../../manifest/files-in-container';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (group: string) => together(
  objectYaml('v1', 'ConfigMap', 'db', `data: {custom.cnf: "${group}max_connections = 500\\n"}`),
  podYaml('containers: [{name: db, image: "mysql:8.4.3", env: [{name: MYSQL_RANDOM_ROOT_PASSWORD, value: "yes"}], volumeMounts: [{name: conf, mountPath: /etc/mysql/conf.d}]}]',
    'volumes: [{name: conf, configMap: {name: db}}]'));

export const configFileSyntax: Check = {
  id: 'config-file-syntax',
  why: 'a server reads its configuration before anything else, and ends with an error where it does not understand it: the container is started again and again',
  severity: 'warning',
  run: function* (inventory, { references }) {
    for (const pods of references.pods.all) {
      for (const { container, path } of containersOf(pods.template)) {
        if (!hasKnownFiles(container.image)) { continue; }
        const words = [...listOf(container.command), ...listOf(container.args)];
        for (const { at, text, mount } of filesInContainer(container, pods, inventory)) {
          const error = text === undefined ? undefined : syntaxErrorIn(container.image, words, at, text);
          if (!error) { continue; }
          yield {
            object: pods.workload,
            path: `${path}/volumeMounts/${mount}`,
            message: `The server of '${textOf(container.image)}' in ${titleOf(pods.workload)} does not start with ${at}: ${error.reason}`,
            fix: error.fix,
          };
        }
      }
    }
  },
  bad: example(''),
  good: example('[mysqld]\\n'),
};
