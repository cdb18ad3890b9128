import { together } from './examples';
import { Manifest, listOf, recordOf } from '../../../kubernetes/manifest';
import { groupBy } from '../../../manifest/group-by';
import { Inventory, namespaceOf, titleOf } from '../../../manifest/inventory';
import { Check, SystemProblem } from '../../engine/check';

const GATEWAY = 'gateway.networking.k8s.io';

const route = `apiVersion: ${GATEWAY}/v1
kind: HTTPRoute
metadata: {name: web, namespace: shop}
spec: {parentRefs: [{name: main}], rules: [{backendRefs: [{name: web, namespace: web, port: 80}]}]}
`;
const service = `apiVersion: v1
kind: Service
metadata: {name: web, namespace: web}
spec: {clusterIP: None, ports: [{port: 80}]}
`;
const grant = `apiVersion: ${GATEWAY}/v1beta1
kind: ReferenceGrant
metadata: {name: routes, namespace: web}
spec: {from: [{group: ${GATEWAY}, kind: HTTPRoute, namespace: shop}], to: [{group: "", kind: Service}]}
`;

const namespaces = ['shop', 'web'].map(name => `apiVersion: v1\nkind: Namespace\nmetadata: {name: ${name}}\n`);

export const missingReferenceGrant: Check = {
  id: 'missing-reference-grant',
  why: 'a route of the Gateway API may send to a Service of another namespace only if a ReferenceGrant there says so, and a Gateway may read a Secret there. Without one every request is answered with an error, and a listener has no certificate',
  severity: 'warning',
  run: function* (inventory, { references }) {
    const grants = groupBy(inventory.ofKind('ReferenceGrant'), namespaceOf);
    yield* ungrantedCertificates(inventory, grants);
    for (const reference of references.ofKind('Service')) {
      const { from, namespace, name, path } = reference;
      const isRoute = reference.relation === 'routes to' && from.apiVersion.startsWith(`${GATEWAY}/`);
      // Where the Service is none of ours, neither is the grant.
      if (!isRoute || namespace === namespaceOf(from) || !references.target(reference)) { continue; }
      if ((grants.get(namespace) ?? []).some(one => allows(one, from, 'Service', name))) { continue; }
      yield {
        object: from,
        path: path.replace(/\/name$/, '/namespace'),
        message: `${titleOf(from)} sends to Service '${name}' in namespace '${namespace}', and no ReferenceGrant among the manifests allows it`,
        fix: `add a ReferenceGrant in namespace '${namespace}' with from: [{group: ${GATEWAY}, kind: ${from.kind}, namespace: ${namespaceOf(from)}}], to: [{group: "", kind: Service, name: ${name}}]`,
      };
    }
  },
  bad: together(...namespaces, route, service),
  good: together(...namespaces, route, service, grant),
};

type Grants = ReadonlyMap<string, readonly Manifest[]>;

/** Certificates of listeners in Secrets of another namespace that are among the manifests. */
function* ungrantedCertificates(inventory: Inventory, grants: Grants): Iterable<SystemProblem> {
  for (const gateway of inventory.ofKind('Gateway').filter(({ apiVersion }) => apiVersion.startsWith(`${GATEWAY}/`))) {
    for (const [i, listener] of listOf(recordOf(gateway.spec).listeners).map(recordOf).entries()) {
      for (const [j, { kind = 'Secret', group = '', name, namespace }] of listOf(recordOf(listener.tls).certificateRefs).map(recordOf).entries()) {
        const isElsewhere = kind === 'Secret' && group === '' && typeof namespace === 'string' && namespace !== namespaceOf(gateway);
        if (!isElsewhere || !inventory.findIn('Secret', namespace, name) || (grants.get(namespace) ?? []).some(one => allows(one, gateway, 'Secret', name))) { continue; }
        yield {
          object: gateway,
          path: `/spec/listeners/${i}/tls/certificateRefs/${j}/namespace`,
          message: `${titleOf(gateway)} reads Secret '${name}' in namespace '${namespace}', and no ReferenceGrant among the manifests allows it`,
          fix: `add a ReferenceGrant in namespace '${namespace}' with from: [{group: ${GATEWAY}, kind: Gateway, namespace: ${namespaceOf(gateway)}}], to: [{group: "", kind: Secret, name: ${name}}]`,
        };
      }
    }
  }
}

function allows({ spec }: Manifest, from: Manifest, kind: string, name: unknown): boolean {
  const { from: sources, to } = recordOf(spec);
  return listOf(sources).map(recordOf).some(source => source.group === GATEWAY && source.kind === from.kind && source.namespace === namespaceOf(from))
    && listOf(to).map(recordOf).some(target => target.group === '' && target.kind === kind && (target.name === undefined || target.name === name));
}
