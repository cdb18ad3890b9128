import { container, testRules, pod } from './rule-cases';
import { checkManifests } from '../../../../src/checks/run';
import { ApiModel } from '../../../../src/kubernetes/api/model';

const RULE = 'restartPolicyRules: [{action: Restart, exitCodes: {operator: In, values: [42]}}]';
const sidecar = (fields: string) => pod(`initContainers: [{name: log, image: a:1, restartPolicy: Always, ${fields}}]`);
const init = (fields: string) => pod(`initContainers: [{name: log, image: a:1, ${fields}}]`);
const C = '/spec/containers/0';
const I = '/spec/initContainers/0';

describe('1.32: only init containers', () => {
  testRules([
    ['a container has no policy of its own', container('restartPolicy: Always'), `container-restart-policy ${C}/restartPolicy`],
    ['an init container that ends has none either', init('restartPolicy: Never'), `container-restart-policy ${I}/restartPolicy`],
    ['a sidecar may have probes and hooks', sidecar('livenessProbe: {exec: {command: [ls]}}, lifecycle: {preStop: {exec: {command: [ls]}}}')],
    ['which are checked like those of containers', sidecar('livenessProbe: {}'), `probe-handler ${I}/livenessProbe`],
    ['resize policies are dropped', container('resizePolicy: [{resourceName: disk, restartPolicy: Never}]')],
  ], '1.32');
});

describe('1.36: every container', () => {
  testRules([
    ['any of three policies', container('restartPolicy: OnFailure')],
    ['no other', container('restartPolicy: Sometimes'), `container-restart-policy ${C}/restartPolicy`],
    ['an empty text is no policy', container("restartPolicy: ''"), `container-restart-policy ${C}/restartPolicy`],
    ['rules with a policy', container(`restartPolicy: Never, ${RULE}`)],
    ['rules without a policy', container(RULE), `container-restart-rules ${C}/restartPolicy`],
    ['a rule without exit codes', container('restartPolicy: Never, restartPolicyRules: [{action: Restart}]'), `container-restart-rules ${C}/restartPolicyRules/0/exitCodes`],
    ['an unknown action', container(`restartPolicy: Never, ${RULE.replace('Restart,', 'Stop,')}`), `container-restart-rules ${C}/restartPolicyRules/0/action`],
    ['an unknown operator', container(`restartPolicy: Never, ${RULE.replace('In,', 'Is,')}`), `container-restart-rules ${C}/restartPolicyRules/0/exitCodes/operator`],
    ['one of them restarts all containers', container(`restartPolicy: Never, ${RULE.replace('Restart,', 'RestartAllContainers,')}`)],
    ['rules of a sidecar', sidecar(RULE)],
    ['too many rules', container(`restartPolicy: Never, restartPolicyRules: [${Array(21).fill('{action: Restart, exitCodes: {operator: In}}').join()}]`), `container-restart-rules ${C}/restartPolicyRules`],
    ['too many exit codes', container(`restartPolicy: Never, ${RULE.replace('[42]', `[${Array(256).fill(1).join()}]`)}`), `container-restart-rules ${C}/restartPolicyRules/0/exitCodes/values`],
    ['a resource that is not resized', container('resizePolicy: [{resourceName: disk, restartPolicy: NotRequired}]'), `resize-policy ${C}/resizePolicy/0/resourceName`],
    ['an unknown way to resize', container('resizePolicy: [{resourceName: cpu, restartPolicy: Never}]'), `resize-policy ${C}/resizePolicy/0/restartPolicy`],
    ['one resource twice', container('resizePolicy: [{resourceName: cpu, restartPolicy: NotRequired}, {resourceName: cpu, restartPolicy: NotRequired}]'), `resize-policy ${C}/resizePolicy/1/resourceName`],
    ['a restart in a Pod that never restarts', container('resizePolicy: [{resourceName: cpu, restartPolicy: RestartContainer}]', 'restartPolicy: Never'), `resize-policy ${C}/resizePolicy/0/restartPolicy`],
    ['a restart of an init container', init('resizePolicy: [{resourceName: cpu, restartPolicy: RestartContainer}]'), `resize-policy ${I}/resizePolicy/0/restartPolicy`],
    ['a restart of a sidecar', sidecar('resizePolicy: [{resourceName: cpu, restartPolicy: RestartContainer}]')],
  ], '1.36');
});

describe('1.35', () => {
  testRules([
    ['rules of a sidecar', sidecar(RULE), `container-restart-rules ${I}/restartPolicyRules`],
    ['no rule restarts all containers', container(`restartPolicy: Never, ${RULE.replace('Restart,', 'RestartAllContainers,')}`), `container-restart-rules ${C}/restartPolicyRules/0/action`],
    ['a restart of an init container', init('resizePolicy: [{resourceName: cpu, restartPolicy: RestartContainer}]')],
  ], '1.35');
});

describe('before sidecars were on', () => testRules([
  ['a policy of a container', container('restartPolicy: Always'), 'container-restart-policy /spec/containers/0/restartPolicy'],
], '1.28'));

describe('1.34: the server drops what it will take once the feature is on', () => {
  testRules([
    ['a policy of a container', container('restartPolicy: OnFailure')],
    ['an init container that ends', init('restartPolicy: Never')],
  ], '1.34');

  test.each([
    [container('restartPolicy: OnFailure'), [`dropped-field ${C}/restartPolicy`]],
    [sidecar('ports: []'), []],
  ])('and says nothing: %#', (manifest, expected) => {
    const findings = checkManifests([manifest], { scope: 'object', model: ApiModel.of('1.34') });

    expect(findings.filter(({ rule }) => rule === 'dropped-field').map(({ rule, path }) => `${rule} ${path}`)).toEqual(expected);
  });
});
