import { trustingPortsOf } from '../../src/manifest/trusting-ports';

test.each([
  [{ 'cdk8s-stateful/trusting-ports': '4567,4444' }, ['4567', '4444']],
  [{ 'cdk8s-stateful/trusting-ports': ' 7000 , ' }, ['7000']],
  [{ other: '7000' }, []],
  [undefined, []],
])('a set with the annotations %p says %p', (annotations, ports) => {
  expect(trustingPortsOf({ apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'db', annotations } })).toEqual(ports);
});
