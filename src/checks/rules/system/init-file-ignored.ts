import { objectYaml, podYaml, together } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { filesInContainer } from '../../../manifest/files-in-container';
import { INIT_DIRECTORY, initFilesOf, isMisspelt } from '../../../manifest/init-files';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (key: string) => together(
  objectYaml('v1', 'ConfigMap', 'init', `data: {${key}: "CREATE DATABASE shop;"}`),
  podYaml(`containers: [{name: db, image: "postgres:17.2", env: [{name: POSTGRES_PASSWORD_FILE, value: /run/password}], volumeMounts: [{name: init, mountPath: ${INIT_DIRECTORY}}]}]`,
    'volumes: [{name: init, configMap: {name: init}}]'));

export const initFileIgnored: Check = {
  id: 'init-file-ignored',
  why: `the entry point of a database runs what it finds in ${INIT_DIRECTORY}, by the ends of the names. What has another end, or is mounted elsewhere, is never run, and nothing is said`,
  severity: 'warning',
  run: function* (inventory, { references }) {
    for (const pods of references.pods.all) {
      for (const [i, container] of listOf(pods.template.spec.containers).map(recordOf).entries()) {
        const run = initFilesOf(container.image);
        if (!run) { continue; }
        const at = (mount: number) => `${pods.template.path}/spec/containers/${i}/volumeMounts/${mount}`;
        const object = pods.workload;
        for (const [mount, { mountPath }] of listOf(container.volumeMounts).map(recordOf).entries()) {
          if (!isMisspelt(textOf(mountPath).replace(/\/+$/, ''))) { continue; }
          yield {
            object,
            path: `${at(mount)}/mountPath`,
            message: `The image '${container.image}' of ${titleOf(object)} does not look into ${textOf(mountPath)} for what it shall run first`,
            fix: `write ${INIT_DIRECTORY}`,
          };
        }
        const files = [...filesInContainer(container, pods, inventory)].filter(file => file.at.startsWith(`${INIT_DIRECTORY}/`));
        // A script may read the others.
        if (files.some(file => file.at.endsWith('.sh'))) { continue; }
        const ignored = files.find(file => !run.pattern.test(file.at) || file.at.indexOf('/', INIT_DIRECTORY.length + 1) > 0);
        if (!ignored) { continue; }
        yield {
          object,
          path: at(ignored.mount),
          message: `The image '${container.image}' of ${titleOf(object)} ignores ${ignored.at}: it runs files there whose names end with ${run.ends}`,
          fix: `give the key a name that ends with ${run.ends}`,
        };
      }
    }
  },
  bad: example('init'),
  good: example('init.sql'),
};
