import { callsInPods } from './calls-in-pods';
import { podYaml } from './examples';
import { textOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { scriptOf } from '../../../manifest/process-calls';
import { Check } from '../../engine/check';

const example = (sign: string) => podYaml('containers:', '- name: web', '  image: httpd:2.4.62', '  command: [sh, -c]', '  args:', `  - ${sign}`, '    # warm up', '    httpd-foreground');

export const commentedScript: Check = {
  id: 'commented-script',
  why: 'a text after > is one line: the ends of its lines become blanks. A comment in its first line then goes on to the end, and the shell runs nothing',
  severity: 'warning',
  run: function* (_, context) {
    for (const { workload, container, call } of callsInPods(context)) {
      const script = scriptOf(call);
      if (!script?.text.trimStart().startsWith('#') || script.text.split('\n').some(line => /^\s*[^\s#]/.test(line))) { continue; }
      yield {
        object: workload,
        path: call.pathOf(script.index),
        message: `The script of container '${textOf(container.name)}' of ${titleOf(workload)} is a comment from its beginning to its end: nothing is run`,
        fix: 'write | in place of >, which keeps the ends of the lines',
      };
    }
  },
  bad: example('>'),
  good: example('|'),
};
