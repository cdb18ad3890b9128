import { container, of, testRules } from './rule-cases';

testRules([
  ['two handlers are one too many', container('readinessProbe: {exec: {command: [a]}, tcpSocket: {port: 80}}'), 'probe-handler /spec/containers/0/readinessProbe/tcpSocket'],
  ['an explicit null is no handler', container('readinessProbe: {exec: null, tcpSocket: {port: 80}}')],
  ['a hook without a handler', container('lifecycle: {postStart: {}}'), 'lifecycle-handler /spec/containers/0/lifecycle/postStart'],
  ['a lifecycle without hooks is fine', container('lifecycle: {}')],
  ['a readiness probe may ask for more than one success', container('readinessProbe: {successThreshold: 3, grpc: {port: 80}}')],
  ['0 means the default', container('startupProbe: {successThreshold: 0, grpc: {port: 80}}')],
]);

const sleep = (seconds: string, spec = '') => container(`lifecycle: {preStop: {sleep: {${seconds}}}}`, spec);
const template = (seconds: string) => of('ReplicationController', 'v1', `spec: {template: {metadata: {labels: {a: b}}, spec: {
  terminationGracePeriodSeconds: -1, containers: [{name: web, image: a:1, lifecycle: {preStop: {sleep: {${seconds}}}}}]}}}`);
const AT = '/spec/containers/0/lifecycle/preStop/sleep';

describe('1.36', () => {
  testRules([
    ['a hook that sleeps as long as the Pod has', sleep('seconds: 5', 'terminationGracePeriodSeconds: 5')],
    ['a hook that sleeps longer', sleep('seconds: 6', 'terminationGracePeriodSeconds: 5'), `sleep-seconds ${AT}`],
    ['a hook that does not sleep', sleep('')],
    ['a Pod with less than no time to end has one second', sleep('seconds: 1', 'terminationGracePeriodSeconds: -1')],
    ['which is less than two', sleep('seconds: 2', 'terminationGracePeriodSeconds: -1'), `sleep-seconds ${AT}`],
    ['a template keeps less than no time', template('seconds: 0'), `sleep-seconds /spec/template${AT}`],
    ['a hook that sleeps and runs', container('lifecycle: {preStop: {sleep: {seconds: 1}, exec: {command: [ls]}}}'), 'lifecycle-handler /spec/containers/0/lifecycle/preStop/sleep'],
  ], '1.36');
});

describe('1.32', () => {
  const set = (seconds: number) => of('StatefulSet', 'apps/v1', `spec: {serviceName: a, selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {
    terminationGracePeriodSeconds: -1, containers: [{name: web, image: a:1, lifecycle: {preStop: {sleep: {seconds: ${seconds}}}}}]}}}`);
  testRules([
    ['a hook that does not sleep', sleep('seconds: 0'), `sleep-seconds ${AT}`],
    ['Pods of a set, whose template nobody looks at', set(1)],
    ['Pods of a set that sleep too long', set(2), `sleep-seconds /spec/template${AT}`],
  ], '1.32');
});

describe('1.29 leaves sleep out, and counts what is left', () => {
  testRules([
    ['a hook that only sleeps', sleep('seconds: 99'), 'lifecycle-handler /spec/containers/0/lifecycle/preStop'],
    ['a hook that sleeps and runs', container('lifecycle: {preStop: {sleep: {seconds: 1}, exec: {command: [ls]}}}')],
  ], '1.29');
});
