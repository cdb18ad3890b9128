import { aliases } from './access';
import { Sentence } from './description';
import { Facts } from './facts';
import { serversOf } from './pod-volumes';
import { isServed } from './what-runs';
import { counted, enumeratedShort, titled } from './words';
import { isBuiltIn } from '../kubernetes/kinds';
import { append, groupBy } from '../manifest/group-by';
import { namespaceOf } from '../manifest/inventory';
import { SecretMakers } from '../manifest/references/secret-makers';

/** What is true of all manifests together. */
export function overviewOf(facts: Facts): Sentence[] {
  const { inventory, references } = facts;
  const namespaces = [...new Set(inventory.manifests.map(namespaceOf).filter(name => name !== ''))];
  return [
    { text: `${counted(inventory.manifests.length, 'object')}${namespaces.length === 0 ? '' : ` in ${counted(namespaces.length, 'namespace')} (${enumeratedShort(namespaces)})`}, ${counted(references.pods.all.length, 'system')}.` },
    ...servers(facts),
    ...aliases(facts),
    ...missing(facts),
    ...gone(facts),
    ...custom(facts),
  ];
}

function servers(facts: Facts): Sentence[] {
  const users = new Map<string, string[]>();
  for (const pods of facts.references.pods.all) {
    for (const server of serversOf(pods, facts).keys()) { append(users, server, titled(pods.workload)); }
  }
  return [...users].map(([server, all]) => ({ text: `NFS server ${server} holds data of ${enumeratedShort(all)}.` }));
}

/** Objects that are named and that the manifests do not bring. */
function missing({ references, claims }: Facts): Sentence[] {
  const isMade = (kind: string, namespace: string, name: string) => kind === 'PersistentVolumeClaim' && claims.find(namespace, name) !== undefined
    || kind === 'Secret' && SecretMakers.of(references).jobsOf(namespace, name).length > 0;
  const names = references.all.filter(reference => !reference.optional && WORTH_NAMING.has(reference.kind) && reference.relation !== 'binds' && references.target(reference) === undefined && !isMade(reference.kind, reference.namespace, reference.name) && reference.name !== 'default')
    .map(({ kind, namespace, name }) => `${kind} ${namespace === '' ? name : `${namespace}/${name}`}`);
  return names.length === 0 ? [] : [{ text: `Named, and not among the manifests: ${enumeratedShort([...new Set(names)], 10)}.` }];
}

const WORTH_NAMING: ReadonlySet<string> = new Set(['ConfigMap', 'PersistentVolumeClaim', 'PriorityClass', 'Secret', 'Service', 'ServiceAccount', 'StorageClass']);

/** Objects that the API server of this version does not have; workloads say so themselves. */
function gone(facts: Facts): Sentence[] {
  const objects = facts.inventory.manifests.filter(manifest => isBuiltIn(manifest.apiVersion) && !isServed(manifest, facts));
  return objects.length === 0 ? [] : [{ text: `Not taken by Kubernetes ${facts.model.version}: ${enumeratedShort(objects.map(object => `${titled(object)} (${object.apiVersion})`), 8)}.` }];
}

/** Kinds of operators: what these make of them is theirs. */
function custom({ inventory }: Facts): Sentence[] {
  const kinds = groupBy(inventory.manifests.filter(({ apiVersion }) => !isBuiltIn(apiVersion)), ({ kind }) => kind);
  return kinds.size === 0 ? [] : [{ text: `What operators make of ${enumeratedShort([...kinds].map(([kind, all]) => counted(all.length, kind)), 8)} is not known from the manifests.` }];
}
