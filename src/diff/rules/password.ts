import { FAMILIES, lastSegment } from './database-image';
import { rollsOneByOne } from './members';
import { podsOf, sourcesOf } from './pod-volumes';
import { lastingWriters, writersOf } from './program';
import { Manifest, groupOf, isRecord, listOf, recordOf, textOf } from '../../kubernetes/manifest';
import { pointer, valueAt } from '../../kubernetes/pointer';
import { podTemplateOf } from '../../kubernetes/workload';
import { namespaceOf } from '../../manifest/inventory';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update } from '../changes/update';
import { Side, World } from '../changes/world';

/** A variable that gives a program its password. */
interface PasswordVariable {
  /** Its names, as the image or the scripts of a preset call it. */
  readonly names: RegExp;
  /** The last part of the image's name. */
  readonly image: RegExp;
  /** Where the password that counts is: in the data since they were made, or in all members that run. */
  readonly keptIn: 'data' | 'members';
}

/** Left out is what takes another password with each start and asks no other member. */
const VARIABLES: readonly PasswordVariable[] = [
  { names: /^((MYSQL|MARIADB)_(ROOT_)?PASSWORD|MYSQL_PWD)$/, image: FAMILIES.mysql, keptIn: 'data' },
  { names: /^(POSTGRES|POSTGRESQL|POSTGRESQL_POSTGRES)_PASSWORD$/, image: FAMILIES.postgres, keptIn: 'data' },
  { names: /^(MONGO_INITDB_ROOT|MONGODB_ROOT|MONGO)_PASSWORD$/, image: FAMILIES.mongo, keptIn: 'data' },
  { names: /^CASSANDRA_PASSWORD$/, image: /^cassandra/, keptIn: 'data' },
  { names: /^RABBITMQ_(DEFAULT_PASS|PASSWORD)$/, image: FAMILIES.rabbitmq, keptIn: 'data' },
  { names: /^NEO4J_AUTH$/, image: /^neo4j/, keptIn: 'data' },
  { names: /^DOCKER_INFLUXDB_INIT_PASSWORD$/, image: FAMILIES.influxdb, keptIn: 'data' },
  { names: /^(REDISCLI_AUTH|REDIS_(MASTER_)?PASSWORD|VALKEY_PASSWORD)$/, image: /^(redis|valkey)/, keptIn: 'members' },
  { names: /^ZOO_SUPER_PASSWORD$/, image: /^zookeeper/, keptIn: 'members' },
  { names: /^(MONGO_KEY|MONGODB_REPLICA_SET_KEY)$/, image: FAMILIES.mongo, keptIn: 'members' },
  { names: /^RABBITMQ_(ERLANG_)?COOKIE$/, image: FAMILIES.rabbitmq, keptIn: 'members' },
];

function passwordOf(container: Record<string, any>, variable: string): PasswordVariable | undefined {
  const image = lastSegment(container.image);
  return VARIABLES.find(known => known.names.test(variable) && known.image.test(image));
}

/** Another password than the one that the data, or the other members, have. */
function passwordChanged(update: Update, world: World): ChangeStatement[] {
  if (update.after.kind === 'Secret') { return secretChanged(update, world); }
  const pods = podsOf(update);
  if (!pods) { return []; }
  return writersOf(pods).flatMap(({ before, after, path }) => {
    const old = new Map(listOf(before.env).filter(isRecord).map(variable => [textOf(variable.name), variable]));
    return listOf(after.env).filter(isRecord).flatMap((variable, index) => {
      const name = textOf(variable.name);
      const known = passwordOf(after, name);
      const was = old.get(name);
      if (!known || !was || !isRelevant(known, update) || isSame(was, variable, update, world)) { return []; }
      return [{ ...WHAT[known.keptIn](name), path: `${path}/env/${index}`, part: name, before: sourceOf(was), after: sourceOf(variable) }];
    });
  });
}

function isRelevant({ keptIn }: PasswordVariable, update: Pick<Update, 'before' | 'after'>): boolean {
  return keptIn === 'data' || rollsOneByOne(update);
}

const WHAT: Readonly<Record<PasswordVariable['keptIn'], (name: string) => Pick<ChangeStatement, 'message' | 'fix'>>> = {
  data: name => ({
    message: `${name} gets another value: it is read only when the volume is empty; the password in the data stays the old one, and who has the new one cannot log in`,
    fix: 'keep the Secret; or change the password in the database first, and the Secret right after it',
  }),
  members: name => ({
    message: `${name} gets another value: members take it when they start, and during the roll those with the new one and those with the old one refuse each other`,
    fix: 'keep the Secret; or apply, and then delete all pods of the set at once, so that none with the old one is left',
  }),
};

/** The value of a Secret is changed, and its name stays. */
function secretChanged(update: Update, world: World): ChangeStatement[] {
  const { before, after, given } = update;
  if (groupOf(after.apiVersion) !== '') { return []; }
  return world.after.references.to(given.after).flatMap(({ from, path, key }) => {
    const found = passwordAt(from, path);
    const old = world.before.same(from);
    if (!found || !old || key === undefined || valueIn(before, key) === valueIn(after, key)) { return []; }
    if (!isRelevant(found.known, { before: old, after: from })) { return []; }
    const { message, fix } = WHAT[found.known.keptIn](`${found.name} of ${from.kind} '${from.metadata?.name}'`);
    return [{ path: `/data${pointer(key)}`, part: `${from.metadata?.name}/${found.name}`, message, fix }];
  });
}

/** The password that a reference of a workload's takes from a Secret; undefined if it is none that is kept elsewhere, too. */
export function passwordAt(workload: Manifest, path: string): { readonly known: PasswordVariable; readonly name: string } | undefined {
  const [, containerPath, index] = /^(.*\/containers\/\d+)\/env\/(\d+)\//.exec(path) ?? [];
  const template = containerPath === undefined ? undefined : podTemplateOf(workload);
  if (!template) { return undefined; }
  const container = recordOf(valueAt(workload, containerPath));
  const name = textOf(recordOf(listOf(container.env)[Number(index)]).name);
  const known = passwordOf(container, name);
  return known && lastingWriters(template, sourcesOf(workload, template))(container) ? { known, name } : undefined;
}

/** The same Secret and key, or the same text: a copy of a Secret has the password of the first. */
function isSame(was: Record<string, any>, is: Record<string, any>, { before, after }: Update, world: World): boolean {
  if (sourceOf(was) === sourceOf(is) && was.value === is.value) { return true; }
  const [old, next] = [textIn(was, before, world.before), textIn(is, after, world.after)];
  return old !== undefined && old === next;
}

/** Where a variable has its value from; the value itself is nobody's to read. */
function sourceOf(variable: Record<string, any>): string {
  const { name, key } = recordOf(recordOf(variable.valueFrom).secretKeyRef);
  return name === undefined ? '(a value)' : `Secret ${textOf(name)}, ${textOf(key)}`;
}

/** The value of a variable, where the manifests have it. */
function textIn(variable: Record<string, any>, workload: Manifest, side: Side): string | undefined {
  if (typeof variable.value === 'string') { return variable.value; }
  const { name, key } = recordOf(recordOf(variable.valueFrom).secretKeyRef);
  const secret = side.inventory.findIn('Secret', namespaceOf(workload), name);
  return secret && valueIn(secret, textOf(key));
}

function valueIn(secret: Manifest, key: string): string | undefined {
  const [text, data] = [recordOf(secret.stringData)[key], recordOf(secret.data)[key]];
  if (typeof text === 'string') { return text; }
  return typeof data === 'string' ? Buffer.from(data, 'base64').toString() : undefined;
}

export const PASSWORD_DANGERS: readonly Rule[] = [{
  id: 'database-password-changed',
  title: 'Password of a database changed',
  effect: 'access',
  kinds: ['StatefulSet', 'Deployment', 'DaemonSet', 'ReplicaSet', 'Secret'],
  fields: 'env of a database that has data: MYSQL_ROOT_PASSWORD, POSTGRES_PASSWORD, MONGO_INITDB_ROOT_PASSWORD, those of the presets and others, and the Secret they name',
  why: 'a database keeps its passwords in its data and reads the variable only when there are none; a password that members show each other must be the same in all of them',
  fix: 'keep the Secret, or change the password in the database first',
  updated: passwordChanged,
}];
