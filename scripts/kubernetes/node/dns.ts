import { CLUSTER_DOMAIN, DNS_ADDRESS } from './network';

export const DNS_IMAGE = 'cdk8s-stateful.dev/coredns:1.15.0';
const NAMESPACE = 'kube-system';
const LABELS = { 'k8s-app': 'kube-dns' };
const named = (name: string) => ({ name, namespace: NAMESPACE, labels: LABELS });

/**
 * How long it keeps that a name does not exist is up to the cluster: kubeadm kept it for 30 seconds up to 1.31 and does
 * not since; many others do.
 *
 * @param cached names of the cluster are kept, whether they exist or not
 * @param domain what names of the cluster end in
 */
const corefile = (cached: boolean, domain: string) => `.:53 {
    errors
    health {
       lameduck 5s
    }
    ready
    kubernetes ${domain} in-addr.arpa ip6.arpa {
       pods insecure
       fallthrough in-addr.arpa ip6.arpa
       ttl 30
    }
    cache 30 {
       ${cached ? '' : `disable success ${domain}
       disable denial ${domain}`}
    }
    reload
    loadbalance
}
`;

/** The DNS of a cluster: CoreDNS with the rights, the probes and the configuration that kubeadm gives it. */
export const dnsObjects = (replicas: number, cached = false, domain = CLUSTER_DOMAIN) => [
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: named('coredns') },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'system:coredns' },
    rules: [
      { apiGroups: [''], resources: ['endpoints', 'services', 'pods', 'namespaces'], verbs: ['list', 'watch'] },
      { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['list', 'watch'] },
    ],
  },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name: 'system:coredns' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'system:coredns' },
    subjects: [{ kind: 'ServiceAccount', name: 'coredns', namespace: NAMESPACE }],
  },
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: named('coredns'), data: { Corefile: corefile(cached, domain) } },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: named('kube-dns'),
    spec: {
      clusterIP: DNS_ADDRESS,
      selector: LABELS,
      ports: [{ name: 'dns', port: 53, protocol: 'UDP' }, { name: 'dns-tcp', port: 53, protocol: 'TCP' }],
    },
  },
  { apiVersion: 'apps/v1', kind: 'Deployment', metadata: named('coredns'), spec: { replicas, selector: { matchLabels: LABELS }, template: podTemplate() } },
];

function podTemplate() {
  return {
    metadata: { labels: LABELS },
    spec: {
      serviceAccountName: 'coredns',
      priorityClassName: 'system-cluster-critical',
      dnsPolicy: 'Default',
      affinity: {
        podAntiAffinity: {
          preferredDuringSchedulingIgnoredDuringExecution: [
            { weight: 100, podAffinityTerm: { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: LABELS } } },
          ],
        },
      },
      containers: [{
        name: 'coredns',
        image: DNS_IMAGE,
        imagePullPolicy: 'Never',
        args: ['-conf', '/etc/coredns/Corefile'],
        readinessProbe: { httpGet: { path: '/ready', port: 8181 }, periodSeconds: 2 },
        livenessProbe: { httpGet: { path: '/health', port: 8080 }, initialDelaySeconds: 60, timeoutSeconds: 5, failureThreshold: 5 },
        securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { add: ['NET_BIND_SERVICE'], drop: ['ALL'] } },
        volumeMounts: [{ name: 'config', mountPath: '/etc/coredns', readOnly: true }],
      }],
      volumes: [{ name: 'config', configMap: { name: 'coredns' } }],
    },
  };
}
