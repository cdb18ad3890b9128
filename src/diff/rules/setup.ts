import { FAMILIES, lastSegment } from './database-image';
import { podsOf, sourcesOf } from './pod-volumes';
import { lastingWriters, writersOf } from './program';
import { Manifest, groupOf, isRecord, listOf, recordOf, sameData, textOf } from '../../kubernetes/manifest';
import { oncePerKey } from '../../kubernetes/once';
import { valueAt } from '../../kubernetes/pointer';
import { mountsOfVolume, podTemplateOf } from '../../kubernetes/workload';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update, differsUnder } from '../changes/update';
import { World } from '../changes/world';

/** What an image does only for a volume that is empty; passwords are in password.ts. */
interface Setup {
  /** The last part of the image's name. */
  readonly image: RegExp;
  readonly variables: RegExp;
  /** Where its scripts are mounted. */
  readonly scripts?: string;
}

const SCRIPTS = '/docker-entrypoint-initdb.d';

const SETUPS: readonly Setup[] = [
  { image: FAMILIES.mysql, variables: /^(MYSQL|MARIADB)_(DATABASE|USER|ROOT_HOST)$/, scripts: SCRIPTS },
  {
    image: FAMILIES.postgres,
    variables: /^POSTGRES(QL)?_(DB|DATABASE|USER|USERNAME|INITDB_ARGS|INITDB_WALDIR|HOST_AUTH_METHOD)$/,
    scripts: SCRIPTS,
  },
  { image: FAMILIES.mongo, variables: /^MONGO_INITDB_(DATABASE|ROOT_USERNAME)$/, scripts: SCRIPTS },
  { image: FAMILIES.rabbitmq, variables: /^RABBITMQ_DEFAULT_(USER|VHOST)$/ },
  { image: FAMILIES.influxdb, variables: /^DOCKER_INFLUXDB_INIT_(USERNAME|ORG|BUCKET|RETENTION|ADMIN_TOKEN)$/, scripts: SCRIPTS },
];

function setupOf(container: Record<string, any>): Setup | undefined {
  const name = lastSegment(container.image);
  return SETUPS.find(({ image }) => image.test(name));
}

function setupChanged(update: Update, world: World): ChangeStatement[] {
  if (update.after.kind === 'ConfigMap') { return scriptsChanged(update, world); }
  const pods = podsOf(update);
  if (!pods) { return []; }
  return writersOf(pods).flatMap(({ before, after, path }) => {
    const setup = setupOf(after);
    const old = new Map(listOf(before.env).filter(isRecord).map(variable => [textOf(variable.name), variable.value]));
    return listOf(after.env).filter(isRecord).flatMap(({ name, value }, index) => {
      const was = old.get(textOf(name));
      if (!setup?.variables.test(textOf(name)) || typeof was !== 'string' || typeof value !== 'string' || was === value) { return []; }
      return [{
        path: `${path}/env/${index}`,
        part: textOf(name),
        before: was,
        after: value,
        message: `${name} gets another value: the image reads it only when the volume is empty; the data keeps '${was}'`,
        fix: 'make the change in the database by hand, too; the variable alone counts for new volumes',
      }];
    });
  });
}

/** Scripts that ran when the volume was empty are changed. */
function scriptsChanged(update: Update, world: World): ChangeStatement[] {
  const { before, after, given } = update;
  if (groupOf(after.apiVersion) !== '' || !differsUnder(update, '/data') || sameData(before.data, after.data)) { return []; }
  const seen = oncePerKey((_: Manifest) => new Set<string>());
  const readers = world.after.references.to(given.after).flatMap(({ from, path }) => {
    const template = podTemplateOf(from);
    const volume = /^(.*\/volumes\/\d+)\//.exec(path)?.[1];
    if (!template || volume === undefined) { return []; }
    if (seen(from).has(volume)) { return []; }
    seen(from).add(volume);
    const scripts = mountsOfVolume(template, recordOf(valueAt(from, volume)).name).filter(({ mount, container }) => {
      const known = setupOf(container)?.scripts;
      return known !== undefined && textOf(mount.mountPath).startsWith(known);
    });
    const writes = lastingWriters(template, sourcesOf(from, template));
    const runsThem = scripts.some(({ container, path: at }) => at.includes('/containers/') && writes(container));
    return runsThem ? [`${from.kind} '${from.metadata?.name}'`] : [];
  });
  if (readers.length === 0) { return []; }
  return [{
    path: '/data',
    message: `${[...new Set(readers)].join(', ')} runs these scripts only when the volume is empty: what is new in them does not happen to data that is there`,
    fix: 'run the new part in the database by hand, too',
  }];
}

export const SETUP_DANGERS: readonly Rule[] = [{
  id: 'database-setup-changed',
  title: 'First setup of a database changed',
  effect: 'stale-data',
  kinds: ['StatefulSet', 'Deployment', 'DaemonSet', 'ReplicaSet', 'ConfigMap'],
  fields: `env of a database that has data: POSTGRES_DB, POSTGRES_USER, MYSQL_DATABASE, MYSQL_USER, MONGO_INITDB_DATABASE and others; data of a ConfigMap at ${SCRIPTS}`,
  why: 'the image makes databases and users, and runs these scripts, once: when it begins with an empty volume',
  fix: 'make the change in the database by hand, too',
  updated: setupChanged,
}];
