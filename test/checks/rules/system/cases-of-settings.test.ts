import { findingsIn } from '../../findings';

// Settings that programs are started with, and what they call, beyond the examples in the checks themselves.

const problems = (id: string, yaml: string) => findingsIn(yaml).filter(finding => finding.rule === id).map(({ severity, path, fix }) => `${severity} ${path}: ${fix}`);

const joined = (...texts: string[]) => texts.join('\n---\n');
const pod = (containers: string, spec = '', name = 'a') => `{apiVersion: v1, kind: Pod, metadata: {name: ${name}, labels: {app: ${name}}}, spec: {${spec} containers: [${containers}]}}`;
const service = (name: string, rest: string) => `{apiVersion: v1, kind: Service, metadata: {name: ${name}}, spec: {selector: {app: ${name}}, ${rest}}}`;
const config = (data: string) => `{apiVersion: v1, kind: ConfigMap, metadata: {name: c}, data: {${data}}}`;
const variables = (env: string, rest = '') => pod(`{name: m, image: "example.com/m:1", env: [${env}]${rest}}`);
const VALUE = (index = 0) => `/spec/containers/0/env/${index}/value`;
const OF_CONFIG = 'volumes: [{name: c, configMap: {name: c}}, {name: e, emptyDir: {}}, {name: s, secret: {secretName: s}}],';
const mounted = (mounts: string, image = 'example.com/m:1') => pod(`{name: m, image: "${image}", volumeMounts: [${mounts}]}`, OF_CONFIG);
const MOUNT = (index: number) => `/spec/containers/0/volumeMounts/${index}/mountPath`;
const SEVERAL = (directory: string) => `mount both by one projected volume at ${directory}, each file by itself with subPath, or this one in another directory`;
const API = joined(service('api', 'ports: [{port: 80, targetPort: 8080, nodePort: 30080}], type: NodePort'), pod('{name: m, image: "example.com/m:1", ports: [{containerPort: 8080}]}', '', 'api'));
const calling = (url: string) => joined(API, variables(`{name: URL, value: "${url}"}`));
const listener = (rest: string) => `{apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {name: g}, spec: {gatewayClassName: c, listeners: [{name: http, port: 80, protocol: HTTP${rest}}]}}`;
const route = (rest: string, parent = '') => `{apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: {name: r}, spec: {parentRefs: [{name: g${parent}}], ${rest} rules: [{}]}}`;
const issuer = (kind: string, name: string, namespace = 'default') => `{apiVersion: cert-manager.io/v1, kind: ${kind}, metadata: {name: ${name}, namespace: ${namespace}}, spec: {}}`;
const certificate = (reference: string) => `{apiVersion: cert-manager.io/v1, kind: Certificate, metadata: {name: a}, spec: {secretName: a, issuerRef: {${reference}}}}`;
const chown = (script: string, context: string) => pod(`{name: m, image: "example.com/m:1", command: [sh, -c, "${script}"], securityContext: {${context}}}`);
const WITHOUT_CHOWN = 'remove it, and write fsGroup in the security context of the pod, by which the kubelet gives the volume to a group; or give this container runAsUser: 0, runAsNonRoot: false and the capability CHOWN';

const CASES: Readonly<Record<string, readonly [string, string, readonly string[]][]>> = {
  'unfilled-placeholder': [
    ['a variable that stands later', variables('{name: U, value: "http://${H}/"}, {name: H, value: h}'), [`warning ${VALUE()}: write $(H), and the variable H before U`]],
    ['without braces', variables('{name: HOST, value: h}, {name: U, value: "http://$HOST/"}'), [`warning ${VALUE(1)}: write $(HOST)`]],
    ['the whole value', variables('{name: U, value: "${TAG}"}'), [`warning ${VALUE()}: fill in \${TAG} before you apply, such as with envsubst`]],
    ['part of a text', variables('{name: U, value: "on ${day} at ${time}"}'), []],
    ['a password', variables('{name: P, value: "pa$SWORD"}'), []],
    ['what the container knows itself', variables('{name: U, value: "${HOSTNAME}"}'), []],
    ['perhaps from elsewhere', variables('{name: U, value: "${TAG}"}', ', envFrom: [{configMapRef: {name: c}}]'), []],
    ['a program that fills it in', variables('{name: H, value: h}, {name: U, value: "${H}"}', ', command: [sh, -c, "eval run $U"]'), []],
    ['Spring', variables('{name: H, value: h}, {name: SPRING_DATASOURCE_URL, value: "jdbc:postgresql://${H}/a"}'), []],
    ['a format', variables('{name: LOG_FORMAT, value: "${time}"}'), []],
  ],
  'image-name': [
    ['a placeholder', pod('{name: m, image: "${REGISTRY}/m:1"}'), ['error /spec/containers/0/image: fill in ${REGISTRY} before you apply, such as with envsubst: Kubernetes takes it as it stands']],
  ],
  'schema-type': [
    ['a placeholder', '{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {terminationGracePeriodSeconds: "${GRACE}", containers: [{name: m, image: "m:1"}]}}',
      ['error /spec/terminationGracePeriodSeconds: fill in ${GRACE} before you apply, such as with envsubst: Kubernetes takes it as it stands']],
  ],
  'format-name': [
    ['a placeholder', pod('{name: "${NAME}", image: "m:1"}'), ['error /spec/containers/0/name: fill in ${NAME} before you apply, such as with envsubst: Kubernetes takes it as it stands']],
  ],
  'format-base64': [
    ['nothing is told of bytes', '{apiVersion: v1, kind: Secret, metadata: {name: a}, data: {p: "pa$SWORD1!"}}', ['error /data/p: write base64']],
  ],
  'variable-not-expanded': [
    ['behind an option', pod('{name: m, image: "mysql:8.4", env: [{name: PW, value: x}], livenessProbe: {exec: {command: [mysqladmin, ping, "-p$PW"]}}}'),
      ['warning /spec/containers/0/livenessProbe/exec/command/2: call a shell: [sh, -c, <the line with "$PW">]']],
    ['in Java without braces', pod('{name: m, image: "m:1", command: [java], args: ["$OPTS", -jar], env: [{name: OPTS, value: x}]}'), ['warning /spec/containers/0/args/0: write $(OPTS)']],
    ['in Java with braces', pod('{name: m, image: "m:1", command: [java], args: ["-Da=${OPTS}", -jar], env: [{name: OPTS, value: x}]}'), []],
  ],
  'file-in-config-volume': [
    ['a file of the same ConfigMap', joined(config('a: x'), mounted('{name: c, mountPath: /e}, {name: c, mountPath: /e/b, subPath: a}')), [`warning ${MOUNT(1)}: ${SEVERAL('/e')}`]],
    ['a file that another container wrote', joined(config('a: x'), mounted('{name: c, mountPath: /e/}, {name: e, mountPath: /e/n.json, subPath: n.json}')), [`warning ${MOUNT(1)}: ${SEVERAL('/e')}`]],
    ['a directory', joined(config('a: x'), mounted('{name: c, mountPath: /e}, {name: s, mountPath: /e/s}, {name: e, mountPath: /e/t, subPath: t}')), []],
    ['in a directory that can be written to', joined(config('a: x'), mounted('{name: e, mountPath: /e}, {name: c, mountPath: /e/a, subPath: a}')), []],
    ['side by side', joined(config('a: x'), mounted('{name: c, mountPath: /e/a, subPath: a}, {name: s, mountPath: /e/b, subPath: b}')), []],
  ],
  'hidden-image-file': [
    ['no nginx.conf', joined(config('default.conf: x'), mounted('{name: c, mountPath: /etc/nginx/}', 'nginx:1.27')),
      [`warning ${MOUNT(0)}: write mountPath: /etc/nginx/default.conf with subPath: default.conf, or add nginx.conf to what is mounted`]],
    ['all that it reads', joined(config('nginx.conf: "include mime.types;", mime.types: x'), mounted('{name: c, mountPath: /etc/nginx}', 'nginx:1.27')), []],
    ['the rest from elsewhere', joined(config('nginx.conf: "include mime.types;"'), mounted('{name: c, mountPath: /etc/nginx}, {name: e, mountPath: /etc/nginx/mime.types, subPath: m}', 'nginx:1.27')), []],
    ['a ConfigMap that is not here', mounted('{name: c, mountPath: /etc/nginx}', 'nginx:1.27'), []],
    ['another program', joined(config('default.conf: x'), pod('{name: m, image: "nginx:1.27", command: [sh, -c, "nginx -c /x"], volumeMounts: [{name: c, mountPath: /etc/nginx}]}', OF_CONFIG)), []],
  ],
  'port-not-served': [
    ['the port of the pods', calling('http://api:8080/'), [`warning ${VALUE()}: write api:80`]],
    ['the port of the nodes', calling('http://api:30080/'), [`warning ${VALUE()}: write api:80`]],
    ['its own port', calling('http://api:80/'), []],
    ['the port of the scheme', calling('http://api/'), []],
    ['a headless Service', joined(service('api', 'clusterIP: None, ports: [{port: 80, targetPort: 8080}]'), variables('{name: URL, value: "http://api:8080/"}')), []],
    ['a host of the pod', joined(API, pod('{name: m, image: "m:1", env: [{name: URL, value: "http://api:8080/"}]}', 'hostAliases: [{ip: 10.0.0.1, hostnames: [api]}],')), []],
    ['a port that leads nowhere', calling('http://api:9/'), []],
    ['waits for it', joined(API, pod('{name: m, image: "m:1", command: [sh, -c, "until nc -z api 8080; do sleep 1; done"]}')), ['warning /spec/containers/0/command/2: write api:80']],
  ],
  'route-matches-no-listener': [
    ['another port', joined(listener(''), route('', ', port: 8080')), ['warning /spec/parentRefs/0/port: write port: 80']],
    ['another host', joined(listener(', hostname: "*.example.com"'), route('hostnames: [example.org, example.com],')),
      ['warning /spec/hostnames: write a host name that a listener takes, or add a listener with this one']],
    ['a host of the star', joined(listener(', hostname: "*.example.com"'), route('hostnames: [example.org, a.b.example.com],')), []],
    ['a star in the route', joined(listener(', hostname: a.example.com'), route('hostnames: ["*.example.com"],')), []],
    ['a Gateway that is not here', route('', ', sectionName: https'), []],
    ['listeners from elsewhere', joined(listener('').replace('listeners', 'allowedListeners: {namespaces: {from: All}}, listeners'), route('', ', sectionName: https')), []],
  ],
  'issuer-kind': [
    ['a kind that is an Issuer here', joined(issuer('Issuer', 'i'), certificate('name: i, kind: ClusterIssuer')), ['warning /spec/issuerRef: write kind: Issuer in issuerRef']],
    ['both are here', joined(issuer('Issuer', 'i'), issuer('ClusterIssuer', 'i'), certificate('name: i')), []],
    ['an Issuer of another namespace', joined(issuer('Issuer', 'i', 'other'), certificate('name: i, kind: ClusterIssuer')), []],
    ['neither is here', joined(issuer('ClusterIssuer', 'j'), certificate('name: i')), []],
    ['of another program', joined(issuer('ClusterIssuer', 'i'), certificate('name: i, group: awspca.cert-manager.io')), []],
  ],
  'chown-needs-root': [
    ['the capability is dropped', chown('chown -R 1:1 /d', 'runAsUser: 0, capabilities: {drop: [ALL]}'), [`warning /spec/containers/0/command/2: ${WITHOUT_CHOWN}`]],
    ['and given again', chown('chown -R 1:1 /d', 'runAsUser: 0, capabilities: {drop: [ALL], add: [CHOWN]}'), []],
    ['it may fail', chown('chown -R 1:1 /d || true', 'runAsUser: 1000'), []],
    ['nobody knows the user', chown('chown -R 1:1 /d', ''), []],
  ],
  'unreplicated-database': [
    ['told to stay alone', '{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: e}, spec: {serviceName: e, replicas: 3, selector: {matchLabels: {app: e}}, template: {metadata: {labels: {app: e}}, '
      + 'spec: {containers: [{name: m, image: "elasticsearch:8.15.3", env: [{name: discovery.type, value: single-node}]}]}}}}',
    ['warning /spec/replicas: write replicas: 1, or set up replication, best with an operator of this database']],
  ],
  'listens-on-loopback': [
    ['told by a file', joined(config('redis.conf: "bind 127.0.0.1"'), service('a', 'ports: [{port: 6379}]'),
      pod('{name: m, image: "redis:7.4", command: [redis-server, /etc/redis/redis.conf], volumeMounts: [{name: c, mountPath: /etc/redis}]}', OF_CONFIG)),
    ["warning /spec/containers/0/volumeMounts/0: write 'bind * -::*' in this file, and let a password or a NetworkPolicy keep others out"]],
  ],
  'class-parameters': [
    ['a field of the class', '{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: a}, provisioner: example.com/a, parameters: {reclaimPolicy: Retain}}',
      ['warning /parameters/reclaimPolicy: move it out of parameters: reclaimPolicy: Retain']],
  ],
  'missing-config-map': [
    ['the name that kustomize made', joined(config('a: x').replace('name: c', 'name: c-7g2k5m9f8t'), pod('{name: m, image: "m:1", envFrom: [{configMapRef: {name: c}}]}')),
      ['warning /spec/containers/0/envFrom/0/configMapRef/name: write c-7g2k5m9f8t']],
    ['the prefix of who asks', joined(config('a: x').replace('name: c', 'name: dev-c'), pod('{name: m, image: "m:1", envFrom: [{configMapRef: {name: c}}]}', '', 'dev-a')),
      ['warning /spec/containers/0/envFrom/0/configMapRef/name: write dev-c']],
    ['another prefix', joined(config('a: x').replace('name: c', 'name: dev-c'), pod('{name: m, image: "m:1", envFrom: [{configMapRef: {name: c}}]}')),
      ["warning /spec/containers/0/envFrom/0/configMapRef/name: add ConfigMap 'c' in namespace 'default' to the manifests, or declare it if it exists already"]],
  ],
};

describe.each(Object.entries(CASES))('%s', (id, cases) => {
  test.each(cases)('%s', (_, yaml, expected) => {
    const found = problems(id, yaml);

    expect(found).toEqual(expected);
  });
});

test('a Gateway may read a Secret of another namespace only if a ReferenceGrant says so', () => {
  const gateway = listener(', tls: {certificateRefs: [{name: s, namespace: certs}]}');
  const secret = '{apiVersion: v1, kind: Secret, metadata: {name: s, namespace: certs}}';
  const grant = '{apiVersion: gateway.networking.k8s.io/v1beta1, kind: ReferenceGrant, metadata: {name: g, namespace: certs}, spec: '
    + '{from: [{group: gateway.networking.k8s.io, kind: Gateway, namespace: default}], to: [{group: "", kind: Secret}]}}';

  const [without, allowed] = [joined(gateway, secret), joined(gateway, secret, grant)].map(yaml => problems('missing-reference-grant', yaml));

  expect(without).toHaveLength(1);
  expect(allowed).toEqual([]);
});
