import { DatabaseProps } from './database-props';
import { POD_SETTING_FIELDS, POD_SETTING_WORDS } from './pod-setting-fields';
import { Field, WordsForProps, flag, instance, number, struct, text } from '../../props/fields';
import { METRICS_ENDPOINT, SIZE, STORAGE, nameOf, resources } from '../../props/value-fields';
import { POD_FIELDS } from '../pod/pod-fields';

export const DATABASE_FIELDS: Readonly<Record<keyof DatabaseProps, Field>> = {
  name: text('db'),
  replicas: number(3),
  size: SIZE,
  memory: SIZE,
  storage: STORAGE,
  passwordSecret: nameOf('a Secret', text('db-auth', () => undefined), 'leave it out for one that is generated in the cluster'),
  tlsSecret: nameOf('a Secret', text('db-tls', () => undefined), 'leave it out for connections that are not encrypted'),
  metrics: flag(),
  networkPolicy: instance('a DatabaseNetworkPolicy', 'problems', 'DatabaseNetworkPolicy.restricted()', policyFor),
  image: text('registry.example.com/mirror/redis:8.2.10-bookworm'),
  ...POD_SETTING_FIELDS,
  resources: resources('{ cpu: { request: Cpu.millis(500) } }'),
  podVolumes: POD_FIELDS.podVolumes,
  podMonitor: METRICS_ENDPOINT,
};

/** What was meant; what is allowed there stays. */
function policyFor(value: unknown): string | undefined {
  if (value === false || value === 'none') { return 'DatabaseNetworkPolicy.none()'; }
  const names = typeof value === 'object' && value !== null ? Object.keys(value).filter(name => ['allowFrom', 'metricsFrom', 'allowTo'].includes(name)) : [];
  return names.length > 0 ? `DatabaseNetworkPolicy.restricted({ ${names.map(name => `${name}: …`).join(', ')} })` : undefined;
}

const PATCH = "ApiObject.of(database) is its StatefulSet, which can be patched: see 'In production' in docs/databases.md";
const OWN_IMAGE = "did you mean 'image'?";
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
  memoryLimit: MEMORY_PROP,
  memoryRequest: MEMORY_PROP,
  storageClassName: CLASS,
  storageClass: CLASS,
  password: PASSWORD,
  rootPassword: PASSWORD,
  allowFrom: ALLOW,
  ingress: ALLOW,
  tls: 'write \'tlsSecret: "db-tls"\', the name of a Secret',
  version: OWN_IMAGE,
  ...POD_SETTING_WORDS,
  volumes: "did you mean 'podVolumes'? The data's own volume is 'size' and 'storage'",
  cpu: "write 'resources: { cpu: { request: Cpu.millis(500) } }'",
  serviceMonitor: "did you mean 'podMonitor'?",
  env: PATCH,
};

/** The props of every database. */
export const DATABASE = struct<DatabaseProps>(DATABASE_FIELDS, '{ replicas: 3 }', DATABASE_WORDS);
