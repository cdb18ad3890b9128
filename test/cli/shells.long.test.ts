import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { useFolder } from './folder';
import { record } from './recorder';
import { needs } from '../support/needs';

const folder = useFolder();
const has = (program: string) => spawnSync(program, ['--version']).status === 0;

/** A program of our name that lists two ids. */
function install(): NodeJS.ProcessEnv {
  mkdirSync(join(folder.path, 'bin'), { recursive: true });
  folder.write('bin/cdk8s-stateful', '#!/bin/sh\necho "headless-service  error  why"\necho "missing-claim  error  why"\n');
  chmodSync(join(folder.path, 'bin/cdk8s-stateful'), 0o755);
  return { ...process.env, PATH: `${join(folder.path, 'bin')}:${process.env.PATH}`, HOME: folder.path, TERM: 'dumb' };
}

needs(has('fish'), 'no fish').test('fish completes commands, options, their values, ids and files', () => {
  const env = install();
  folder.write('complete.fish', record(['completion', 'fish']).out);
  folder.write('my-config.yaml', '');
  const offered = (line: string) => execFileSync('fish', ['-c', `source complete.fish; complete -C '${line}'`], { cwd: folder.path, env, encoding: 'utf8' })
    .split('\n').map(row => row.split('\t')[0]).filter(word => word !== '');

  expect(offered('cdk8s-stateful des')).toEqual(['describe']);
  expect(offered('cdk8s-stateful diff --pl')).toEqual(['--plan']);
  expect(offered('cdk8s-stateful diff --format m')).toEqual(['markdown']);
  expect(offered('cdk8s-stateful explain head')).toEqual(['headless-service']);
  expect(offered('cdk8s-stateful check --config my')).toEqual(['my-config.yaml']);
  expect(offered('cdk8s-stateful check my')).toEqual(['my-config.yaml']);
});

needs(has('zsh'), 'no zsh').test('zsh completes commands, options, their values, ids and files', () => {
  const env = install();
  folder.write('complete.zsh', record(['completion', 'zsh']).out);
  folder.write('my-config.yaml', '');
  folder.write('setup.zsh', [
    'PS1=; unsetopt zle_bracketed_paste; autoload -U compinit; compinit -u -D; source complete.zsh',
    "show() { print -r -- \"<<$BUFFER>>\"; exit }; zle -N show; bindkey '^X' show; print ready",
  ].join('\n'));
  const completed = (line: string) => {
    // A terminal of its own, in which the line and a tab are typed.
    const script = `
      zmodload zsh/zpty; zpty z zsh -f -i; zpty -w z 'source setup.zsh'
      local text; while zpty -r z text; do [[ $text == ready* ]] && break; done
      zpty -w -n z "${line}"$'\\t\\x18'
      while zpty -r z text; do print -r -- $text; [[ $text == *'>>'* ]] && break; done`;
    const out = execFileSync('zsh', ['-f', '-c', script], { cwd: folder.path, env, encoding: 'utf8', timeout: 20_000 });
    return /<<(.*?)\s*>>/.exec(out)?.[1];
  };

  expect(completed('cdk8s-stateful des')).toBe('cdk8s-stateful describe');
  expect(completed('cdk8s-stateful diff --pl')).toBe('cdk8s-stateful diff --plan');
  expect(completed('cdk8s-stateful diff --format m')).toBe('cdk8s-stateful diff --format markdown');
  expect(completed('cdk8s-stateful explain head')).toBe('cdk8s-stateful explain headless-service');
  expect(completed('cdk8s-stateful check my')).toBe('cdk8s-stateful check my-config.yaml');
});

needs(has('script'), 'no script').test('a terminal has colours, unless NO_COLOR is set', () => {
  folder.write('torn.yaml', 'apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\nkind: Namespace\n');
  const command = `${process.execPath} ${join(__dirname, '../../bin/cdk8s-stateful')} check torn.yaml`;
  // Node looks at many variables for colours, CI among them: the terminal gets none of those that the tests run with.
  const env = { PATH: process.env.PATH, HOME: folder.path, TERM: 'xterm-256color' };
  const inTerminal = (more: NodeJS.ProcessEnv) =>
    spawnSync('script', ['-qec', command, '/dev/null'], { cwd: folder.path, env: { ...env, ...more }, encoding: 'utf8' }).stdout;

  expect(inTerminal({})).toContain('\u001b[');
  expect(inTerminal({ NO_COLOR: '1' })).not.toContain('\u001b[');
});
