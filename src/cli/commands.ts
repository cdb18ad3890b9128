/* eslint-disable @typescript-eslint/no-require-imports -- a command is loaded only when it runs, so that help is instant */
import type { Command } from './command';

/** A command's line in the help, and how to load the rest of it. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Command;
}

/** Every command, in the order of the help. */
export const COMMANDS: readonly CommandEntry[] = [
  { name: 'check', summary: 'what the API server would refuse, and what would never work', load: () => require('./check').check },
  { name: 'explain', summary: 'what a finding or a change means, and what to write instead', load: () => require('./explain').explain },
  { name: 'diff', summary: 'what a change does to pods, access and data', load: () => require('./change-commands').diff },
  { name: 'upgrade-check', summary: 'what the same manifests mean on a newer Kubernetes', load: () => require('./change-commands').upgradeCheck },
  { name: 'graph', summary: 'a picture of what the manifests make of a cluster', load: () => require('./graph').graph },
  { name: 'import', summary: 'TypeScript for manifests that exist already, and proof that nothing changes', load: () => require('./import').importCommand },
  { name: 'describe', summary: 'in words: what runs, where its data is, what happens when something goes away', load: () => require('./describe').describe },
  { name: 'lock', summary: 'keeps the names by which Kubernetes finds the data of each StatefulSet', load: () => require('./lock').lock },
];
