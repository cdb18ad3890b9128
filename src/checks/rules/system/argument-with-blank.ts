import { callsInPods } from './calls-in-pods';
import { podYaml } from './examples';
import { imageName } from '../../../kubernetes/image';
import { listOf, textOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { ProcessCall, isShell } from '../../../manifest/process-calls';
import { Check } from '../../engine/check';

/** These put their arguments together and part them at blanks themselves. */
const PARTS_ITSELF = /^(redis|valkey|keydb)/;

/** An option and its value in one word. Words of a sentence follow a value in quotes or with an equals sign. */
const OPTION_AND_VALUE = /^(--[a-z][a-z0-9-]*) +([^\s-][^\s]*)$/i;

const example = (args: string) => podYaml(`containers: [{name: web, image: "registry.example.com/web:1.4.2", args: [${args}]}]`);

export const argumentWithBlank: Check = {
  id: 'argument-with-blank',
  why: 'each item of args is one word, with the blanks in it. A program that gets an option and its value as one word knows no such option',
  severity: 'warning',
  run: function* (_, context) {
    for (const { workload, container, call } of callsInPods(context)) {
      for (let i = call.namesProgram ? 1 : 0; i < call.words.length; i++) {
        const word = call.words[i];
        // Few words have a blank in them.
        if (typeof word !== 'string' || !word.startsWith('--') || !word.includes(' ')) { continue; }
        const [, option, value] = OPTION_AND_VALUE.exec(word) ?? [];
        if (option === undefined || partsItsWords(container, call)) { continue; }
        yield {
          object: workload,
          path: call.pathOf(i),
          message: `Container '${textOf(container.name)}' of ${titleOf(workload)} gets '${word}' as one word, with the blank in it`,
          fix: `write ["${option}", "${value}"], or "${option}=${value}" if the program takes it`,
        };
      }
    }
  },
  bad: example('serve, "--port 8080"'),
  good: example('serve, --port, "8080"'),
};

/** A script may part its words, and so may some programs. */
function partsItsWords({ image, command }: Record<string, unknown>, { words }: ProcessCall): boolean {
  return words.some(isShell) || [imageName(image), textOf(listOf(command)[0])].some(name => PARTS_ITSELF.test(name));
}
