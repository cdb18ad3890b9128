import { podYaml } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { variableReferences } from '../../../kubernetes/variable-references';
import { PlacedContainer, containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { ProcessCall, isShell, processCallsOf, scriptOf } from '../../../manifest/process-calls';
import { Check, SystemProblem } from '../../engine/check';

const example = (word: string) => podYaml(`containers: [{name: db, image: "redis:7.4.1", command: [redis-server, --bind, ${word}], env: [{name: POD_IP, valueFrom: {fieldRef: {fieldPath: status.podIP}}}]}]`);

/** Programs that put values in themselves, or hand their words to one that does. What runs in Java may know `${NAME}`. */
const EXPANDS = /(?:^|\/)(?:awk|busybox|envsubst|eval|make|perl|php|powershell|pwsh|python\d?|ruby|ssh|su|tclsh|xargs|cmd)(?:\.exe)?$/;

/** A command whose output a shell puts in. */
const SUBSTITUTION = /(?<!\$)\$\((date|hostname|cat|echo|printf|whoami|nproc|pwd|getent|id)\b[^()]*\)/;

const JAVA = /(?:^|\/)java$/;

export const variableNotExpanded: Check = {
  id: 'variable-not-expanded',
  why: 'only a shell knows $NAME. Where no shell is called, Kubernetes puts $(NAME) in: in commands and arguments any variable, in probes those with a value beside their name, '
    + 'in hooks none',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      for (const placed of containersOf(template)) {
        const calls = processCallsOf(placed).filter(hasDollar);
        if (calls.length === 0) { continue; }
        const sources = sourcesOf(placed);
        for (const call of calls) {
          const found = [...lost(call, sources)][0];
          if (found) { yield { object: workload, ...found, message: `${found.message} (container '${textOf(placed.container.name)}' of ${titleOf(workload)})` }; }
        }
      }
    }
  },
  bad: example('$POD_IP'),
  good: example('$(POD_IP)'),
};

function hasDollar({ words }: ProcessCall): boolean {
  return words.some(word => typeof word === 'string' && word.includes('$'));
}

/** The variables that stand in the container, and whether each has its value beside its name. */
function sourcesOf({ container }: PlacedContainer): ReadonlyMap<string, 'value' | 'elsewhere'> {
  return new Map(listOf(container.env).map(recordOf).filter(({ name }) => typeof name === 'string' && /^\w+$/.test(name))
    .map(({ name, valueFrom }) => [name, valueFrom === undefined ? 'value' : 'elsewhere']));
}

type Found = Omit<SystemProblem, 'object'>;

function* lost(call: ProcessCall, sources: ReadonlyMap<string, 'value' | 'elsewhere'>): Iterable<Found> {
  const script = scriptOf(call);
  for (const [index, word] of call.words.entries()) {
    if (typeof word !== 'string' || !word.includes('$')) { continue; }
    const path = call.pathOf(index);
    if (call.by !== 'container') { yield* lostReferences(word, path, call, sources, script !== undefined); }
    const [substitution] = !script && call.namesProgram && needsNoShell(call) ? SUBSTITUTION.exec(word) ?? [] : [];
    if (substitution !== undefined) {
      yield { path, message: `No shell reads '${shortened(word)}', so ${substitution} is not run and stays as it is`, fix: `call a shell: [sh, -c, <the line with ${substitution}>]` };
      continue;
    }
    const named = !script && needsNoShell(call) ? shellVariable(word, sources, call.namesProgram && !JAVA.test(textOf(call.words[0]))) : undefined;
    if (named === undefined) { continue; }
    const fix = call.by === 'container' ? `write $(${named})` : `call a shell: [sh, -c, <the line with "$${named}">]`;
    yield { path, message: `No shell reads '${shortened(word)}', so $${named} stays as it is`, fix };
  }
}

/** `$(NAME)` where the kubelet does not know the value. */
function* lostReferences(word: string, path: string, { by }: ProcessCall, sources: ReadonlyMap<string, string>, inShell: boolean): Iterable<Found> {
  const name = variableReferences(word).find(reference => sources.has(reference) && (by === 'hook' || sources.get(reference) === 'elsewhere'));
  if (name === undefined) { return; }
  const fix = inShell ? `write $${name}` : `call a shell: [sh, -c, <the line with "$${name}">]`;
  const message = by === 'probe'
    ? `In a probe the kubelet takes $(${name}) for empty: its value comes from valueFrom, which is not read there`
    : `The kubelet puts nothing in for $(${name}) in a hook: ${inShell ? `the shell takes it for a program with the name ${name}` : 'it stays as it is'}`;
  yield { path, message, fix };
}

function needsNoShell({ words, namesProgram }: ProcessCall): boolean {
  return !namesProgram || !words.some(word => isShell(word) || EXPANDS.test(textOf(word)));
}

/** A variable of the container that stands there as a shell has it. Programs of an image may read `${NAME}` themselves. */
function shellVariable(word: string, sources: ReadonlyMap<string, unknown>, isBracedToo: boolean): string | undefined {
  const written = word.matchAll(isBracedToo ? /(?<![$\\])\$(?:\{(\w+)\}|(\w+))/g : /(?<![$\\])\$()(\w+)/g);
  return [...written].map(([, braced, plain]) => braced || plain).find(name => sources.has(name));
}

function shortened(text: string): string {
  return text.length > 50 ? `${text.slice(0, 50)}...` : text;
}
