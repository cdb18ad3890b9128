import { objectYaml, podYaml, together } from './examples';
import { Manifest, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { containersOf, podTemplateOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Reference } from '../../../manifest/references/reference';
import { closest } from '../../../reports/did-you-mean';
import { Check, CheckContext, SystemProblem } from '../../engine/check';

const example = (key: string) => together(
  podYaml(`containers: [{name: db, image: mysql:8.0.40, env: [{name: MYSQL_ROOT_PASSWORD, valueFrom: {secretKeyRef: {name: login, key: ${key}}}}]}]`),
  objectYaml('v1', 'Secret', 'login', 'stringData: {password: change-me}'));

export const missingKey: Check = {
  id: 'missing-key',
  why: 'a container whose ConfigMap or Secret lacks the key it asks for is never started (CreateContainerConfigError)',
  run: function* (_, context) {
    for (const kind of ['ConfigMap', 'Secret']) {
      for (const reference of context.references.ofKind(kind)) {
        if (reference.key !== undefined && !reference.optional) { yield* lackOf(reference.key, reference, context); }
        if (reference.relation === 'mounts' && !reference.optional && reference.key === undefined) { yield* lackOfMounts(reference, context); }
      }
    }
  },
  bad: example('passwort'),
  good: example('password'),
};

function* lackOf(key: string, reference: Reference, { references, cluster, makers }: CheckContext): Iterable<SystemProblem> {
  const { from, kind, namespace, name, path } = reference;
  const target = references.target(reference);
  const keys = target ? keysOf(target) : cluster.find(kind, namespace, name)?.keys ?? (kind === 'Secret' ? makers.keysOfSecret(namespace, name) : undefined);
  if (!keys || keys.includes(key)) { return; }
  const meant = closest(key, keys);
  yield {
    object: from,
    path: path.replace(/\/name$/, '/key'),
    // What is written down empty is often filled by somebody else.
    severity: keys.length === 0 ? 'warning' : 'error',
    message: `${titleOf(from)} asks ${kind} '${name}' for the key '${key}', which it does not hold`
      + (keys.length > 0 ? `; it holds ${keys.map(known => `'${known}'`).slice(0, 5).join(', ')}` : ''),
    fix: meant ? `write '${meant}'` : `add the key '${key}' to ${kind} '${name}', or mark the reference as optional`,
  };
}

/** A file that is mounted by its key, and is a directory if there is no such key. */
function* lackOfMounts(reference: Reference, { references }: CheckContext): Iterable<SystemProblem> {
  const target = references.target(reference);
  const keys = target && keysOf(target);
  const template = podTemplateOf(reference.from);
  const [, position] = /\/volumes\/(\d+)\/(?:configMap|secret)\/[^/]+$/.exec(reference.path) ?? [];
  if (!keys || keys.length === 0 || !template || position === undefined) { return; }
  const volume = recordOf(listOf(template.spec.volumes)[Number(position)]);
  const { items } = recordOf(volume.configMap ?? volume.secret);
  const files = items === undefined ? keys : listOf(items).map(item => textOf(recordOf(item).path));
  for (const { container, path } of containersOf(template)) {
    for (const [i, mount] of listOf(container.volumeMounts).map(recordOf).entries()) {
      const { name, subPath } = mount;
      if (name !== volume.name || typeof subPath !== 'string' || subPath === '' || files.some(file => file === subPath || file.startsWith(`${subPath}/`))) { continue; }
      const meant = closest(subPath, files);
      yield {
        object: reference.from,
        path: `${path}/volumeMounts/${i}/subPath`,
        message: `${titleOf(reference.from)} mounts '${subPath}' of ${reference.kind} '${reference.name}', which has no such file: the container gets an empty directory in its place`,
        fix: meant ? `write '${meant}'` : `write one of ${files.slice(0, 5).map(file => `'${file}'`).join(', ')}, or add the key '${subPath}'`,
      };
    }
  }
}

/** The keys of a ConfigMap or Secret; undefined if Kubernetes fills it. */
function keysOf(target: Manifest): string[] | undefined {
  if (target.type === 'kubernetes.io/service-account-token') { return undefined; }
  return ['data', 'stringData', 'binaryData'].flatMap(field => Object.keys(recordOf(target[field])));
}
