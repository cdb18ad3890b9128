import { diff } from '../../../src/diff/diff';
import { ApiModel } from '../../../src/kubernetes/api/model';
import { Manifest } from '../../../src/kubernetes/manifest';
import { object, refusals } from '../support';

type Fields = Record<string, any>;

const pod = (spec: Fields = {}, container: Fields = {}): Manifest => object('v1', 'Pod', { spec: { containers: [{ name: 'a', image: 'a:1', ...container }], ...spec } });
const NOT_READY = { key: 'node.kubernetes.io/not-ready', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 };
const GATED = { schedulingGates: [{ name: 'a.b/c' }] };
const onZone = (...values: string[]) => ({ affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: values.map(value => ({ key: 'zone', operator: 'In', values: [value] })) }] } } } });

describe('a Pod that runs', () => {
  test.each([
    ['another image', pod(), pod({}, { image: 'b:1' })],
    ['one toleration more', pod(), pod({ tolerations: [{ operator: 'Exists' }] })],
    ['what every pod tolerates', pod({ tolerations: [NOT_READY] }), pod()],
    ['what every pod tolerates for other taints', pod({ tolerations: [NOT_READY] }), pod({ tolerations: [{ key: 'a', operator: 'Exists', effect: 'NoExecute' }] })],
    ['no account, which apply leaves under its old name', pod({ serviceAccountName: 'a' }), pod()],
    ['the account that it has anyway', pod(), pod({ serviceAccountName: 'default' })],
    ['a toleration with its empty fields written out', pod({ tolerations: [{ key: 'a', operator: 'Exists' }] }), pod({ tolerations: [{ key: 'a', operator: 'Exists', value: '', effect: '' }] })],
    ['one second to end, written as less than none', pod({ terminationGracePeriodSeconds: 1 }), pod({ terminationGracePeriodSeconds: -5 })],
    ['one second to end, and no longer less than none', pod({ terminationGracePeriodSeconds: -5 }), pod({ terminationGracePeriodSeconds: 1 })],
    ['a first deadline', pod(), pod({ activeDeadlineSeconds: 60 })],
  ])('takes %s', (_, before, after) => {
    expect(refusals(before, after)).toEqual([]);
  });

  test('takes fields that the server drops', () => {
    const after = pod({ hostUsers: true }, { resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'NotRequired' }] });

    expect(refusals(pod(), after, [], '1.27')).toEqual([]);
    expect(refusals(pod(), after)).toEqual([['pod-immutable', '/spec/containers/0/resizePolicy'], ['pod-immutable', '/spec/hostUsers']]);
  });

  test.each([
    ['a second container', pod(), pod({ containers: [{ name: 'a', image: 'a:1' }, { name: 'b', image: 'b:1' }] })],
    ['another account', pod({ serviceAccountName: 'a' }), pod({ serviceAccountName: 'b' })],
    ['what every pod tolerates as another toleration of the same taint', pod({ tolerations: [NOT_READY] }), pod({ tolerations: [{ ...NOT_READY, operator: 'Equal' }] })],
    ['what every pod tolerates as one of all taints', pod({ tolerations: [NOT_READY] }), pod({ tolerations: [{ operator: 'Exists', effect: 'NoExecute' }] })],
    ['other limits', pod(), pod({}, { resources: { limits: { cpu: '1' } } })],
    ['less than no time to end, which is one second', pod({ terminationGracePeriodSeconds: 2 }), pod({ terminationGracePeriodSeconds: -5 })],
    ['another restart policy', pod(), pod({ restartPolicy: 'Never' })],
    ['an empty affinity, which is not the same as none', pod(), pod({ affinity: {} })],
    ['no deadline any more', pod({ activeDeadlineSeconds: 60 }), pod()],
    ['a gate', pod(), pod(GATED)],
    ['a node selector', pod(), pod({ nodeSelector: { a: 'b' } })],
  ])('refuses %s', (_, before, after) => {
    expect(refusals(before, after).map(([rule]) => rule)).toContain('pod-immutable');
  });
});

test('from 1.33 on, cpu and memory change through a subresource of the Pod', () => {
  const fixes = (version: string) => diff([pod()], [pod({}, { resources: { requests: { cpu: '1' } } })], { model: ApiModel.of(version) }).changes.map(({ fix }) => fix);

  expect(fixes('1.33')[0]).toContain('--subresource resize');
  expect(fixes('1.32')[0]).not.toContain('resize');
});

describe('a Pod behind a gate', () => {
  const gated = (spec: Fields = {}) => pod({ ...GATED, ...spec });

  test.each([
    ['a node selector', gated(), gated({ nodeSelector: { a: 'b' } })],
    ['a node affinity', gated(), gated(onZone('a'))],
    ['one condition more', gated(onZone('a')), gated(onZone('a', 'b'))],
    ['an open gate', gated(), pod()],
  ])('takes %s', (_, before, after) => {
    expect(refusals(before, after)).toEqual([]);
  });

  test('takes fields that the server drops', () => {
    const after = pod({ hostUsers: true }, { resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'NotRequired' }] });

    expect(refusals(pod(), after, [], '1.27')).toEqual([]);
    expect(refusals(pod(), after)).toEqual([['pod-immutable', '/spec/containers/0/resizePolicy'], ['pod-immutable', '/spec/hostUsers']]);
  });

  test.each([
    ['another node', gated({ nodeSelector: { a: 'b' } }), gated({ nodeSelector: { a: 'c' } })],
    ['another affinity', gated(onZone('a')), gated(onZone('b'))],
    ['an empty affinity', gated(), gated({ affinity: {} })],
    ['no affinity in place of an empty one', gated({ affinity: {} }), gated()],
    ['an affinity to pods', gated(), gated({ affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'zone', labelSelector: { matchLabels: { a: 'b' } } }] } } })],
  ])('refuses %s', (_, before, after) => {
    expect(refusals(before, after).map(([rule]) => rule)).toContain('pod-immutable');
  });
});
