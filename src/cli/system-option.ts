import * as fs from 'fs';
import { Arguments } from './arguments';
import { STANDARD_INPUT } from './files';
import { isGitInput } from './git';
import { CommandOption } from './option';
import { UsageError } from './usage-error';
import { closest } from '../reports/did-you-mean';

/** How a command is told which workload it is about: by this option, or by the word that stands last. */
export const SYSTEM: CommandOption = { name: 'system', value: 'name', description: 'one workload alone, as name or namespace/name; it may also stand last, without the option' };

/** What was named: manifests, and perhaps a workload. */
export interface Named {
  readonly inputs: readonly string[];
  /** @default - all of them */
  readonly system?: string;
}

/** The last of several names is a workload where it can be no manifests. */
export function namesOf(args: Arguments): Named {
  const { positionals } = args;
  const system = args.value('system');
  const last = positionals.at(-1);
  if (system !== undefined || last === undefined || positionals.length === 1 || isInput(last)) { return { inputs: positionals, system }; }
  return { inputs: positionals.slice(0, -1), system: last };
}

function isInput(name: string): boolean {
  return name === STANDARD_INPUT || isGitInput(name) || fs.existsSync(name);
}

const MOST_KNOWN = 5;

/**
 * No workload has the name; the error says what to type.
 *
 * @param known the workloads, each as `namespace/name`
 * @param others what else could have had the name
 */
export function noSystem(name: string, known: readonly string[], others = ''): UsageError {
  const unique = [...new Set(known)];
  const likely = closest(name, name.includes('/') ? unique : unique.map(one => one.slice(one.lastIndexOf('/') + 1)));
  const more = unique.length > MOST_KNOWN ? ` and ${unique.length - MOST_KNOWN} more` : '';
  const hint = likely !== undefined ? `did you mean '${likely}'?` : unique.length > 0 ? `write one of ${unique.slice(0, MOST_KNOWN).join(', ')}${more}` : 'there is none in these manifests';
  return new UsageError([`no workload${others} has the name '${name}'; ${hint}`]);
}
