/**
 * The folders of src, from top to bottom: a file imports from its own folder and from those below it, never from those
 * above. So no folder can import one that imports it, its own parent included. `docs/architecture.md` says what each is for.
 */
export const FOLDERS = [
  'cli',
  'constructs/databases/cassandra',
  'constructs/databases/mariadb',
  'constructs/databases/mongo',
  'constructs/databases/mysql',
  'constructs/databases/postgresql',
  'constructs/databases/rabbitmq',
  'constructs/databases/redis',
  'constructs/databases/zookeeper',
  'constructs/databases',
  'constructs',
  'constructs/pod',
  'constructs/options',
  'constructs/storage',
  'synthesis',
  'cdk8s',
  'props',
  'graph',
  'graph/page',
  'import',
  'describe',
  'upgrade',
  'upgrade/rules',
  'diff',
  'diff/examples',
  'diff/plan',
  'diff/refused',
  'diff/rules',
  'diff/changes',
  'lock',
  'checks',
  'checks/rules',
  'checks/rules/system',
  'checks/rules/warnings',
  'checks/rules/object',
  'checks/custom-resources',
  'checks/schema',
  'checks/formats',
  'checks/configuration',
  'checks/engine',
  'reports',
  'manifest/write',
  'manifest/read',
  'manifest/references',
  'manifest',
  'kubernetes/api-server',
  'kubernetes/cel',
  'kubernetes/api',
  'kubernetes/formats',
  'kubernetes',
];

/** A room is a folder at the top of src. Which others it may import, besides itself; the command line may import all. */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  constructs: ['props', 'cdk8s', 'synthesis', 'manifest', 'kubernetes'],
  synthesis: ['cdk8s', 'checks', 'lock', 'reports', 'manifest', 'kubernetes'],
  cdk8s: ['kubernetes'],
  props: ['reports', 'kubernetes'],
  describe: ['reports', 'manifest', 'kubernetes'],
  graph: ['reports', 'manifest', 'kubernetes'],
  import: ['diff', 'checks', 'reports', 'manifest', 'kubernetes'],
  upgrade: ['diff', 'checks', 'reports', 'manifest', 'kubernetes'],
  diff: ['checks', 'reports', 'manifest', 'kubernetes'],
  lock: ['reports', 'manifest', 'kubernetes'],
  checks: ['reports', 'manifest', 'kubernetes'],
  reports: ['manifest', 'kubernetes'],
  manifest: ['kubernetes'],
  kubernetes: [],
};

const roomOf = (folder: string) => folder.split('/')[0];

/** True if files of one folder may import files of another one. */
export function mayImport(from: string, to: string): boolean {
  const isBelow = FOLDERS.indexOf(to) >= FOLDERS.indexOf(from);
  const isAllowed = roomOf(from) === roomOf(to) || roomOf(from) === 'cli' || ROOMS[roomOf(from)].includes(roomOf(to));
  return isBelow && isAllowed;
}

/** The same for the rule `import/no-restricted-paths` of ESLint, which sees every import, `import type` and `require`, also within functions. */
export const ZONES = FOLDERS.map(folder => ({
  target: `./src/${folder}/*.ts`,
  from: ['./src/index*.ts', ...FOLDERS.filter(other => !mayImport(folder, other)).map(other => `./src/${other}/*.ts`)],
  message: `src/${folder} may not import this: see projenrc/folders.ts and docs/architecture.md`,
}));
