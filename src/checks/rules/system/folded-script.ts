import { callsInPods } from './calls-in-pods';
import { podYaml } from './examples';
import { textOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { scriptOf } from '../../../manifest/process-calls';
import { Check } from '../../engine/check';

const example = (sign: string) => podYaml('containers:', '- name: web', '  image: httpd:2.4.62', '  command: [sh, -c]', '  args:', `  - ${sign}`, '    set -e', '    cp /templates/index.html htdocs', '    httpd-foreground');

/** `set -e` with more words behind it: these become $1, $2 and so on, and none of them is run. */
const SET_WITH_WORDS = /^\s*set(?:\s+[-+](?:o\s+\w+|[a-np-zA-Z]*o\s+\w+|[a-np-zA-Z]+))+\s+[\w./]/;

export const foldedScript: Check = {
  id: 'folded-script',
  why: 'a text after > is one line: the ends of its lines become blanks. A first line `set -e` then takes all other lines for its arguments, and the shell runs none of them',
  severity: 'warning',
  run: function* (_, context) {
    for (const { workload, container, call } of callsInPods(context)) {
      const script = scriptOf(call);
      if (!script || !SET_WITH_WORDS.test(script.text) || /[\n;&|]/.test(script.text.trim()) || /\$[@*1-9]/.test(script.text)) { continue; }
      yield {
        object: workload,
        path: call.pathOf(script.index),
        message: `The script of container '${textOf(container.name)}' of ${titleOf(workload)} is one line, so 'set' takes all that follows for its arguments: nothing else is run`,
        fix: 'write | in place of >, which keeps the ends of the lines',
      };
    }
  },
  bad: example('>'),
  good: example('|'),
};
