import { Manifest } from '../../../kubernetes/manifest';
import { oncePerKey } from '../../../kubernetes/once';
import { DEFAULT_NAMESPACE, Inventory, isPlaced, namespaceOf, referenceTo, titleOf } from '../../../manifest/inventory';
import { Reference, Relation } from '../../../manifest/references/reference';
import { didYouMean } from '../../../reports/did-you-mean';
import { Severity } from '../../../reports/finding';
import { CheckContext, SystemProblem } from '../../engine/check';

/** Each relation as a sentence has it. */
const VERBS: Readonly<Record<Relation, string>> = {
  'binds': 'binds',
  'calls': 'calls',
  'endpoints of': 'holds endpoints of',
  'governed by': 'is governed by',
  'grants': 'grants',
  'grants to': 'grants rights to',
  'mounts': 'mounts',
  'of class': 'asks for',
  'pulls with': 'pulls images with',
  'reads': 'reads',
  'restores': 'is filled from',
  'routes to': 'routes to',
  'runs as': 'runs as',
  'scales': 'scales',
};

/** Kinds that are mostly made in the cluster, apart from the systems that use them. */
const OF_THE_CLUSTER = ['IngressClass', 'Namespace', 'PriorityClass', 'RuntimeClass', 'StorageClass', 'VolumeSnapshot'];

/**
 * How bad it is that an object is neither among the manifests nor declared. If
 * the environment is said to be complete, nothing can bring it: an error. If
 * not, it may exist: objects that usually come with the system are worth a
 * warning, those that usually come with the cluster are worth knowing.
 */
export function severityOfAbsence({ cluster, makers }: CheckContext, kind: string, namespace: string): Severity {
  if (cluster.complete) { return 'error'; }
  if (OF_THE_CLUSTER.includes(kind)) { return 'info'; }
  return kind === 'Secret' && makers.mayMakeSecrets(namespace) ? 'info' : 'warning';
}

/** True if the object that is named is neither among the manifests nor known to be in the cluster or to be made there. */
export function isAbsent({ references, cluster, makers }: CheckContext, reference: Reference): boolean {
  const { kind, namespace, name } = reference;
  return !references.target(reference)
    && !cluster.find(kind, namespace, name)
    && !(kind === 'Secret' && makers.makesSecret(namespace, name))
    && (cluster.complete || !makers.mayMake(kind, namespace, name) && !isPlacedLater(references.inventory, reference));
}

/**
 * Objects that name no namespace go where `kubectl apply -n` puts them. If
 * another namespace asks for one of this name, it probably goes there; and one
 * that asks without a namespace for what is in another one probably goes there itself.
 */
function isPlacedLater(inventory: Inventory, { from, kind, namespace, name }: Reference): boolean {
  if (!isPlaced(from) && namespace === namespaceOf(from) && inventory.isSomewhere(kind, name)) { return true; }
  const unplaced = namespace === namespaceOf(from) ? undefined : inventory.findIn(kind, DEFAULT_NAMESPACE, name);
  return unplaced !== undefined && !isPlaced(unplaced);
}

/** How to get rid of an absence: write the object, or declare it. */
export function mendAbsence({ kind, namespace, name }: Reference): Required<Pick<SystemProblem, 'fix' | 'declaration'>> {
  const place = namespace ? ` in namespace '${namespace}'` : '';
  return {
    fix: `add ${kind} '${name}'${place} to the manifests, or declare it if it exists already`,
    declaration: { objects: [{ kind, ...namespace && { namespace }, name }] },
  };
}

/** One problem for each object that names an absent one, at the first field that names it. Optional references are left out. */
export function* absences(context: CheckContext, references: Iterable<Reference>): Iterable<SystemProblem> {
  const seenIn = oncePerKey((_from: unknown) => new Set<string>());
  for (const reference of references) {
    if (reference.optional || !isAbsent(context, reference)) { continue; }
    const { from, relation, kind, namespace, name, path } = reference;
    const { hint, meant } = neighbourOf(context.references.inventory, reference);
    const names = seenIn(from);
    if (names.has(`${kind}/${name}`)) { continue; }
    names.add(`${kind}/${name}`);
    yield {
      object: from,
      path,
      severity: severityOfAbsence(context, kind, namespace),
      message: `${titleOf(from)} ${VERBS[relation]} ${kind} '${name}'${namespace && ` in namespace '${namespace}'`}, `
        + `which is neither among the manifests nor declared${hint}`,
      ...mendAbsence(reference),
      ...meant !== undefined && { fix: `write ${meant}` },
    };
  }
}

/** Beyond this many objects of a kind no name is guessed: that would compare every absence with every object. */
const GUESSABLE = 100;

/** The letters that kustomize makes the end of a name of. */
const HASH = /^[0-9bcdfghkmt2456789]{10}$/;

/** True for the name that kustomize makes of another one: with a hash behind it, or the prefix before it that the object itself has. */
function isMadeOf(made: string, name: string, from: Manifest): boolean {
  const prefix = made.slice(0, -name.length);
  const isPrefixed = made === prefix + name && prefix.endsWith('-') && referenceTo(from).name.startsWith(prefix);
  return isPrefixed || made.startsWith(`${name}-`) && HASH.test(made.slice(name.length + 1));
}

interface Neighbour {
  /** The end of a sentence. */
  readonly hint: string;
  /** The name to write, where there is no doubt. */
  readonly meant?: string;
}

/** The object that was probably meant: one of this name in another namespace, or one of nearly this name. */
function neighbourOf(inventory: Inventory, { kind, namespace, name, from }: Reference): Neighbour {
  const known = inventory.ofKind(kind);
  if (known.length > GUESSABLE) { return { hint: '' }; }
  const elsewhere = known.find(object => object.metadata?.name === name);
  if (elsewhere) { return { hint: `; there is one in namespace '${namespaceOf(elsewhere)}'` }; }
  const names = known.filter(object => namespaceOf(object) === namespace).map(object => referenceTo(object).name);
  const [generated, ...others] = names.filter(one => isMadeOf(one, name, from));
  return generated !== undefined && others.length === 0 ? { hint: `; there is '${generated}'`, meant: generated } : { hint: didYouMean(name, names) };
}
