import { callsInPods } from './calls-in-pods';
import { podYaml } from './examples';
import { textOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { ProcessCall, isShell } from '../../../manifest/process-calls';
import { Check } from '../../engine/check';

const OPERATORS = new Set(['&&', '||', '|', '>', '>>', '2>&1', '2>/dev/null', '>/dev/null']);

/** Programs that hand their words to a shell, or have such words of their own. */
const TAKE_THEM = /(^|\/)(ssh|watch|su|runuser|xargs|parallel|expr|test|\[|find|awk|jq|yq|psql|mysql)$/;

const example = (command: string) => podYaml(`containers: [{name: web, image: httpd:2.4.62, command: ${command}}]`);

export const operatorWithoutShell: Check = {
  id: 'operator-without-shell',
  why: 'only a shell knows && and | and >. Where no shell is called they are words like any other, and the program gets them, with all that follows, as its arguments',
  severity: 'warning',
  run: function* (_, context) {
    for (const { workload, container, call } of callsInPods(context)) {
      const at = operatorIn(call);
      if (at < 0) { continue; }
      yield {
        object: workload,
        path: call.pathOf(at),
        message: `Container '${textOf(container.name)}' of ${titleOf(workload)} calls '${textOf(call.words[0])}' without a shell, and hands it '${textOf(call.words[at])}' as an argument`,
        fix: 'write [sh, -c, "..."] with the whole line as one word',
      };
    }
  },
  bad: example('[cat, /tmp/ready, "&&", httpd-foreground]'),
  good: example('[sh, -c, "cat /tmp/ready && httpd-foreground"]'),
};

/** Where the first such word stands; -1 if there is none, or a shell or another program may read it. */
function operatorIn({ words, namesProgram }: ProcessCall): number {
  if (!namesProgram || words.some(isShell) || TAKE_THEM.test(textOf(words[0]))) { return -1; }
  // After an option it is the option's value: `cut -d '|'`. At the end it joins nothing.
  return words.findIndex((word, i) => i > 0 && i < words.length - Number(!/\d|\/dev/.test(textOf(word))) && OPERATORS.has(textOf(word)) && !textOf(words[i - 1]).startsWith('-'));
}
