import { container, testRules, pod, workload } from './rule-cases';

testRules([
  ['an init container may not share a name', pod('initContainers: [{name: web, image: a:1}]'), 'duplicate-container-name /spec/initContainers/0/name'],
  ['host ports on different addresses do not clash', container('ports: [{containerPort: 80, hostPort: 80, hostIP: 10.0.0.1}, {containerPort: 81, hostPort: 80, hostIP: 10.0.0.2}]')],
  ['host ports of different protocols do not clash', container('ports: [{containerPort: 80, hostPort: 80}, {containerPort: 80, hostPort: 80, protocol: UDP}]')],
  ['no protocol means TCP', container('ports: [{containerPort: 80, hostPort: 80}, {containerPort: 81, hostPort: 80, protocol: TCP}]'), 'duplicate-host-port /spec/containers/0/ports/1/hostPort'],
  ['with hostNetwork every port is a host port',
    container('ports: [{containerPort: 80}, {containerPort: 80}]', 'hostNetwork: true'), 'duplicate-host-port /spec/containers/0/ports/1/containerPort'],
  ['init containers run one by one, so they may use the same host port',
    pod('initContainers: [{name: a, image: a:1, ports: [{containerPort: 1, hostPort: 9}]}, {name: b, image: a:1, ports: [{containerPort: 1, hostPort: 9}]}]')],
  ['one init container may not use a host port twice',
    pod('initContainers: [{name: a, image: a:1, ports: [{containerPort: 1, hostPort: 9}, {containerPort: 2, hostPort: 9}]}]'),
    'duplicate-host-port /spec/initContainers/0/ports/1/hostPort'],
  ['ports without names do not clash', container('ports: [{containerPort: 80}, {containerPort: 81}]')],
  ['every field that an init container cannot have is named', pod('initContainers: [{name: a, image: a:1, lifecycle: {}, startupProbe: {}, readinessProbe: null}]'),
    'init-container-field /spec/initContainers/0/lifecycle', 'init-container-field /spec/initContainers/0/startupProbe'],
  ['the Pod of a Deployment is refused for spaces around its image', workload('Deployment', '', 'initContainers: [{name: a, image: " a:1"}]'),
    'image-whitespace /spec/template/spec/initContainers/0/image'],
  ['containers that are no mappings are left to the schema', pod('initContainers: [a, null, 3]')],
]);
