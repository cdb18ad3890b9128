import { container, testRules, pod } from './rule-cases';

describe('1.36', () => {
  testRules([
    ['users of its own, processes of the node', pod('hostUsers: false, hostPID: true'), 'host-users /spec/hostPID'],
    ['users of the node', pod('hostUsers: true, hostPID: true, hostNetwork: true')],
    ['a block device', container('volumeDevices: [{name: a, devicePath: /dev/a}]', 'hostUsers: false, volumes: [{name: a, persistentVolumeClaim: {claimName: a}}]'), 'host-users /spec/containers/0/volumeDevices'],
    ['all of /proc', container('securityContext: {procMount: Unmasked}'), 'proc-mount /spec/containers/0/securityContext/procMount'],
    ['all of /proc with users of its own', container('securityContext: {procMount: Unmasked}', 'hostUsers: false')],
  ], '1.36');
});

describe('1.33', () => {
  testRules([
    ['a block device', container('volumeDevices: [{name: a, devicePath: /dev/a}]', 'hostUsers: false, volumes: [{name: a, persistentVolumeClaim: {claimName: a}}]')],
  ], '1.33');
});

describe('1.32 drops hostUsers and resets procMount', () => {
  testRules([
    ['both', container('securityContext: {procMount: Unmasked}', 'hostUsers: false, hostPID: true')],
  ], '1.32');
});
