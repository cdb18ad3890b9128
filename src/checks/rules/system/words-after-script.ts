import { callsInPods } from './calls-in-pods';
import { podYaml } from './examples';
import { textOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { isShell, scriptOf } from '../../../manifest/process-calls';
import { Check } from '../../engine/check';

const example = (words: string) => podYaml(`containers: [{name: web, image: httpd:2.4.62, command: [sh, -c, ${words}]}]`);

/** A script that asks for the words after it. */
const ASKS = /\$(?:[0-9@*#]|\{[0-9@*#!])|\b(?:shift|getopts)\b/;

export const wordsAfterScript: Check = {
  id: 'words-after-script',
  why: 'sh -c runs one word as its script. Those that follow become $0, $1 and so on, and are lost if the script does not ask for them',
  severity: 'warning',
  run: function* (_, context) {
    for (const { workload, container, call } of callsInPods(context)) {
      const script = scriptOf(call);
      const rest = script ? call.words.slice(script.index + 1) : [];
      if (!script || rest.length === 0 || isName(rest[0]) || ASKS.test(script.text)) { continue; }
      yield {
        object: workload,
        path: call.pathOf(script.index + 1),
        message: `The shell in container '${textOf(container.name)}' of ${titleOf(workload)} runs '${shortened(script.text)}' alone: the words after it, such as '${shortened(textOf(rest[0]))}', are lost`,
        fix: `write one script: ${together([script.text, ...rest].map(textOf))}`,
      };
    }
  },
  bad: example('sleep, "3600"'),
  good: example('sleep 3600'),
};

/** What people write for `$0`, the name of the script. */
function isName(word: unknown): boolean {
  return ['-', '--', '_', '', 'argv0'].includes(textOf(word)) || isShell(word);
}

function together(words: readonly string[]): string {
  const isShort = words.every(word => /^[\w@%+=:,./-]+$/.test(word)) && words.join(' ').length <= 80;
  return isShort ? JSON.stringify(words.join(' ')) : '"<first>; <second>"';
}

function shortened(text: string): string {
  const [line] = text.trim().split('\n');
  return line.length > 40 || line !== text.trim() ? `${line.slice(0, 40)}...` : line;
}
