import { objectYaml, podYaml, together } from './examples';
import { Manifest, recordOf } from '../../../kubernetes/manifest';
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

/** The keys of a ConfigMap or Secret; undefined if Kubernetes fills it. */
function keysOf(target: Manifest): string[] | undefined {
  if (target.type === 'kubernetes.io/service-account-token') { return undefined; }
  return ['data', 'stringData', 'binaryData'].flatMap(field => Object.keys(recordOf(target[field])));
}
