import { objectYaml, together } from './examples';
import { Manifest, groupOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { Inventory, namespaceOf, titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const GROUP = 'cert-manager.io';

const example = (kind: string) => together(
  objectYaml(`${GROUP}/v1`, 'ClusterIssuer', 'acme', 'spec: {selfSigned: {}}'),
  objectYaml(`${GROUP}/v1`, 'Certificate', 'web', `spec: {secretName: web-tls, dnsNames: [web.example.com], issuerRef: {name: acme${kind}}}`));

export const issuerKind: Check = {
  id: 'issuer-kind',
  why: 'cert-manager looks for an Issuer in the namespace of the Certificate, and for a ClusterIssuer only if it is told so. One that it does not find issues nothing: the Secret is never made',
  severity: 'warning',
  run: function* (inventory) {
    const issuers = new Set(KINDS.flatMap(kind => inventory.ofKind(kind)).filter(isOfCertManager)
      .map(one => keyOf(one.kind, namespaceOf(one), textOf(one.metadata?.name))));
    if (issuers.size === 0) { return; }
    for (const { object, path, kind, name, other } of issuersAskedFor(inventory)) {
      const namespace = namespaceOf(object);
      if (issuers.has(keyOf(kind, namespace, name)) || !issuers.has(keyOf(otherOf(kind), namespace, name))) { continue; }
      const isCluster = kind === 'ClusterIssuer';
      yield {
        object,
        path,
        message: `${titleOf(object)} asks for ${kind} '${name}'${isCluster ? '' : ` in namespace '${namespace}'`}, and ${name} is ${isCluster ? 'an Issuer' : 'a ClusterIssuer'} here`,
        fix: other,
      };
    }
  },
  bad: example(''),
  good: example(', kind: ClusterIssuer'),
};

interface Asked {
  readonly object: Manifest;
  readonly path: string;
  readonly kind: string;
  readonly name: string;
  /** What to write for the other kind. */
  readonly other: string;
}

function* issuersAskedFor(inventory: Inventory): Iterable<Asked> {
  for (const object of ['Certificate', 'CertificateRequest'].flatMap(kind => inventory.ofKind(kind)).filter(isOfCertManager)) {
    const { name, kind = 'Issuer', group = GROUP } = recordOf(recordOf(object.spec).issuerRef);
    if (group !== GROUP || !KINDS.includes(kind)) { continue; }
    yield { object, path: '/spec/issuerRef', kind, name: textOf(name), other: `write kind: ${otherOf(kind)} in issuerRef` };
  }
  for (const object of ['Ingress', 'Gateway'].flatMap(kind => inventory.ofKind(kind))) {
    const annotations = recordOf(object.metadata?.annotations);
    for (const [annotation, kind] of ANNOTATIONS) {
      const name = annotations[annotation];
      // With a kind or group beside it, it may be of another program.
      if (typeof name !== 'string' || annotations[`${GROUP}/issuer-kind`] !== undefined || annotations[`${GROUP}/issuer-group`] !== undefined) { continue; }
      const [instead] = ANNOTATIONS.find(([, other]) => other !== kind)!;
      yield { object, path: pointer('metadata', 'annotations', annotation), kind, name, other: `write ${instead}: ${name}` };
    }
  }
}

const KINDS: readonly string[] = ['Issuer', 'ClusterIssuer'];
const ANNOTATIONS: readonly [annotation: string, kind: string][] = [[`${GROUP}/issuer`, 'Issuer'], [`${GROUP}/cluster-issuer`, 'ClusterIssuer']];

function otherOf(kind: string): string {
  return kind === 'Issuer' ? 'ClusterIssuer' : 'Issuer';
}

function isOfCertManager({ apiVersion }: Manifest): boolean {
  return groupOf(apiVersion) === GROUP;
}

/** A ClusterIssuer is in no namespace, whatever it says. */
function keyOf(kind: string, namespace: string, name: string): string {
  return `${kind}/${kind === 'Issuer' ? namespace : ''}/${name}`;
}
