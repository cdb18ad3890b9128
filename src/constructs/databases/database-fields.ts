import { DatabaseProps } from './database-props';
import { Field, WordsForProps, flag, instance, number, struct, text } from '../../props/fields';
import { SIZE, STORAGE, nameOf } from '../../props/value-fields';

export const DATABASE_FIELDS: Readonly<Record<keyof DatabaseProps, Field>> = {
  name: text('db'),
  replicas: number(3),
  size: SIZE,
  memory: SIZE,
  storage: STORAGE,
  passwordSecret: nameOf('a Secret', text('db-auth'), 'leave it out for one that is generated in the cluster'),
  tlsSecret: nameOf('a Secret', text('db-tls'), 'leave it out for connections that are not encrypted'),
  metrics: flag(),
  networkPolicy: instance('a DatabaseNetworkPolicy', 'problems', 'DatabaseNetworkPolicy.restricted()', value => value === false || value === 'none' ? 'DatabaseNetworkPolicy.none()' : undefined),
};

const PATCH = "ApiObject.of(database) is its StatefulSet, which can be patched: see 'What is in the cluster' in docs/databases.md";
const OWN_IMAGE = "see 'Images from your own registry' in docs/databases.md";
const SIZE_PROP = "did you mean 'size'?";
const MEMORY_PROP = "did you mean 'memory'? docs/databases.md says how it is divided";
const CLASS = 'write \'storage: Storage.dynamic({ storageClassName: "fast" })\'';
const ALLOW = 'write \'networkPolicy: DatabaseNetworkPolicy.restricted({ allowFrom: [NetworkPeer.namespace("shop")] })\'';
const PASSWORD = 'write \'passwordSecret: "db-auth"\', the name of a Secret with the key \'password\'';

/** What databases have under another name, or not as a prop. */
export const DATABASE_WORDS: WordsForProps = {
  members: "did you mean 'replicas'?",
  storageSize: SIZE_PROP,
  diskSize: SIZE_PROP,
  volumeSize: SIZE_PROP,
  heap: MEMORY_PROP,
  heapSize: MEMORY_PROP,
  cache: MEMORY_PROP,
  cacheSize: MEMORY_PROP,
  bufferPool: MEMORY_PROP,
  bufferPoolSize: MEMORY_PROP,
  maxMemory: MEMORY_PROP,
  storageClassName: CLASS,
  storageClass: CLASS,
  password: PASSWORD,
  rootPassword: PASSWORD,
  allowFrom: ALLOW,
  ingress: ALLOW,
  tls: 'write \'tlsSecret: "db-tls"\', the name of a Secret',
  image: OWN_IMAGE,
  imagePullSecrets: OWN_IMAGE,
  version: OWN_IMAGE,
  resources: PATCH,
  placement: PATCH,
  nodeSelector: PATCH,
  tolerations: PATCH,
  affinity: PATCH,
  labels: PATCH,
  podAnnotations: PATCH,
  env: PATCH,
};

/** The props of every database. */
export const DATABASE = struct<DatabaseProps>(DATABASE_FIELDS, '{ replicas: 3 }', DATABASE_WORDS);
