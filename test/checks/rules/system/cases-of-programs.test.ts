import { joined, object, testCases } from './cases';

// What programs beside Kubernetes read: operators, controllers of Ingresses and Gateways, drivers, beyond the examples in the checks themselves.

const custom = (apiVersion: string, kind: string, spec: string, metadata = '', name = 'a') => object(apiVersion, kind, name, `spec: {${spec}}`, metadata);
const prometheus = (spec: string, name = 'p') => custom('monitoring.coreos.com/v1', 'Prometheus', spec, '', name);
const monitor = (metadata = '', spec = 'selector: {matchLabels: {app: a}}, endpoints: [{port: http}]') => custom('monitoring.coreos.com/v1', 'ServiceMonitor', spec, metadata);
const service = (metadata: string, spec = 'selector: {app: a}, ports: [{name: http, port: 80}]') => object('v1', 'Service', 'a', `spec: {${spec}}`, metadata);
const store = (kind: string, metadata = '') => custom('external-secrets.io/v1', kind, 'provider: {}', metadata, 'v');
const external = (reference: string, metadata = '') => custom('external-secrets.io/v1', 'ExternalSecret', `secretStoreRef: {name: v${reference}}`, metadata);
const repository = (metadata: string) => custom('source.toolkit.fluxcd.io/v1', 'HelmRepository', 'url: "https://example.com"', metadata, 'r');
const release = (reference: string, metadata: string) => custom('helm.toolkit.fluxcd.io/v2', 'HelmRelease', `chart: {spec: {chart: c, sourceRef: {kind: HelmRepository, name: r${reference}}}}`, metadata);
const ingress = (annotations: string, spec = '') => custom('networking.k8s.io/v1', 'Ingress', `${spec} defaultBackend: {service: {name: a, port: {number: 80}}}`, `annotations: {${annotations}}`);
const IP = 'alb.ingress.kubernetes.io/target-type: ip';
const spread = (spec: string) => custom('v1', 'Pod', `${spec}, containers: [{name: m, image: "m:1"}]`);
const policy = (peer: string, metadata = 'namespace: shop') => custom('networking.k8s.io/v1', 'NetworkPolicy', `podSelector: {}, ingress: [{from: [{${peer}}]}]`, metadata);
const pod = (namespace: string, name = 'b') => custom('v1', 'Pod', 'containers: [{name: m, image: "m:1"}]', `namespace: ${namespace}, labels: {app: ${name}}`, name);
const route = (rules: string) => custom('gateway.networking.k8s.io/v1', 'HTTPRoute', `rules: [${rules}]`);
const scaled = (trigger: string) => joined(
  custom('apps/v1', 'Deployment', 'selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, spec: {containers: [{name: m, image: "m:1"}]}}'),
  custom('keda.sh/v1alpha1', 'ScaledObject', `scaleTargetRef: {name: a}, triggers: [{${trigger}}]`));
const volume = (csi: string) => custom('v1', 'PersistentVolume', `capacity: {storage: 1Gi}, accessModes: [ReadWriteMany], csi: {driver: ${csi}}`);

testCases({
  'monitor-not-chosen': [
    ['chosen by one of two', joined(prometheus('serviceMonitorSelector: {matchLabels: {a: b}}'), prometheus('serviceMonitorSelector: {}', 'q'), monitor()), []],
    ['nobody chooses here', monitor(), []],
    ['told by other means', joined(prometheus('replicas: 1'), monitor()), []],
    ['other labels', joined(prometheus('serviceMonitorSelector: {matchLabels: {a: b}}'), monitor('labels: {a: c}')), ['warning /metadata/labels']],
  ],
  'monitor-selects-ports': [
    ['Services of another namespace', joined(monitor('namespace: m'), service('namespace: s, labels: {app: a}')), ['warning /spec/selector']],
    ['Services of its own', joined(monitor('namespace: m'), service('namespace: m, labels: {app: a}')), []],
    ['a monitor that goes where somebody applies it', joined(monitor(), service('namespace: s, labels: {app: a}')), []],
    ['any namespace', joined(monitor('namespace: m', 'namespaceSelector: {any: true}, selector: {matchLabels: {app: a}}, endpoints: [{port: http}]'), service('namespace: s, labels: {app: a}')), []],
  ],
  'duration-unit': [
    ['below a chart', custom('helm.toolkit.fluxcd.io/v2', 'HelmRelease', 'interval: 1h, chart: {spec: {interval: 1d}}'), ['warning /spec/chart/spec/interval']],
    ['a value that is filled in later', custom('helm.toolkit.fluxcd.io/v2', 'HelmRelease', 'interval: "${INTERVAL}"'), []],
    ['days that Prometheus knows', custom('monitoring.coreos.com/v1', 'Prometheus', 'retention: 15d'), []],
    ['a number', custom('external-secrets.io/v1', 'ExternalSecret', 'refreshInterval: 3600'), ['warning /spec/refreshInterval']],
  ],
  'reference-elsewhere': [
    ['a store of the same namespace', joined(store('SecretStore', 'namespace: s'), external('', 'namespace: s')), []],
    ['a store of another namespace', joined(store('SecretStore', 'namespace: t'), external('', 'namespace: s')), ['warning /spec/secretStoreRef']],
    ['a store that is not here', external('', 'namespace: s'), []],
    ['a store under the other kind', joined(store('SecretStore', 'namespace: s'), external(', kind: ClusterSecretStore', 'namespace: s')), ['warning /spec/secretStoreRef']],
    ['a source in its namespace', joined(repository('namespace: f'), release(', namespace: f', 'namespace: s')), []],
    ['a source elsewhere', joined(repository('namespace: f'), release('', 'namespace: s')), ['warning /spec/chart/spec/sourceRef']],
    ['a source that goes anywhere', joined(repository(''), release('', 'namespace: s')), []],
  ],
  'retired-api': [
    ['with its definition', joined(object('apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'middlewares.traefik.containo.us', 'spec: {group: traefik.containo.us}'), custom('traefik.containo.us/v1alpha1', 'Middleware', 'chain: {}')), []],
    ['without it', custom('traefik.containo.us/v1alpha1', 'Middleware', 'chain: {}'), ['info /apiVersion']],
    ['a kind that is still there', custom('external-secrets.io/v1beta1', 'Other', 'a: 1'), []],
  ],
  'middleware-name': [
    ['several, with blanks', joined(custom('traefik.io/v1alpha1', 'Middleware', 'chain: {}', 'namespace: s', 'm'), ingress('traefik.ingress.kubernetes.io/router.middlewares: "auth@file, m@kubernetescrd"')),
      ['warning /metadata/annotations/traefik.ingress.kubernetes.io~1router.middlewares']],
    ['one that is not here', ingress('traefik.ingress.kubernetes.io/router.middlewares: m@kubernetescrd'), []],
  ],
  'instance-target': [
    ['another class', joined(ingress('a: b', 'ingressClassName: nginx,'), service('')), []],
    ['a Service with ports on the nodes', joined(ingress('a: b', 'ingressClassName: alb,'), service('', 'type: NodePort, selector: {app: a}, ports: [{port: 80}]')), []],
    ['a Service that says it', joined(ingress('a: b', 'ingressClassName: alb,'), service(`annotations: {${IP}}`)), []],
    ['a class with parameters', joined(custom('networking.k8s.io/v1', 'IngressClass', 'controller: ingress.k8s.aws/alb, parameters: {apiGroup: elbv2.k8s.aws, kind: IngressClassParams, name: a}', '', 'alb'), ingress('a: b', 'ingressClassName: alb,'), service('')), []],
    ['by the old annotation', joined(ingress('kubernetes.io/ingress.class: alb'), service('')), ['warning /spec/defaultBackend/service/name']],
  ],
  'unknown-topology-key': [
    ['a preference', spread('affinity: {podAntiAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1, podAffinityTerm: {topologyKey: kubernetes.io/zone, labelSelector: {}}}]}}'),
      ['warning /spec/affinity/podAntiAffinity/preferredDuringSchedulingIgnoredDuringExecution/0/podAffinityTerm/topologyKey']],
    ['a label of one\'s own', spread('affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: rack, labelSelector: {}}]}}'), []],
    ['a label that is declared', spread('topologySpreadConstraints: [{maxSkew: 1, topologyKey: hostname, whenUnsatisfiable: DoNotSchedule, labelSelector: {}}]'), [], { nodeLabels: ['hostname'] }],
  ],
  'csi-volume-attributes': [
    ['capital letters', volume('smb.csi.k8s.io, volumeHandle: a, volumeAttributes: {Source: "//a/b"}'), []],
    ['none', volume('smb.csi.k8s.io, volumeHandle: a'), ['warning /spec/csi']],
    ['another driver', volume('efs.csi.aws.com, volumeHandle: fs-1'), []],
    ['a volume of a Pod', spread('volumes: [{name: v, csi: {driver: nfs.csi.k8s.io, volumeAttributes: {server: a}}}]'), ['warning /spec/volumes/0/csi']],
  ],
  'policy-peer-namespace': [
    ['pods of its own', joined(policy('podSelector: {matchLabels: {app: b}}'), pod('shop')), []],
    ['pods of two others', joined(policy('podSelector: {matchLabels: {app: b}}'), pod('edge'), pod('other')), []],
    ['pods of another', joined(policy('podSelector: {matchLabels: {app: b}}'), pod('edge'), pod('shop', 'c')), ['warning /spec/ingress/0/from/0/podSelector']],
    ['a namespace whose pods are not here', joined(policy('podSelector: {matchLabels: {app: b}}'), pod('edge')), ['info /spec/ingress/0/from/0/podSelector']],
    ['a policy that goes anywhere', joined(policy('podSelector: {matchLabels: {app: b}}', ''), pod('edge')), []],
  ],
  'gateway-word': [
    ['a method in small letters', route('{matches: [{method: get}]}'), ['error /spec/rules/0/matches/0/method']],
    ['words as they are', route('{matches: [{path: {type: Exact, value: /}, method: GET}]}'), []],
    ['an older API', custom('networking.example.com/v1', 'HTTPRoute', 'rules: [{matches: [{path: {type: Prefix}}]}]'), []],
    ['namespaces of a listener', custom('gateway.networking.k8s.io/v1', 'Gateway', 'listeners: [{name: a, allowedRoutes: {namespaces: {from: all}}}]'), ['error /spec/listeners/0/allowedRoutes/namespaces/from']],
  ],
  'autoscaler-needs-requests': [
    ['a trigger by the clock', scaled('type: cron, metadata: {}'), []],
    ['a trigger by the share', scaled('type: cpu, metadata: {value: "60"}'), ['warning /spec/template/spec/containers/0/resources']],
    ['a trigger by the amount', scaled('type: cpu, metricType: AverageValue, metadata: {value: "60"}'), []],
    ['another container', scaled('type: cpu, metadata: {value: "60", containerName: other}'), []],
  ],
  'missing-service': [
    ['an action of the Ingress', ingress('alb.ingress.kubernetes.io/actions.a: "{}"'), []],
    ['an action of another name', ingress('alb.ingress.kubernetes.io/actions.b: "{}"'), ['warning /spec/defaultBackend/service/name']],
  ],
  'unknown-pod-name': [
    ['a set of another namespace', joined(
      custom('apps/v1', 'StatefulSet', 'serviceName: b, selector: {matchLabels: {app: b}}, template: {metadata: {labels: {app: b}}, spec: {containers: [{name: m, image: "m:1"}]}}', 'namespace: data', 'b'),
      custom('v1', 'Pod', 'containers: [{name: m, image: "m:1", env: [{name: A, value: b-0.b}]}]', 'namespace: web')), ['warning /spec/containers/0/env/0/value']],
    ['a caller that goes anywhere', joined(
      custom('apps/v1', 'StatefulSet', 'serviceName: b, selector: {matchLabels: {app: b}}, template: {metadata: {labels: {app: b}}, spec: {containers: [{name: m, image: "m:1"}]}}', 'namespace: data', 'b'),
      custom('v1', 'Pod', 'containers: [{name: m, image: "m:1", env: [{name: A, value: b-0.b}]}]')), []],
  ],
});
