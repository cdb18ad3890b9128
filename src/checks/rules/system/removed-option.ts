import { callsInPods } from './calls-in-pods';
import { podYaml } from './examples';
import { textOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { goneOption } from '../../../manifest/server-options';
import { Check } from '../../engine/check';

const example = (option: string) =>
  podYaml(`containers: [{name: db, image: "mysql:8.4.3", args: [${option}], env: [{name: MYSQL_RANDOM_ROOT_PASSWORD, value: "yes"}]}]`);

export const removedOption: Check = {
  id: 'removed-option',
  why: 'a server that is told an option which its version does not have ends with an error, and is started again and again',
  severity: 'warning',
  run: function* (_, context) {
    for (const { workload, container, call } of callsInPods(context)) {
      if (call.by !== 'container' || call.namesProgram && !/^(mysqld|mongod|docker-entrypoint\.sh)$/.test(textOf(call.words[0]).replace(/^.*\//, ''))) { continue; }
      for (const [index, word] of call.words.entries()) {
        const gone = goneOption(container.image, word);
        if (!gone) { continue; }
        yield {
          object: workload,
          path: call.pathOf(index),
          message: `The image '${textOf(container.image)}' of ${titleOf(workload)} ends with an error: its server has no option ${gone.option} since ${gone.since}`,
          fix: gone.instead,
        };
      }
    }
  },
  bad: example('--default-authentication-plugin=mysql_native_password'),
  good: example('--max-connections=500'),
};
