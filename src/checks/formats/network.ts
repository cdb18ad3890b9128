import { FormatTable, items, keys, required, values, zeroOr } from './format';
import { CANONICAL_CIDR, CIDR, CIDR_WITH_SPACES, CLUSTER_IP, IP } from '../../kubernetes/formats/address';
import { DNS_LABEL, SERVICE_NAME } from '../../kubernetes/formats/dns-label';
import { DNS_SUBDOMAIN, HOST_OR_WILDCARD } from '../../kubernetes/formats/dns-subdomain';
import { LABEL_KEY, LABEL_VALUE } from '../../kubernetes/formats/label';
import { between } from '../../kubernetes/formats/number';
import { PATH_SEGMENT } from '../../kubernetes/formats/other-names';
import { PORT, PORT_NAME, PORT_OR_NAME } from '../../kubernetes/formats/port';
import { DOMAIN_PREFIXED_PATH, QUALIFIED_NAME } from '../../kubernetes/formats/qualified-name';
import { NOT_EMPTY, atMost, oneOf } from '../../kubernetes/formats/word';

const HOST_NOT_IP = {
  ...HOST_OR_WILDCARD, mustBe: `${HOST_OR_WILDCARD.mustBe}, not an IP address`, fits: (host: string) => HOST_OR_WILDCARD.fits(host) && !IP.fits(host),
};
const IP_FAMILY = oneOf('IPv4', 'IPv6');

/** Gate PreferSameTrafficDistribution. */
const TRAFFIC_DISTRIBUTION = { ...required(oneOf('PreferClose')), later: [{ since: '1.34', ...oneOf('PreferClose', 'PreferSameZone', 'PreferSameNode') }] };

/** What the server demands of single fields of Services, Ingresses and NetworkPolicies. */
export const NETWORK_FORMATS: FormatTable = {
  'ServiceSpec': {
    clusterIP: CLUSTER_IP,
    clusterIPs: items(CLUSTER_IP),
    externalIPs: items(required(IP)),
    healthCheckNodePort: zeroOr(PORT),
    ipFamilies: items(required(IP_FAMILY)),
    loadBalancerClass: QUALIFIED_NAME,
    loadBalancerSourceRanges: items(required(CIDR_WITH_SPACES)),
    selector: [keys(LABEL_KEY), values(LABEL_VALUE)],
    trafficDistribution: TRAFFIC_DISTRIBUTION,
  },
  'ServicePort': {
    port: PORT,
    name: DNS_LABEL,
    nodePort: zeroOr(PORT),
    targetPort: zeroOr(PORT_OR_NAME),
    appProtocol: QUALIFIED_NAME,
  },
  'ClientIPConfig': { timeoutSeconds: between(1, 86400) },

  'EndpointAddress': { ip: required(IP), hostname: DNS_LABEL, nodeName: required(DNS_SUBDOMAIN) },
  'EndpointPort': { port: PORT, name: DNS_LABEL, appProtocol: QUALIFIED_NAME },
  'Endpoint': { addresses: NOT_EMPTY, hostname: required(DNS_LABEL), nodeName: required(DNS_SUBDOMAIN) },
  'discovery.k8s.io/v1.EndpointPort': { name: DNS_LABEL, appProtocol: QUALIFIED_NAME },
  'ForZone': { name: LABEL_VALUE },
  'ForNode': { name: required(DNS_SUBDOMAIN) },

  'IngressSpec': { ingressClassName: required(DNS_SUBDOMAIN) },
  'IngressTLS': { hosts: items(required(HOST_OR_WILDCARD)), secretName: DNS_SUBDOMAIN },
  'IngressRule': { host: HOST_NOT_IP },
  'HTTPIngressRuleValue': { paths: NOT_EMPTY },
  'IngressServiceBackend': { name: required(SERVICE_NAME) },
  'ServiceBackendPort': { number: zeroOr(PORT), name: PORT_NAME },
  'IngressClassSpec': { controller: required(DOMAIN_PREFIXED_PATH) },
  'IngressClassParametersReference': {
    apiGroup: required(DNS_SUBDOMAIN),
    kind: required(PATH_SEGMENT),
    name: required(PATH_SEGMENT),
    namespace: required(DNS_LABEL),
    scope: required(oneOf('Cluster', 'Namespace')),
  },

  'ServiceCIDRSpec': { cidrs: [NOT_EMPTY, atMost(2), items(required(CANONICAL_CIDR))] },
  'ParentReference': { group: DNS_SUBDOMAIN, resource: PATH_SEGMENT, name: PATH_SEGMENT, namespace: PATH_SEGMENT },

  'NetworkPolicySpec': { policyTypes: [atMost(2), items(required(oneOf('Ingress', 'Egress')))] },
  'NetworkPolicyPort': { port: required(PORT_OR_NAME), endPort: PORT },
  'IPBlock': { cidr: required(CIDR), except: items(required(CIDR)) },
};
