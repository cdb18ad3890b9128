import { Pods } from './pods';
import { References } from './references';
import { isRecord, listOf, Manifest, recordOf, textOf } from '../../kubernetes/manifest';

/** Whom one line of a NetworkPolicy lets in or out: addresses, or pods by their labels and those of their namespaces. */
export interface Peer {
  /** Addresses, as a CIDR. */
  readonly addresses?: string;
  /** Parts of these that are left out. */
  readonly except: readonly string[];
  /** The labels that pods must have, as kubectl writes them; empty for all pods. */
  readonly podLabels: string;
  /** The labels that their namespaces must have; empty for all namespaces. @default - pods of the policy's own namespace */
  readonly namespaceLabels?: string;
  /** The pods among the manifests that it means. */
  readonly pods: readonly Pods[];
}

/** The peers of a rule of a policy; none means everybody, as in Kubernetes. */
export function peersOf(policy: Manifest, direction: 'ingress' | 'egress', index: number, references: References): Peer[] {
  const side = direction === 'ingress' ? 'from' : 'to';
  const rule = recordOf(listOf(recordOf(policy.spec)[direction])[index]);
  return listOf(rule[side]).map(recordOf).map(({ ipBlock, podSelector, namespaceSelector }, position) => {
    if (isRecord(ipBlock)) { return { addresses: textOf(ipBlock.cidr), except: listOf(ipBlock.except).map(textOf), podLabels: '', pods: [] }; }
    const selection = references.selectionAt(policy, `/spec/${direction}/${index}/${side}/${position}`);
    return {
      except: [],
      podLabels: selectorInWords(podSelector),
      ...isRecord(namespaceSelector) && { namespaceLabels: selectorInWords(namespaceSelector) },
      pods: selection ? [...references.selected(selection)] : [],
    };
  });
}

/** A label selector as kubectl writes it: `app=web,tier in (a,b)`; empty if it asks for nothing. */
export function selectorInWords(selector: unknown): string {
  const { matchLabels, matchExpressions } = recordOf(selector);
  return [
    ...Object.entries(recordOf(matchLabels)).map(([key, value]) => `${key}=${textOf(value)}`),
    ...listOf(matchExpressions).map(recordOf).map(({ key, operator, values }) => {
      switch (operator) {
        case 'Exists': return textOf(key);
        case 'DoesNotExist': return `!${textOf(key)}`;
        default: return `${textOf(key)} ${operator === 'NotIn' ? 'notin' : 'in'} (${listOf(values).map(textOf).join(',')})`;
      }
    }),
  ].join(',');
}
