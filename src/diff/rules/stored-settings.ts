import { FAMILIES, lastSegment } from './database-image';
import { podsOf } from './pod-volumes';
import { writersOf } from './program';
import { listOf, recordOf, textOf } from '../../kubernetes/manifest';
import { officialImage } from '../../manifest/official-image';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update } from '../changes/update';

type Container = Readonly<Record<string, any>>;

/** A setting that a program writes into its data when the data is new, and compares when it starts again. */
interface StoredSetting {
  /** The last part of the image's name. */
  readonly image: RegExp;
  /** A flag without its dashes, or a variable. */
  readonly name: RegExp;
  /** What holds where neither the container nor a file sets it. @default - nobody knows: both sides have to set it */
  readonly usual?: string;
  /** Counts only this new value. @default - any other one */
  readonly becomes?: string;
  /** A flag or variable that says that there is no such data. */
  readonly unless?: RegExp;
  readonly effect?: 'strands-data';
  readonly message: string;
  readonly fix: string;
}

const KEEP = 'keep the old value; with another one begin with empty volumes, and restore a dump';

const STORED: readonly StoredSetting[] = [
  // @see https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/
  {
    image: /^(redis|valkey)(:|$)/,
    name: /^appendonly$/,
    usual: 'no',
    becomes: 'yes',
    effect: 'strands-data',
    message: 'with appendonly the server loads its append-only file alone, and there is none yet: it starts empty, and overwrites its snapshot later',
    fix: 'run CONFIG SET appendonly yes in the server that runs, and wait until the file is written; then make this change',
  },
  // @see https://www.mongodb.com/docs/manual/reference/program/mongod/
  {
    image: FAMILIES.mongo,
    name: /^replSet$/,
    message: 'the data has the old name of the replica set: no member is part of the new one, and none becomes primary',
    fix: 'keep the old name',
  },
  { image: FAMILIES.mongo, name: /^directoryperdb$/i, usual: 'no', message: 'the files lie in the data directory as they did: mongod ends with an error', fix: KEEP },
  // @see https://dev.mysql.com/doc/refman/8.4/en/identifier-case-sensitivity.html
  {
    image: /^mysql(-server)?:(8|9|\d\d)/,
    name: /^lower-case-table-names$/,
    usual: '0',
    message: 'the data dictionary has the old value: the server ends with an error',
    fix: KEEP,
  },
  // @see https://www.rabbitmq.com/docs/relocate
  {
    image: FAMILIES.rabbitmq,
    name: /^RABBITMQ_NODENAME$/,
    unless: /^RABBITMQ_MNESIA_DIR$/,
    effect: 'strands-data',
    message: 'the directory of the data has the name of the node: the new node starts on an empty one, without queues and users',
    fix: 'keep the old name; or begin with empty volumes, and import the definitions',
  },
  // @see https://kafka.apache.org/documentation/#brokerconfigs_node.id
  {
    image: /^(cp-)?kafka(-native)?(:|$)/,
    name: /^KAFKA_(CFG_)?(NODE_ID|BROKER_ID)$/,
    message: 'the data has the old number in meta.properties: the broker ends with an error',
    fix: KEEP.replace(', and restore a dump', ', and let the other brokers fill them'),
  },
  // @see https://cassandra.apache.org/doc/latest/cassandra/managing/configuration/cass_yaml_file.html
  {
    image: /^cassandra(:|$)/,
    name: /^CASSANDRA_(CLUSTER_NAME|NUM_TOKENS|DC|RACK)$/,
    message: 'the data has the old value: the node ends with an error when it finds another one',
    fix: 'keep the old value',
  },
];

function storedSettings(update: Update): ChangeStatement[] {
  const pods = podsOf(update);
  if (!pods) { return []; }
  return writersOf(pods).flatMap(({ before, after, path }) => {
    const image = lastSegment(after.image);
    const [old, next] = [settingsOf(before), settingsOf(after)];
    // Images of others bring settings of their own: Bitnami's of Redis begins with appendonly.
    const isAlone = [before, after].every(container => !mayHaveFile(container) && officialImage(container.image));
    return STORED.filter(stored => stored.image.test(image) && stored.image.test(lastSegment(before.image)))
      .flatMap(stored => statementsOf(isAlone ? stored : { ...stored, usual: undefined }, old, next))
      .map(statement => ({ ...statement, path: path + statement.path }));
  });
}

type Settings = ReadonlyMap<string, { readonly value: string; readonly at: string }>;

function statementsOf({ name, usual, becomes, unless, effect, message, fix }: StoredSetting, old: Settings, next: Settings): ChangeStatement[] {
  const names = [...new Set([...old.keys(), ...next.keys()])];
  if (unless && names.some(one => unless.test(one))) { return []; }
  return names.filter(one => name.test(one)).flatMap(one => {
    const [was, is] = [old.get(one)?.value ?? usual, next.get(one)?.value ?? usual];
    if (was === undefined || is === undefined || was === is || becomes !== undefined && is !== becomes) { return []; }
    return [{ path: next.get(one)?.at ?? '', part: one, before: was, after: is, message: `${one}: ${was} → ${is}: ${message}`, fix, ...effect && { effect } }];
  });
}

/** A file may say the same as the container, or another thing. */
function mayHaveFile({ command, args, volumeMounts }: Container): boolean {
  const words = [...listOf(command), ...listOf(args)].map(textOf);
  return words.some(word => /\.(conf|cnf|ya?ml)$/.test(word))
    || listOf(volumeMounts).some(mount => /^\/etc\/|\.(conf|cnf)$/.test(textOf(recordOf(mount).mountPath)));
}

/** Flags and variables with values that are written out. What a shell is told is not read. */
function settingsOf({ env, command, args }: Container): Settings {
  const found = new Map<string, { value: string; at: string }>();
  for (const [field, list] of [['command', command], ['args', args]]) {
    const words = listOf(list).map(textOf);
    for (const [i, word] of words.entries()) {
      const [, flag, value] = /^--?([A-Za-z][\w-]*)(?:=(.*))?$/.exec(word) ?? [];
      if (flag === undefined) { continue; }
      const follows = /^-/.test(words[i + 1] ?? '-') ? 'yes' : words[i + 1];
      found.set(/_/.test(flag) ? flag.replaceAll('_', '-') : flag, { value: value ?? follows, at: `/${field}/${i}` });
    }
  }
  for (const [i, { name, value }] of listOf(env).map(recordOf).entries()) {
    if (typeof value === 'string') { found.set(textOf(name), { value, at: `/env/${i}` }); }
  }
  return found;
}

export const STORED_SETTING_DANGERS: readonly Rule[] = [{
  id: 'stored-setting-changed',
  title: 'Setting changed that the data was made with',
  effect: 'restart',
  kinds: ['StatefulSet', 'Deployment', 'DaemonSet', 'ReplicaSet'],
  fields: 'flags and variables of a database that has data: appendonly, replSet, directoryperdb, lower-case-table-names, RABBITMQ_NODENAME, KAFKA_NODE_ID, CASSANDRA_CLUSTER_NAME and others',
  why: 'some settings are written into the data when it is new. A program that finds another value there ends with an error, or starts beside its data',
  fix: 'keep the old value',
  updated: storedSettings,
}];
