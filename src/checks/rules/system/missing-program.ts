import { callsInPods } from './calls-in-pods';
import { podYaml } from './examples';
import { textOf } from '../../../kubernetes/manifest';
import { absentProgram } from '../../../manifest/image-programs';
import { titleOf } from '../../../manifest/inventory';
import { ProcessCall, scriptOf } from '../../../manifest/process-calls';
import { Check } from '../../engine/check';

const example = (program: string) => podYaml(`containers: [{name: db, image: "mongo:7.0.15", readinessProbe: {exec: {command: [${program}, --eval, "db.adminCommand('ping')"]}}}]`);

export const missingProgram: Check = {
  id: 'missing-program',
  why: 'what a command, a probe or a hook calls must be in the image of its container: "executable file not found" keeps a container from starting, and a probe from ever succeeding',
  severity: 'warning',
  run: function* (_, context) {
    for (const { workload, container, call } of callsInPods(context)) {
      for (const { program, index } of programsOf(call)) {
        const instead = absentProgram(container.image, program);
        if (instead === undefined) { continue; }
        yield {
          object: workload,
          path: call.pathOf(index),
          message: `Container '${textOf(container.name)}' of ${titleOf(workload)} calls ${program}, which the image '${textOf(container.image)}' does not have`,
          fix: instead,
        };
        break;
      }
    }
  },
  bad: example('mongo'),
  good: example('mongosh'),
};

interface Program {
  readonly program: string;
  /** The word that it stands in. */
  readonly index: number;
}

/** What is run: the first word, and each first word of a line in a script that brings no program itself. */
function programsOf(call: ProcessCall): Program[] {
  if (!call.namesProgram) { return []; }
  const script = scriptOf(call);
  const first = textOf(call.words[0]).replace(/^\/(usr\/)?(local\/)?bin\//, '');
  const inScript = script && !BRINGS_PROGRAMS.test(script.text) ? firstWordsOf(script.text) : [];
  return [{ program: first, index: 0 }, ...inScript.map(program => ({ program, index: script!.index }))];
}

/** Scripts that install something, look for it, define it, or go on without it. */
const BRINGS_PROGRAMS = /\b(apk|apt|apt-get|yum|dnf|pip|install|command -v|which|type|alias|function|PATH|ln|cp|mv|chmod)\b|\(\)\s*\{|<<|\|\|/;

/** `curl` of `until curl -s x; do`: the words where a command begins. */
function firstWordsOf(script: string): string[] {
  const lines = script.replace(/'[^']*'|"(?:[^"\\]|\\.)*"/g, '""').replace(/(^|\s)#.*$/gm, '');
  return [...lines.matchAll(/(?:^|[;&|\n]|\b(?:until|while|if|then|do|else|exec)\b|!)\s*(?:(?:until|while|if|then|do|else|exec|!)\s+)*([a-z][a-z0-9_-]*)(?=[\s;&|]|$)/g)].map(([, word]) => word);
}
