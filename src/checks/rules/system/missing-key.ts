import { objectYaml, podYaml, together } from './examples';
import { Manifest, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { oncePerKey } from '../../../kubernetes/once';
import { mountsOfVolume, podTemplateOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Reference } from '../../../manifest/references/reference';
import { KnownWords } from '../../../reports/known-words';
import { Check, CheckContext, SystemProblem } from '../../engine/check';

const example = (key: string) => together(
  podYaml(`containers: [{name: db, image: mysql:8.0.40, env: [{name: MYSQL_ROOT_PASSWORD, valueFrom: {secretKeyRef: {name: login, key: ${key}}}}]}]`),
  objectYaml('v1', 'Secret', 'login', 'stringData: {password: change-me}'));

export const missingKey: Check = {
  id: 'missing-key',
  why: 'a container whose ConfigMap or Secret lacks the key it asks for is never started (CreateContainerConfigError)',
  run: function* (_, context) {
    // Many may ask one object, which may have many keys.
    const keysIn = oncePerKey(keysOf);
    for (const kind of ['ConfigMap', 'Secret']) {
      for (const reference of context.references.ofKind(kind)) {
        if (reference.key !== undefined && !reference.optional) { yield* lackOf(reference.key, reference, context, keysIn); }
        if (reference.relation === 'mounts' && !reference.optional && reference.key === undefined) { yield* lackOfMounts(reference, context, keysIn); }
      }
    }
  },
  bad: example('passwort'),
  good: example('password'),
};

function* lackOf(key: string, reference: Reference, { references, cluster, makers }: CheckContext, keysIn: KeysIn): Iterable<SystemProblem> {
  const { from, kind, namespace, name, path } = reference;
  const target = references.target(reference);
  const others = () => cluster.find(kind, namespace, name)?.keys ?? (kind === 'Secret' ? makers.keysOfSecret(namespace, name) : undefined);
  const held = target ? keysIn(target) : wordsOf(others());
  if (!held || held.has(key)) { return; }
  const keys = held.all;
  const meant = held.closest(key);
  yield {
    object: from,
    path: path.replace(/\/name$/, '/key'),
    // What is written down empty is often filled by somebody else.
    severity: keys.length === 0 ? 'warning' : 'error',
    message: `${titleOf(from)} asks ${kind} '${name}' for the key '${key}', which it does not hold`
      + (keys.length > 0 ? `; it holds ${keys.slice(0, 5).map(known => `'${known}'`).join(', ')}` : ''),
    fix: meant ? `write '${meant}'` : `add the key '${key}' to ${kind} '${name}', or mark the reference as optional`,
  };
}

/** A file that is mounted by its key, and is a directory if there is no such key. */
function* lackOfMounts(reference: Reference, { references }: CheckContext, keysIn: KeysIn): Iterable<SystemProblem> {
  const target = references.target(reference);
  const keys = target && keysIn(target);
  const template = podTemplateOf(reference.from);
  const [, position] = /\/volumes\/(\d+)\/(?:configMap|secret)\/[^/]+$/.exec(reference.path) ?? [];
  if (!keys || keys.all.length === 0 || !template || position === undefined) { return; }
  const volume = recordOf(listOf(template.spec.volumes)[Number(position)]);
  const mounts = mountsOfVolume(template, volume.name).filter(({ mount: { subPath } }) => typeof subPath === 'string' && subPath !== '');
  if (mounts.length === 0) { return; }
  const { items } = recordOf(volume.configMap ?? volume.secret);
  const files = items === undefined ? keys : new KnownWords(listOf(items).map(item => textOf(recordOf(item).path)));
  const places = placesOf(files.all);
  for (const { mount: { subPath }, path } of mounts.filter(({ mount }) => !places.has(mount.subPath))) {
    const meant = files.closest(subPath);
    yield {
      object: reference.from,
      path: `${path}/subPath`,
      message: `${titleOf(reference.from)} mounts '${subPath}' of ${reference.kind} '${reference.name}', which has no such file: the container gets an empty directory in its place`,
      fix: meant ? `write '${meant}'` : `write one of ${files.all.slice(0, 5).map(file => `'${file}'`).join(', ')}, or add the key '${subPath}'`,
    };
  }
}

type KeysIn = (target: Manifest) => KnownWords | undefined;

/** The keys of a ConfigMap or Secret; undefined if Kubernetes fills it. */
function keysOf(target: Manifest): KnownWords | undefined {
  if (target.type === 'kubernetes.io/service-account-token') { return undefined; }
  return new KnownWords(['data', 'stringData', 'binaryData'].flatMap(field => Object.keys(recordOf(target[field]))));
}

function wordsOf(keys: readonly string[] | undefined): KnownWords | undefined {
  return keys && new KnownWords(keys);
}

/** The files, and the directories that they are in. */
function placesOf(files: readonly string[]): ReadonlySet<string> {
  const places = new Set(files);
  for (const file of files) {
    for (let slash = file.indexOf('/'); slash >= 0; slash = file.indexOf('/', slash + 1)) { places.add(file.slice(0, slash)); }
  }
  return places;
}
