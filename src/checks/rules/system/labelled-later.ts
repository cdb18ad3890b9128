import { bindingsByAccount, missingVerbs, rightsOf } from './rbac';
import { listOf, recordOf } from '../../../kubernetes/manifest';
import { Selection } from '../../../manifest/references/selections';
import { CheckContext } from '../../engine/check';

/**
 * True if a program may give its pods the labels that they lack: it may change pods where it runs, the labels that are missing are
 * such as no pod of the namespace has, and pods have all others. So the leader of a cluster is marked: `vault-active=true`.
 */
export function mayBeLabelledLater(context: CheckContext, { selector, namespaces }: Selection): boolean {
  const { pods } = context.references;
  const labels = Object.entries(recordOf(selector.matchLabels));
  if (listOf(selector.matchExpressions).length > 0) { return false; }
  return namespaces.some(namespace => {
    const known = pods.in(namespace);
    const given = labels.filter(([key]) => known.some(pod => Object.hasOwn(pod.labels, key)));
    return given.length < labels.length && pods.select({ matchLabels: Object.fromEntries(given) }, namespace).length > 0
      && namespacesOfLabellers(context).has(namespace);
  });
}

const FOUND = new WeakMap<CheckContext, ReadonlySet<string>>();

/** The namespaces in which a program may change the pods of its own namespace. */
function namespacesOfLabellers(context: CheckContext): ReadonlySet<string> {
  const found = FOUND.get(context) ?? new Set([...bindingsByAccount(context)].flatMap(([account, bindings]) => {
    const [namespace] = account.split('/');
    const { ownRules } = rightsOf(bindings, namespace, context);
    return ['patch', 'update'].some(verb => missingVerbs(ownRules, { group: '', resource: 'pods', verbs: [verb] }).length === 0) ? [namespace] : [];
  }));
  FOUND.set(context, found);
  return found;
}
