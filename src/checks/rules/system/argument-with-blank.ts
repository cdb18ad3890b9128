import { callsInPods } from './calls-in-pods';
import { podYaml } from './examples';
import { imageName } from '../../../kubernetes/image';
import { listOf, textOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { isShell } from '../../../manifest/process-calls';
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
      // A script may part its words.
      const programs = [imageName(container.image), textOf(listOf(container.command)[0])];
      if (call.words.some(isShell) || programs.some(name => PARTS_ITSELF.test(name))) { continue; }
      for (const [i, word] of call.words.entries()) {
        const [, option, value] = OPTION_AND_VALUE.exec(textOf(word)) ?? [];
        if (option === undefined || i === 0 && call.namesProgram) { continue; }
        yield {
          object: workload,
          path: call.pathOf(i),
          message: `Container '${textOf(container.name)}' of ${titleOf(workload)} gets '${textOf(word)}' as one word, with the blank in it`,
          fix: `write ["${option}", "${value}"], or "${option}=${value}" if the program takes it`,
        };
      }
    }
  },
  bad: example('serve, "--port 8080"'),
  good: example('serve, --port, "8080"'),
};
