import { GraphBuilder } from './graph-builder';
import { idOf, namespaceGroup } from './ids';
import { listOf, Manifest, recordOf } from '../kubernetes/manifest';
import { NAMESPACE_NAME_LABEL } from '../kubernetes/selector';
import { namespaceOf } from '../manifest/inventory';
import { peersOf } from '../manifest/references/peers';
import { References } from '../manifest/references/references';

/** Draws who may reach whom, as NetworkPolicies say. */
export function drawPolicies(references: References, builder: GraphBuilder): void {
  for (const policy of references.inventory.ofKind('NetworkPolicy')) {
    const restricted = references.selectionsOf(policy).filter(({ relation }) => relation === 'restricts').flatMap(selection => [...references.selected(selection)]);
    for (const [i, rule] of listOf(recordOf(policy.spec).ingress).map(recordOf).entries()) {
      const label = `may reach ${portsOf(rule)}`;
      const sources = sourcesOf(policy, i, references, builder);
      for (const { workload } of restricted) {
        const to = idOf(workload);
        for (const from of sources.filter(source => source !== to)) { builder.edge({ from, to, label, about: 'requests' }); }
      }
    }
  }
}

/** The workloads that a rule lets in, and boxes for those whom no manifest shows. */
function sourcesOf(policy: Manifest, index: number, references: References, builder: GraphBuilder): string[] {
  const peers = peersOf(policy, 'ingress', index, references);
  if (peers.length === 0) { return [stranger('everybody', '', builder)]; }
  return [...new Set(peers.flatMap(({ addresses, podLabels, namespaceLabels, pods }) => {
    if (addresses !== undefined) { return [stranger('addresses', addresses, builder)]; }
    const isAll = podLabels === '' && namespaceLabels === undefined;
    if (pods.length > 0 && !isAll) { return pods.map(({ workload }) => idOf(workload)); }
    if (namespaceLabels === undefined) { return [neighbour(podLabels, namespaceOf(policy), builder)]; }
    const namespaces = namespacesInWords(namespaceLabels);
    return [podLabels === '' ? stranger('any pod of', namespaces, builder) : stranger('pods with', `${podLabels} in ${namespaces}`, builder)];
  }))];
}

/** Pods of the policy's own namespace. */
function neighbour(labels: string, namespace: string, builder: GraphBuilder): string {
  const [kind, name] = labels === '' ? ['any pod of', namespace] : ['pods with', labels];
  return builder.node({ id: `${kind} ${name} in ${namespace}`, kind, name, lines: [], group: namespaceGroup(namespace) });
}

function namespacesInWords(labels: string): string {
  const prefix = `${NAMESPACE_NAME_LABEL}=`;
  if (labels === '') { return 'any namespace'; }
  return labels.startsWith(prefix) && !labels.includes(',') ? `namespace ${labels.slice(prefix.length)}` : `namespaces with ${labels}`;
}

function stranger(kind: string, name: string, builder: GraphBuilder): string {
  return builder.node({ id: `${kind} ${name}`, kind, name, lines: [] });
}

function portsOf({ ports }: Readonly<Record<string, unknown>>): string {
  const all = listOf(ports).map(recordOf).map(({ port, endPort }) => port === undefined ? 'any port' : endPort === undefined ? String(port) : `${port} to ${endPort}`);
  return all.length === 0 ? 'any port' : all.join(', ');
}
