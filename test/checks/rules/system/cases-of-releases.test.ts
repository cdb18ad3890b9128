import { joined, object, testCases } from './cases';

// Beyond the examples in the checks themselves: troubles that people published, and what is like them and no trouble.

const app = (kind: string, spec: string, { name = 'web', labels = 'app: web', pods = 'containers: [{name: main, image: "a:1"}]' } = {}) =>
  object('apps/v1', kind, name, `spec: {${spec} selector: {matchLabels: {${labels}}}, template: {metadata: {labels: {${labels}}}, spec: {${pods}}}}`);
const pod = (spec: string) => `{apiVersion: v1, kind: Pod, metadata: {name: web, labels: {app: web}}, spec: {${spec}}}`;
const container = (rest: string, image = 'a:1') => `containers: [{name: main, image: "${image}", ${rest}}]`;
const service = (spec: string, name = 'web') => object('v1', 'Service', name, `spec: {ports: [{port: 80}], ${spec}}`);
const WEB = service('selector: {app: web}');
const waiting = (script: string) => app('Deployment', '', { pods: `initContainers: [{name: wait, image: "b:1", command: [sh, -c, "${script}"]}], containers: [{name: main, image: "a:1"}]` });
const WAITS = ['warning /spec/template/spec/initContainers/0/command/2'];
const secret = (context: string, source = 'secret: {secretName: s, defaultMode: 256}') =>
  pod(`securityContext: {${context}}, ${container('volumeMounts: [{name: s, mountPath: /s}]')}, volumes: [{name: s, ${source}}]`);
const claim = (annotations: string) => object('v1', 'PersistentVolumeClaim', 'data', 'spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}', `annotations: {${annotations}}`);
const ARGO = (options: string) => claim(`argocd.argoproj.io/sync-options: "${options}"`);
const ARGO_AT = 'warning /metadata/annotations/argocd.argoproj.io~1sync-options';
const job = (schedule: string) => object('batch/v1', 'CronJob', 'j', `spec: {schedule: "${schedule}", jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: "a:1"}]}}}}}`);
const ingress = (target: string, path: string) => object('networking.k8s.io/v1', 'Ingress', 'web',
  `spec: {rules: [{http: {paths: [{path: "${path}", pathType: ImplementationSpecific, backend: {service: {name: web, port: {number: 80}}}}]}}]}`,
  `annotations: {nginx.ingress.kubernetes.io/rewrite-target: "${target}"}`);
const ROUTE = 'warning /spec/rules/0/http/paths/0/path';
const login = (field: string, key: string, value: string) => object('v1', 'Secret', 'login', `${field}: {${key}: "${value}"}`);
const budget = (bound: string) => object('policy/v1', 'PodDisruptionBudget', 'web', `spec: {${bound}, selector: {matchLabels: {app: web}}}`);
const scaler = (metric: string) => object('autoscaling/v2', 'HorizontalPodAutoscaler', 'web', `spec: {maxReplicas: 5, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, metrics: [${metric}]}`);
const ofContainer = (name: string) => `{type: ContainerResource, containerResource: {name: cpu, container: ${name}, target: {type: AverageValue, averageValue: 1}}}`;
const limited = (rest: string) => pod(container(`resources: {limits: {memory: 1Gi}}, ${rest}`));
const calls = (words: string) => pod(container(`command: ${words}`));
const rights = (verbs: string) => joined(
  object('v1', 'ServiceAccount', 'op', 'automountServiceAccountToken: false'),
  object('rbac.authorization.k8s.io/v1', 'Role', 'op', `rules: [{apiGroups: [policy], resources: [podsecuritypolicies], verbs: [${verbs}]}]`),
  object('rbac.authorization.k8s.io/v1', 'RoleBinding', 'op', 'roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: op}, subjects: [{kind: ServiceAccount, name: op, namespace: default}]'));
const BINDING = object('rbac.authorization.k8s.io/v1', 'RoleBinding', 'r',
  'roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: r}, subjects: [{kind: ServiceAccount, name: default, namespace: default}]');
const DISK = (rest: string) => object('v1', 'PersistentVolume', 'l', `spec: {${rest} storageClassName: l, capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce], local: {path: /a}}`);
const ROUTE_TO = (namespace: string) => object('gateway.networking.k8s.io/v1', 'HTTPRoute', 'web', `spec: {rules: [{backendRefs: [{name: web, namespace: ${namespace}, port: 80}]}]}`);
const SERVICE_OF_OTHER = object('v1', 'Service', 'web', 'spec: {ports: [{port: 80}]}', 'namespace: other');
const GRANT = (name: string) => object('gateway.networking.k8s.io/v1', 'ReferenceGrant', 'web',
  `spec: {from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: default}], to: [{group: "", kind: Service, name: ${name}}]}`, 'namespace: other');
const TOKEN = 'volumes: [{name: t, projected: {sources: [{serviceAccountToken: {path: token}}]}}]';

testCases({
  'version-in-selector': [
    ['of a claim template', app('StatefulSet', 'serviceName: web, volumeClaimTemplates: [{metadata: {name: data, labels: {helm.sh/chart: db-1.2.3}}, spec: {accessModes: [ReadWriteOnce]}}],'),
      ['warning /spec/volumeClaimTemplates/0/metadata/labels/helm.sh~1chart']],
    ['a Deployment for each version', app('Deployment', '', { name: 'web-1-2-3', labels: 'app.kubernetes.io/version: 1.2.3' }), []],
    ['a word and no version', app('Deployment', '', { labels: 'app.kubernetes.io/version: stable' }), []],
  ],
  'waits-for-itself': [
    ['by the whole name', joined(WEB, waiting('while ! curl -fs http://web.default.svc.cluster.local/ready; do sleep 1; done')), WAITS],
    ['a name with a port', joined(WEB, waiting('until wget -qO- web:80; do sleep 1; done')), WAITS],
    ['a member of it', joined(WEB, waiting('until nc -z web-0.web 80; do sleep 1; done')), []],
    ['a user of the same name', joined(WEB, waiting('until mysql -u web -h db; do sleep 1; done')), []],
    ['no loop', joined(WEB, waiting('nc -z web 80 || true')), []],
    ['not the first member', joined(WEB, waiting('[ $HOSTNAME = web-0 ] || until nc -z web 80; do sleep 1; done')), []],
    ['its address alone', joined(WEB, waiting('until nslookup web; do sleep 1; done')), []],
    ['pods that are not ready count', joined(service('selector: {app: web}, publishNotReadyAddresses: true'), waiting('until nc -z web 80; do sleep 1; done')), []],
    ['a Service of other pods, too', joined(WEB, waiting('until nc -z web 80; do sleep 1; done'), app('Deployment', '', { name: 'other' })), []],
    ['a probe', joined(WEB, pod(container('readinessProbe: {exec: {command: [curl, -f, "http://web/health"]}}'))), ['warning /spec/containers/0/readinessProbe/exec/command']],
    ['a probe of itself', joined(WEB, pod(container('readinessProbe: {exec: {command: [curl, -f, "http://localhost/web"]}}'))), []],
  ],
  'service-variable': [
    ['the variable is written', joined(service('selector: {app: web}', 'kafka'), pod(container('env: [{name: KAFKA_PORT, value: ""}]', 'confluentinc/cp-kafka:7.6.1'))), []],
    ['no variables for Services', joined(service('selector: {app: web}', 'kafka'), pod(`enableServiceLinks: false, ${container('', 'confluentinc/cp-kafka:7.6.1')}`)), []],
    ['a headless Service', joined(service('selector: {app: web}, clusterIP: None', 'kafka'), pod(container('', 'confluentinc/cp-kafka:7.6.1'))), []],
    ['from another registry', joined(service('selector: {app: web}', 'kafka'), pod(container('', 'mirror.example.com/confluentinc/cp-kafka:7.6.1'))), ['warning /spec/containers/0/env']],
  ],
  'unreadable-file': [
    ['one item', secret('runAsUser: 1000', 'configMap: {name: s, items: [{key: a, path: a, mode: 256}]}'), ['warning /spec/volumes/0/configMap/items/0/mode']],
    ['each item is open', secret('runAsUser: 1000', 'secret: {secretName: s, defaultMode: 256, items: [{key: a, path: a, mode: 292}]}'), []],
    ['the group of root', secret('runAsUser: 1000', 'secret: {secretName: s, defaultMode: 288}'), []],
    ['another group', secret('runAsUser: 1000, runAsGroup: 1000', 'secret: {secretName: s, defaultMode: 288}'), ['warning /spec/volumes/0/secret/defaultMode']],
    ['root', secret('runAsUser: 0'), []],
    ['a user that the image names', secret(''), []],
    ['a token', secret('runAsUser: 1000', 'projected: {defaultMode: 256, sources: [{serviceAccountToken: {path: token}}]}'), []],
  ],
  'unknown-deployer-word': [
    ['of several', ARGO('ServerSideApply=true, Prune=no'), [ARGO_AT]],
    ['with a colon', ARGO('Prune: false'), [ARGO_AT]],
    ['an option that is newer than this list', ARGO('Prune=confirm,SomethingNew=true'), []],
    ['an upgrade of Helm reads no capitals', claim('helm.sh/resource-policy: Keep'), ['warning /metadata/annotations/helm.sh~1resource-policy']],
    ['Helm reads capitals in hooks', claim('helm.sh/hook: Pre-Install'), []],
    ['a hook that Helm 3 does not know any more', claim('helm.sh/hook: crd-install'), ['warning /metadata/annotations/helm.sh~1hook']],
    ['Helm and keep in other words', claim('helm.sh/resource-policy: retain'), ['warning /metadata/annotations/helm.sh~1resource-policy']],
    ['Helm and hooks', claim('helm.sh/hook: "pre-install,pre-upgrades"'), ['warning /metadata/annotations/helm.sh~1hook']],
    ['a word for never deleting', claim('helm.sh/hook: pre-install, helm.sh/hook-delete-policy: never'), []],
    ['Flux', claim('kustomize.toolkit.fluxcd.io/prune: "false", kustomize.toolkit.fluxcd.io/ssa: IfNotPresent'), ['warning /metadata/annotations/kustomize.toolkit.fluxcd.io~1prune']],
  ],
  'hook-deletes-data': [
    ['of Argo CD', claim('argocd.argoproj.io/hook: PreSync'), ['warning /metadata/annotations/argocd.argoproj.io~1hook']],
    ['when it is there', claim('helm.sh/hook: pre-install, helm.sh/hook-delete-policy: hook-succeeded'), ['warning /metadata/annotations/helm.sh~1hook']],
    ['never', claim('helm.sh/hook: pre-install, helm.sh/hook-delete-policy: never'), []],
    ['at the end', claim('helm.sh/hook: post-delete'), []],
  ],
  'read-only-root': [
    ['all that it writes to', pod(container('securityContext: {readOnlyRootFilesystem: true}, volumeMounts: [{name: a, mountPath: /var/cache/nginx}, {name: b, mountPath: /run}]', 'nginx:1.27')), []],
    ['a configuration of one\'s own', pod(container('securityContext: {readOnlyRootFilesystem: true}, volumeMounts: [{name: a, mountPath: /etc/nginx}]', 'nginx:1.27')), []],
    ['a client', pod(container('securityContext: {readOnlyRootFilesystem: true}, command: [pg_dump]', 'postgres:16.4')), []],
    ['a lock', pod(container('securityContext: {readOnlyRootFilesystem: true}', 'postgres:16.4')), ['warning /spec/containers/0/securityContext/readOnlyRootFilesystem']],
  ],
  'dropped-capabilities': [
    ['with those that it needs', pod(container('securityContext: {capabilities: {drop: [ALL], add: [CHOWN, SETUID, SETGID]}}', 'nginx:1.27')), []],
    ['a user for the pod', pod(`securityContext: {runAsUser: 999}, ${container('securityContext: {capabilities: {drop: [ALL]}}', 'postgres:16.4')}`), []],
    ['an image that stays root', pod(container('securityContext: {capabilities: {drop: [ALL]}}', 'redis:7.4')), []],
  ],
  'schedule-days-joined': [
    ['the last Friday', job('0 0 25-31 * 5'), ['warning /spec/schedule']],
    ['a step does not join them', job('0 0 1-7 * */7'), ['warning /spec/schedule']],
    ['days of the month alone', job('0 0 1-7 * *'), []],
    ['a day of both kinds', job('0 0 13 * 5'), []],
    ['all days of the week', job('0 0 1-7 * 0-6'), []],
  ],
  'rewrite-without-group': [
    ['one of two', ingress('/$2', '/api/(.*)'), [ROUTE]],
    ['groups that keep nothing', ingress('/$1', '/(?:a|b)'), [ROUTE]],
    ['no group is asked for', ingress('/', '/api'), []],
  ],
  'encoded-twice': [
    ['encoded twice', login('data', 'db-password', 'WTI5eWNtVmpkQzFvYjNKelpRPT0='), ['warning /data/db-password']],
    ['a password that looks like it', login('stringData', 'password', 'trustno1'), []],
    ['random bytes', login('stringData', 'password', 'q83vEjRWeJCrze8SNFZ4kA=='), []],
    ['what a program wants in base64', login('stringData', 'key', 'Y29ycmVjdC1ob3JzZQ=='), []],
  ],
  'memory-above-limit': [
    ['the last one counts', limited('args: [java, "-Xmx2g -Xmx512m"]'), []],
    ['a number of megabytes', limited('env: [{name: NODE_OPTIONS, value: "--max-old-space-size=4096"}]'), ['warning /spec/containers/0/env/0/value']],
    ['in the next word', limited('args: [--maxmemory, 1gb]'), ['warning /spec/containers/0/args/0']],
    ['no limit', pod(container('args: ["-Xmx64g"]')), []],
  ],
  'operator-without-shell': [
    ['a probe', pod(container('livenessProbe: {exec: {command: [cat, /tmp/a, "||", exit, "1"]}}')), ['warning /spec/containers/0/livenessProbe/exec/command/2']],
    ['a shell further on', calls('[tini, --, sh, -c, a, "&&", b]'), []],
    ['the value of an option', calls('[cut, -d, "|", -f1, /a]'), []],
    ['a program that knows it', calls('[ssh, host, a, "&&", b]'), []],
  ],
  'autoscaler-measures-nothing': [
    ['a container that a mesh adds', joined(scaler(ofContainer('istio-proxy')), app('Deployment', '')), []],
    ['a metric of the program', joined(scaler('{type: Resource, resource: {name: requests_per_second, target: {type: AverageValue, averageValue: 1}}}'), app('Deployment', '')),
      ['warning /spec/metrics/0/resource/name']],
    ['another container', joined(scaler(ofContainer('app')), app('Deployment', '')), ['warning /spec/metrics/0/containerResource/container']],
  ],
  'hidden-directory': [
    ['one file of it', pod(`${container('volumeMounts: [{name: v, mountPath: /etc/app.conf, subPath: app.conf}]')}, volumes: [{name: v, configMap: {name: c}}]`), []],
    ['that of the node', pod(`${container('volumeMounts: [{name: v, mountPath: /etc}]')}, volumes: [{name: v, hostPath: {path: /etc}}]`), []],
    ['the root', pod(`${container('volumeMounts: [{name: v, mountPath: /}]')}, volumes: [{name: v, configMap: {name: c}}]`), ['warning /spec/containers/0/volumeMounts/0/mountPath']],
  ],
  'budget-without-scale': [
    ['nothing on purpose', joined(budget('maxUnavailable: 0'), pod(container(''))), []],
    ['a percentage', joined(budget('minAvailable: 50%'), pod(container(''))), ['warning /spec/minAvailable']],
    ['a DaemonSet beside others', joined(budget('maxUnavailable: 1'), app('DaemonSet', ''), app('Deployment', '', { name: 'other' })), ['warning /spec/maxUnavailable']],
    ['a Pod beside others', joined(budget('maxUnavailable: 1'), pod(container('')), app('Deployment', '')), []],
  ],
  'policy-type-missing': [
    ['no types: both count', object('networking.k8s.io/v1', 'NetworkPolicy', 'web', 'spec: {podSelector: {}, ingress: [{}], egress: [{}]}'), []],
    ['nothing may come in', object('networking.k8s.io/v1', 'NetworkPolicy', 'web', 'spec: {podSelector: {}, policyTypes: [Egress], ingress: [], egress: [{}]}'), []],
    ['the other way', object('networking.k8s.io/v1', 'NetworkPolicy', 'web', 'spec: {podSelector: {}, policyTypes: [Egress], ingress: [{}]}'), ['warning /spec/policyTypes']],
  ],
  'binding-grants-nothing': [
    ['something of the namespace beside it', joined(object('rbac.authorization.k8s.io/v1', 'ClusterRole', 'r',
      'rules: [{apiGroups: [""], resources: [nodes], verbs: [get]}, {apiGroups: [""], resources: [pods], verbs: [get]}]'), BINDING), []],
    ['addresses that are no resources', joined(object('rbac.authorization.k8s.io/v1', 'ClusterRole', 'r', 'rules: [{nonResourceURLs: [/metrics], verbs: [get]}]'), BINDING), ['warning /kind']],
  ],
  'local-volume-immediate': [
    ['the default mode', joined(object('storage.k8s.io/v1', 'StorageClass', 'l', 'provisioner: kubernetes.io/no-provisioner'), DISK('')), ['warning ']],
    ['a volume for one claim', joined(object('storage.k8s.io/v1', 'StorageClass', 'l', 'provisioner: kubernetes.io/no-provisioner'), DISK('claimRef: {name: a, namespace: default},')), []],
  ],
  'missing-reference-grant': [
    ['a Service that others apply', ROUTE_TO('other'), []],
    ['in its own namespace', joined(ROUTE_TO('default'), WEB), []],
    ['a grant for another Service', joined(ROUTE_TO('other'), SERVICE_OF_OTHER, GRANT('api')), ['warning /spec/rules/0/backendRefs/0/namespace']],
    ['a grant for this one', joined(ROUTE_TO('other'), SERVICE_OF_OTHER, GRANT('web')), []],
  ],
  'commented-script': [
    ['a comment and a program', calls('[sh, -c, "# a\\nexec b"]'), []],
    ['a file that is called so', calls('[a, "#b"]'), []],
  ],
  'node-without-value': [
    ['one of two will do', pod(`affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: kubernetes.io/arch, operator: In, values: [x86_64, amd64]}]}]}}},
      ${container('')}`), []],
    ['capitals', pod(`nodeSelector: {kubernetes.io/os: Linux}, ${container('')}`), ['warning /spec/nodeSelector/kubernetes.io~1os']],
  ],
  'rolling-update-host-port': [
    ['the network of the node', app('Deployment', '', { pods: `hostNetwork: true, ${container('ports: [{containerPort: 80}]')}` }), ['info ']],
    ['a pod may be missing', app('Deployment', 'replicas: 4,', { pods: container('ports: [{containerPort: 80, hostPort: 80}]') }), []],
    ['one pod at a time', app('Deployment', 'strategy: {type: Recreate},', { pods: container('ports: [{containerPort: 80, hostPort: 80}]') }), []],
  ],
  'token-not-mounted': [
    ['the use of a policy', joined(rights('use'), pod(`serviceAccountName: op, ${container('')}`)), []],
    ['the pods turn it on', joined(rights('get'), pod(`serviceAccountName: op, automountServiceAccountToken: true, ${container('')}`)), []],
    ['a token of one\'s own', joined(rights('get'), pod(`serviceAccountName: op, ${container('')}, ${TOKEN}`)), []],
    ['a second program of the same account', joined(rights('get'), pod(`serviceAccountName: op, ${container('')}`),
      app('Deployment', '', { name: 'op', labels: 'app: op', pods: `serviceAccountName: op, automountServiceAccountToken: true, ${container('')}` })), []],
    ['neither', joined(rights('get'), pod(`serviceAccountName: op, ${container('')}`)), ['warning /automountServiceAccountToken']],
  ],
  'image-setup': [
    ['root once more', pod(container('env: [{name: MYSQL_ROOT_PASSWORD, value: a}, {name: MYSQL_USER, value: root}]', 'mysql:8.4')), ['warning /spec/containers/0/env/1/value']],
    ['a variable of a client', pod(container('command: [mysqldump], env: [{name: MYSQL_USER, value: root}]', 'mysql:8.4')), []],
  ],
});
