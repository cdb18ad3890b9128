import { object, warns } from '../object/rule-cases';

const pod = (one: string, other = '', spec = '') =>
  object(`{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: a, ports: [${one}]}, {name: log, image: a, ports: [${other}]}], ${spec}}}`);
const OVERLAP = 'container-port-overlap /spec/containers/1/ports/0/containerPort';

describe('ports of a Pod', () => warns([
  ['one protocol each', pod('{containerPort: 80}', '{containerPort: 80, protocol: UDP}')],
  ['at different ports of the node', pod('{containerPort: 80, hostPort: 80}', '{containerPort: 80, hostPort: 81}')],
  ['at different addresses of the node', pod('{containerPort: 80, hostPort: 80, hostIP: 10.0.0.1}', '{containerPort: 80, hostPort: 80, hostIP: 10.0.0.2}')],
  ['at all addresses and at one', pod('{containerPort: 80, hostPort: 80}', '{containerPort: 80, hostPort: 80, hostIP: 10.0.0.2}'), OVERLAP],
  ['at the node and not', pod('{containerPort: 80, hostPort: 80}', '{containerPort: 80}'), OVERLAP],
  ['an address without a port', pod('{containerPort: 80, hostIP: 10.0.0.1}'), 'container-port-overlap /spec/containers/0/ports/0'],
  ['one name', pod('{name: a, containerPort: 80}', '{name: a, containerPort: 81}'), 'shared-port-name /spec/containers/1/ports/0/name'],
], '1.33'));

describe('before the server looked', () => warns([
  ['one name', pod('{name: a, containerPort: 80}', '{name: a, containerPort: 81}')],
], '1.32'));
