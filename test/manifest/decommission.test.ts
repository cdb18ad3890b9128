import { Manifest } from '../../src/kubernetes/manifest';
import { decommissionOf } from '../../src/manifest/decommission';

const set = (decommission?: unknown): Manifest => ({
  apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'ring', annotations: { 'cdk8s-stateful/decommission': decommission as string } },
});

test('a command is given as words', () => {
  expect(decommissionOf(set(' bash  /scripts/leave.sh '))).toEqual(['bash', '/scripts/leave.sh']);
});

test('members that leave by themselves need no command', () => {
  expect(decommissionOf(set('none'))).toEqual([]);
});

test.each([undefined, null, '', ' ', {}])('%p says nothing', decommission => {
  expect(decommissionOf(set(decommission))).toBeUndefined();
  expect(decommissionOf({ apiVersion: 'apps/v1', kind: 'StatefulSet' })).toBeUndefined();
});
