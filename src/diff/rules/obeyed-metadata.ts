import { recordOf } from '../../kubernetes/manifest';
import { segmentsOf } from '../../kubernetes/pointer';
import { Difference } from '../changes/difference';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update } from '../changes/update';

/** Kinds whose annotations are settings of the program that serves them: a load balancer, a proxy, a name server, an issuer of certificates. */
const SERVED = ['Service', 'Ingress', 'Gateway', 'HTTPRoute'];

/** What tools write for themselves, by the domain of the key. */
const OF_TOOLS = new RegExp('(^|\\.)(helm\\.sh|argoproj\\.io|fluxcd\\.io|k14s\\.io|kubectl\\.kubernetes\\.io|app\\.kubernetes\\.io|config\\.kubernetes\\.io|deployment\\.kubernetes\\.io|'
  + 'cli-utils\\.sigs\\.k8s\\.io|lifecycle\\.config\\.k8s\\.io|pulumi\\.com|skaffold\\.dev|cattle\\.io|cdk8s\\.io)$');

/** The annotations that another program reads. */
function isRead(key: string): boolean {
  const [domain, name] = key.split('/');
  return name !== undefined && !/^(checksum|cdk8s-stateful)$/.test(domain) && !OF_TOOLS.test(domain);
}

/** The keys of annotations or labels that a difference is about: one, or all of a mapping that appears or goes. */
function keysOf({ path, before, after }: Difference, field: 'annotations' | 'labels'): string[] {
  const [root, mapping, key] = segmentsOf(path);
  if (root !== 'metadata') { return []; }
  if (mapping === undefined) { return [before, after].flatMap(side => Object.keys(recordOf(recordOf(side)[field]))); }
  if (mapping !== field) { return []; }
  return key === undefined ? [before, after].flatMap(side => Object.keys(recordOf(side))) : [key];
}

function obeyed({ after: { kind }, differences }: Update): ChangeStatement[] {
  return differences.flatMap((difference): ChangeStatement[] => {
    const { path, before, after } = difference;
    const at = { path, part: path, before, after };
    if (SERVED.includes(kind) && keysOf(difference, 'annotations').some(isRead)) {
      return [{ ...at, effect: 'access', message: `what serves the ${kind} reads this annotation: how requests are handled, or who reaches it by which address, may change at once` }];
    }
    return kind === 'Namespace' && keysOf(difference, 'labels').some(key => key.startsWith('pod-security.kubernetes.io/enforce'))
      ? [{ ...at, message: 'pods that run stay as they are; those that are created from now on are held against this standard' }]
      : [];
  });
}

/** Metadata that is a setting for somebody. */
export const OBEYED_METADATA: Rule = {
  id: 'obeyed-metadata',
  title: 'Annotations and labels that somebody obeys',
  severity: 'info',
  effect: 'in-place',
  kinds: [...SERVED, 'Namespace'],
  fields: 'metadata.annotations with the domain of a program; metadata.labels[pod-security.kubernetes.io/enforce] of a Namespace',
  why: 'ingress controllers, load balancers of clouds and others take their settings from annotations, at once; Pod Security takes the standard of a namespace from its labels, for new pods',
  updated: obeyed,
};
