import { GraphBuilder } from './graph-builder';
import { idOf } from './ids';
import { isRecord, listOf, Manifest, recordOf, textOf } from '../kubernetes/manifest';
import { valueAt } from '../kubernetes/pointer';
import { namespaceOf } from '../manifest/inventory';
import { References } from '../manifest/references/references';

/** Draws who may reach whom, as NetworkPolicies say. */
export function drawPolicies(references: References, builder: GraphBuilder): void {
  for (const policy of references.inventory.ofKind('NetworkPolicy')) {
    const restricted = references.selectionsOf(policy).filter(({ relation }) => relation === 'restricts').flatMap(selection => [...references.selected(selection)]);
    for (const [i, rule] of listOf(recordOf(policy.spec).ingress).map(recordOf).entries()) {
      const label = `may reach ${portsOf(rule)}`;
      const sources = sourcesOf(policy, rule, i, references, builder);
      for (const { workload } of restricted) {
        const to = idOf(workload);
        for (const from of sources.filter(source => source !== to)) { builder.edge({ from, to, label, about: 'requests' }); }
      }
    }
  }
}

/** The workloads that a rule lets in, and boxes for those whom no manifest shows. */
function sourcesOf(
  policy: Manifest, rule: Readonly<Record<string, unknown>>, index: number, references: References, builder: GraphBuilder,
): string[] {
  const peers = listOf(rule.from).map(recordOf);
  if (peers.length === 0) { return [stranger('everybody', '', builder)]; }
  const selected = references.selectionsOf(policy).filter(({ relation, path }) => relation === 'allows from' && path.startsWith(`/spec/ingress/${index}/`));
  const inside = selected.flatMap(selection => [...references.selected(selection)]).map(({ workload }) => idOf(workload));
  const outside = peers.flatMap(peer => isRecord(peer.ipBlock) ? [stranger('addresses', textOf(peer.ipBlock.cidr), builder)]
    : isWhole(peer.podSelector) && peer.namespaceSelector === undefined ? [stranger('any pod of', namespaceOf(policy), builder)] : []);
  const unseen = selected.filter(selection => !references.selectsAny(selection)).map(({ path }) => stranger('pods with', selectorText(policy, path), builder));
  return [...new Set([...outside.length > 0 ? [] : inside, ...outside, ...unseen])];
}

function isWhole(selector: unknown): boolean {
  return isRecord(selector) && Object.keys(selector).length === 0;
}

function selectorText(policy: Manifest, path: string): string {
  const { podSelector, namespaceSelector } = recordOf(valueAt(policy, path.replace(/\/podSelector$/, '')));
  return [podSelector, namespaceSelector].map(selector => Object.entries(recordOf(recordOf(selector).matchLabels)).map(([key, value]) => `${key}=${value}`).join(', ')).filter(Boolean).join(' in namespaces with ');
}

function stranger(kind: string, name: string, builder: GraphBuilder): string {
  return builder.node({ id: `${kind} ${name}`, kind, name, lines: [] });
}

function portsOf({ ports }: Readonly<Record<string, unknown>>): string {
  const all = listOf(ports).map(recordOf).map(({ port, endPort }) => port === undefined ? 'any port' : endPort === undefined ? String(port) : `${port} to ${endPort}`);
  return all.length === 0 ? 'any port' : all.join(', ');
}
