import { homedir } from 'node:os';
import { join } from 'node:path';

const OURS = join('cdk8s-stateful', 'kubernetes');

/** Where binaries are kept: outside of the work tree, so that all clones share them. */
export const CACHE = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), OURS);

/** Where clusters keep their data, their logs and what is needed to end them: a folder each. */
export const CLUSTERS = join(process.env.XDG_STATE_HOME || join(homedir(), '.local', 'state'), OURS);
