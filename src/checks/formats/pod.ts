import { FormatTable, items, keys, required, values, zeroOr } from './format';
import { IP } from '../../kubernetes/formats/address';
import { DATA_KEY } from '../../kubernetes/formats/data-key';
import { DNS_LABEL, shorter } from '../../kubernetes/formats/dns-label';
import { DNS_SUBDOMAIN, DNS_SUBDOMAIN_OR_PREFIX, SEARCH_DOMAIN } from '../../kubernetes/formats/dns-subdomain';
import { ENV_NAME, RELAXED_ENV_NAME } from '../../kubernetes/formats/env-name';
import { ANNOTATION_KEY, LABEL_KEY, LABEL_VALUE } from '../../kubernetes/formats/label';
import { NOT_NEGATIVE, POSITIVE, USER_ID, between } from '../../kubernetes/formats/number';
import { HTTP_HEADER_NAME, SYSCTL_NAME } from '../../kubernetes/formats/other-names';
import { LOCAL_PATH, PATH_WITHOUT_BACKSTEPS } from '../../kubernetes/formats/path';
import { PORT, PORT_NAME, PORT_OR_NAME } from '../../kubernetes/formats/port';
import { QUALIFIED_NAME } from '../../kubernetes/formats/qualified-name';
import { NOT_EMPTY, oneOf } from '../../kubernetes/formats/word';

const PROBE = {
  initialDelaySeconds: NOT_NEGATIVE,
  timeoutSeconds: NOT_NEGATIVE,
  periodSeconds: NOT_NEGATIVE,
  successThreshold: NOT_NEGATIVE,
  failureThreshold: NOT_NEGATIVE,
  terminationGracePeriodSeconds: POSITIVE,
};

const HOSTNAME_OVERRIDE = shorter(DNS_SUBDOMAIN, 64, 'as many as a kernel takes');
const NAME_OR_PREFIX = required(DNS_SUBDOMAIN_OR_PREFIX);
const WEIGHT = between(1, 100);
const CONTAINER = { name: required(DNS_LABEL), image: NOT_EMPTY };

/** What the server demands of single fields of Pods and their templates. */
export const POD_FORMATS: FormatTable = {
  ObjectMeta: {
    labels: [keys(LABEL_KEY), values(LABEL_VALUE)],
    annotations: keys(ANNOTATION_KEY),
    finalizers: items(QUALIFIED_NAME),
  },
  OwnerReference: { apiVersion: NOT_EMPTY, kind: NOT_EMPTY, name: NOT_EMPTY, uid: NOT_EMPTY },

  PodSpec: {
    activeDeadlineSeconds: between(1, 2 ** 31 - 1),
    containers: NOT_EMPTY,
    hostname: DNS_LABEL,
    hostnameOverride: required(HOSTNAME_OVERRIDE),
    subdomain: DNS_LABEL,
    nodeName: DNS_SUBDOMAIN,
    nodeSelector: [keys(LABEL_KEY), values(LABEL_VALUE)],
    priorityClassName: DNS_SUBDOMAIN,
    runtimeClassName: required(DNS_SUBDOMAIN),
    serviceAccountName: DNS_SUBDOMAIN,
  },
  PodResourceClaim: { name: required(DNS_LABEL), resourceClaimName: required(DNS_SUBDOMAIN), resourceClaimTemplateName: required(DNS_SUBDOMAIN) },
  PodReadinessGate: { conditionType: QUALIFIED_NAME },
  PodSchedulingGate: { name: QUALIFIED_NAME },
  PodOS: { name: [oneOf('linux', 'windows'), NOT_EMPTY] },
  HostAlias: { ip: required(IP), hostnames: items(required(DNS_SUBDOMAIN)) },
  PodDNSConfig: { nameservers: items(required(IP)), searches: items(required(SEARCH_DOMAIN)) },
  PodDNSConfigOption: { name: NOT_EMPTY },
  Toleration: { key: { ...LABEL_KEY, notEmpty: false }, value: LABEL_VALUE },
  TopologySpreadConstraint: { maxSkew: POSITIVE, minDomains: POSITIVE, topologyKey: NOT_EMPTY, matchLabelKeys: items(LABEL_KEY) },

  PodSecurityContext: {
    fsGroup: USER_ID,
    runAsGroup: USER_ID,
    runAsUser: USER_ID,
    supplementalGroups: items(USER_ID),
  },
  SeccompProfile: { localhostProfile: LOCAL_PATH },
  WindowsSecurityContextOptions: { gmsaCredentialSpecName: required(DNS_SUBDOMAIN) },
  Sysctl: { name: SYSCTL_NAME },
  SecurityContext: { runAsGroup: USER_ID, runAsUser: USER_ID },

  NodeSelectorRequirement: { key: LABEL_KEY },
  PreferredSchedulingTerm: { weight: WEIGHT },
  WeightedPodAffinityTerm: { weight: WEIGHT },
  PodAffinityTerm: {
    topologyKey: LABEL_KEY, namespaces: items(required(DNS_LABEL)), matchLabelKeys: items(LABEL_KEY), mismatchLabelKeys: items(LABEL_KEY),
  },
  LabelSelector: { matchLabels: [keys(LABEL_KEY), values(LABEL_VALUE)] },
  LabelSelectorRequirement: { key: LABEL_KEY, values: items(LABEL_VALUE), operator: [oneOf('In', 'NotIn', 'Exists', 'DoesNotExist'), NOT_EMPTY] },

  Container: CONTAINER,
  EphemeralContainer: CONTAINER,
  ContainerResizePolicy: { resourceName: NOT_EMPTY, restartPolicy: NOT_EMPTY },
  ContainerRestartRule: { action: NOT_EMPTY },
  ContainerRestartRuleOnExitCodes: { operator: NOT_EMPTY },
  ContainerPort: { containerPort: PORT, hostPort: zeroOr(PORT), name: PORT_NAME },
  EnvVar: { name: required(ENV_NAME) },
  EnvFromSource: { prefix: ENV_NAME },
  ConfigMapEnvSource: { name: NAME_OR_PREFIX },
  SecretEnvSource: { name: NAME_OR_PREFIX },
  ConfigMapKeySelector: { name: required(DNS_SUBDOMAIN), key: DATA_KEY },
  SecretKeySelector: { name: required(DNS_SUBDOMAIN), key: DATA_KEY },
  FileKeySelector: { key: required(RELAXED_ENV_NAME), volumeName: required(DNS_LABEL), path: [NOT_EMPTY, PATH_WITHOUT_BACKSTEPS] },
  ObjectFieldSelector: { fieldPath: NOT_EMPTY },
  ResourceFieldSelector: { resource: NOT_EMPTY },
  VolumeMount: { name: NOT_EMPTY, mountPath: NOT_EMPTY, subPath: LOCAL_PATH, subPathExpr: LOCAL_PATH },
  VolumeDevice: { name: NOT_EMPTY, devicePath: [NOT_EMPTY, PATH_WITHOUT_BACKSTEPS] },

  Probe: PROBE,
  ExecAction: { command: NOT_EMPTY },
  HTTPGetAction: { port: required(PORT_OR_NAME) },
  HTTPHeader: { name: HTTP_HEADER_NAME },
  TCPSocketAction: { port: required(PORT_OR_NAME) },
  GRPCAction: { port: PORT },
};
