import { Manifest, listOf, recordOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';
import { example } from '../object/examples';
import { Broken, Rule, isText, rulesFor } from '../object/rule';

const service = (...fields: string[]) => example('Service', 'v1', `spec: {${fields.join(', ')}}`);

export const ignoredServiceField: Rule = {
  id: 'ignored-service-field',
  why: 'a Service without an address of its own has nothing to balance, and an external name is only looked at in a Service of that type',
  severity: 'warning',
  since: '1.28',
  fix: 'remove the field, or change the type of the Service',
  bad: service('externalName: db.example.com', 'ports: [{port: 80}]'),
  good: service('type: ExternalName', 'externalName: db.example.com'),
};

export const deprecatedServiceField: Rule = {
  id: 'deprecated-service-field',
  why: 'these still work, and newer clusters may no longer do what they ask for',
  severity: 'warning',
  fix: 'write what took its place',
  bad: service('trafficDistribution: PreferClose', 'ports: [{port: 80}]'),
  good: service('trafficDistribution: PreferSameZone', 'ports: [{port: 80}]'),
};

const OF_HEADLESS: Rule = { ...ignoredServiceField, since: '1.34' };
const OLD_DISTRIBUTION: Rule = { ...deprecatedServiceField, since: '1.35' };
const OLD_EXTERNAL_IPS: Rule = { ...deprecatedServiceField, since: '1.36' };

const HINTS = 'service.kubernetes.io/topology-aware-hints';
const MODE = 'service.kubernetes.io/topology-mode';

export const serviceWarnings: ObjectCheck = rulesFor(['/Service'], [ignoredServiceField, deprecatedServiceField], (object: Manifest, broken) => {
  const spec = recordOf(object.spec);
  const isExternalName = spec.type === 'ExternalName';
  const isHeadless = (spec.type ?? 'ClusterIP') === 'ClusterIP' && (spec.clusterIP ?? listOf(spec.clusterIPs)[0]) === 'None';
  if (isHeadless) { checkHeadless(spec, broken); }
  if (listOf(spec.externalIPs).length > 0) {
    if (isExternalName) { broken(ignoredServiceField, '/spec/externalIPs', 'externalIPs is ignored in a Service of the type ExternalName'); }
    if (!isExternalName && !isHeadless) { broken(OLD_EXTERNAL_IPS, '/spec/externalIPs', 'externalIPs is deprecated', 'write type: LoadBalancer, or a route of a Gateway'); }
  }
  if (!isExternalName && isText(spec.externalName)) { broken(ignoredServiceField, '/spec/externalName', 'externalName is ignored unless the type is ExternalName'); }
  if (spec.trafficDistribution === 'PreferClose') { broken(OLD_DISTRIBUTION, '/spec/trafficDistribution', "'PreferClose' is deprecated", 'write PreferSameZone, if all clusters have Kubernetes 1.34'); }
  const annotations = recordOf(object.metadata?.annotations);
  // Both with different values are refused.
  if (Object.hasOwn(annotations, HINTS) && (annotations[MODE] ?? annotations[HINTS]) === annotations[HINTS]) {
    broken(deprecatedServiceField, `/metadata/annotations${pointer(HINTS)}`, 'this annotation is deprecated', 'write service.kubernetes.io/topology-mode, or trafficDistribution in the spec');
  }
});

function checkHeadless({ loadBalancerIP, externalIPs, sessionAffinity }: Record<string, any>, broken: Broken) {
  const given = { loadBalancerIP: isText(loadBalancerIP), externalIPs: listOf(externalIPs).length > 0, sessionAffinity: isText(sessionAffinity) && sessionAffinity !== 'None' };
  for (const [field, isThere] of Object.entries(given)) {
    if (isThere) { broken(OF_HEADLESS, `/spec/${field}`, `${show(field)} is ignored in a headless Service`); }
  }
}
