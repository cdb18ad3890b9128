/* eslint-disable @typescript-eslint/no-require-imports -- a command is loaded only when it runs, so that help is instant */
import type { CommandEntry } from './command';

/** Every command, in the order of the help. */
export const COMMANDS: readonly CommandEntry[] = [
  { name: 'init', summary: 'a new repository with one stateful system, tests and pipelines', load: () => require('./init').init },
  { name: 'check', summary: 'what the API server would refuse, and what would never work', load: () => require('./check').check },
  { name: 'explain', summary: 'what a finding or a change means, and what to write instead', load: () => require('./explain').explain },
  { name: 'diff', summary: 'what a change does to pods, access and data', load: () => require('./change-commands').diff },
  { name: 'upgrade-check', summary: 'what the same manifests mean on a newer Kubernetes', load: () => require('./change-commands').upgradeCheck },
  { name: 'graph', summary: 'a picture of what the manifests make of a cluster', load: () => require('./graph').graph },
  { name: 'describe', summary: 'the same in words: what runs, where its data is, what may fail', load: () => require('./describe').describe },
  { name: 'import', summary: 'TypeScript for YAML that exists, and proof that nothing changes', load: () => require('./import').importCommand },
  { name: 'lock', summary: 'keeps the names by which Kubernetes finds data', load: () => require('./lock').lock },
  { name: 'completion', summary: 'completes command lines in bash, zsh and fish', load: () => require('./completion').completionOf(COMMANDS) },
];
