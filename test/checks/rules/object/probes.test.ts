import { container, judges } from './judge';

judges([
  ['two handlers are one too many', container('readinessProbe: {exec: {command: [a]}, tcpSocket: {port: 80}}'), 'probe-handler /spec/containers/0/readinessProbe/tcpSocket'],
  ['an explicit null is no handler', container('readinessProbe: {exec: null, tcpSocket: {port: 80}}')],
  ['a hook without a handler', container('lifecycle: {postStart: {}}'), 'lifecycle-handler /spec/containers/0/lifecycle/postStart'],
  ['a lifecycle without hooks is fine', container('lifecycle: {}')],
  ['a readiness probe may ask for more than one success', container('readinessProbe: {successThreshold: 3, grpc: {port: 80}}')],
  ['0 means the default', container('startupProbe: {successThreshold: 0, grpc: {port: 80}}')],
]);
