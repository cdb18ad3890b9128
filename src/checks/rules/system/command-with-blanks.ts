import { callsInPods } from './calls-in-pods';
import { podYaml } from './examples';
import { commandOfLine } from '../../../kubernetes/formats/command';
import { textOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { ProcessCall } from '../../../manifest/process-calls';
import { Check } from '../../engine/check';

const example = (command: string) => podYaml(`containers: [{name: web, image: httpd:2.4.62, command: ${command}}]`);

export const commandWithBlanks: Check = {
  id: 'command-with-blanks',
  why: 'a command is a list of words and no line for a shell: the first word is the file that is run, and no file has a name with its arguments in it',
  run: function* (_, context) {
    for (const { workload, container, call } of callsInPods(context)) {
      const [program] = call.words;
      const right = call.namesProgram && typeof program === 'string' ? commandOfLine(program) : undefined;
      if (right === undefined) { continue; }
      yield {
        object: workload,
        path: call.pathOf(0),
        message: `${CALLER[call.by]} of container '${textOf(container.name)}' of ${titleOf(workload)} runs a file with the name '${shortened(textOf(program))}', blanks included; there is no such file`,
        fix: `write ${right}`,
      };
    }
  },
  bad: example('["sleep 3600"]'),
  good: example('[sleep, "3600"]'),
};

const CALLER: Readonly<Record<ProcessCall['by'], string>> = { container: 'The command', probe: 'The probe', hook: 'The hook' };

function shortened(line: string): string {
  return line.length > 60 ? `${line.slice(0, 60)}...` : line;
}
