import { isRecord, listOf, textOf } from '../kubernetes/manifest';
import { PlacedContainer, handlersOf } from '../kubernetes/workload';

/** A process that is started without a shell: a program and its arguments, word by word. */
export interface ProcessCall {
  readonly by: 'container' | 'probe' | 'hook';
  readonly words: readonly unknown[];
  /** JSON pointer to a word. */
  readonly pathOf: (index: number) => string;
  /** False where the image says which program it is, and only arguments are written here. */
  readonly namesProgram: boolean;
}

/** What a shell is told to run. */
export interface ShellScript {
  readonly text: string;
  /** Which of the words it is. The shell has those that follow as `$0`, `$1` and so on. */
  readonly index: number;
}

const SHELL = /^(?:\/(?:usr\/)?(?:local\/)?bin\/)?(?:sh|ash|bash|dash|ksh|zsh)$/;

/** All processes that the kubelet has started for a container. Many rules ask for those of one container: they are found once. */
export function processCallsOf(placed: PlacedContainer): readonly ProcessCall[] {
  let calls = CALLS.get(placed);
  if (!calls) {
    calls = callsOf(placed);
    CALLS.set(placed, calls);
  }
  return calls;
}

const CALLS = new WeakMap<PlacedContainer, readonly ProcessCall[]>();

function callsOf({ container, path }: PlacedContainer): ProcessCall[] {
  const command = listOf(container.command);
  const words = [...command, ...listOf(container.args)];
  const own: ProcessCall[] = words.length === 0 ? [] : [{
    by: 'container',
    words,
    namesProgram: command.length > 0,
    pathOf: index => index < command.length ? `${path}/command/${index}` : `${path}/args/${index - command.length}`,
  }];
  return [
    ...own,
    ...handlersOf(container).flatMap(({ by, handler, at }) => execIn(handler, by, `${path}${at}`)),
  ];
}

function execIn({ exec }: Record<string, any>, by: 'probe' | 'hook', path: string): ProcessCall[] {
  if (!isRecord(exec)) { return []; }
  return [{ by, words: listOf(exec.command), namesProgram: true, pathOf: index => `${path}/exec/command/${index}` }];
}

/** True for a program that reads a script: `sh`, `/bin/bash`. */
export function isShell(word: unknown): boolean {
  return typeof word === 'string' && SHELL.test(word);
}

/** The script of a call such as `sh -ec <script>`; undefined if its program is no shell, or runs a file. */
export function scriptOf({ words, namesProgram }: ProcessCall): ShellScript | undefined {
  if (!namesProgram || !isShell(words[0])) { return undefined; }
  let index = 1;
  let readsWord = false;
  // Options may stand before and after -c; what -o names is one of them.
  while (/^[-+][A-Za-z]/.test(textOf(words[index]))) {
    readsWord ||= /^-\w*c/.test(textOf(words[index]));
    index += /^[-+]\w*o$/.test(textOf(words[index])) ? 2 : 1;
  }
  if (words[index] === '--') { index++; }
  const text = words[index];
  return readsWord && typeof text === 'string' ? { text, index } : undefined;
}
