import { Size } from 'cdk8s';
import { PersistentVolumeAccessMode } from 'cdk8s-plus-27';
import { NetworkPeer, NodeAgent, Storage } from '../../src';
import { restrictedViolations } from '../support/pod-security';
import { newChart, only, refusals, synth } from '../support/synth';

const IMAGE = 'fluent/fluentd:v1.17.1-1.0';

test('runs on every node, control plane included', () => {
  const chart = newChart();

  const agent = new NodeAgent(chart, 'logs', { image: IMAGE });

  const { spec } = only(chart, 'DaemonSet');
  expect(spec.selector.matchLabels).toEqual(agent.selectorLabels);
  expect(spec.template.spec.tolerations).toEqual([
    { key: 'node-role.kubernetes.io/control-plane', operator: 'Exists', effect: 'NoSchedule' },
    { key: 'node-role.kubernetes.io/master', operator: 'Exists', effect: 'NoSchedule' },
  ]);
  expect(spec.template.spec.topologySpreadConstraints).toBeUndefined();
  expect(agent.serviceAccount.name).toBe('logs');
});

test('stays away from the control plane when told, and tolerates what it is told', () => {
  const chart = newChart();

  new NodeAgent(chart, 'logs', { image: IMAGE, controlPlane: false, placement: { tolerations: [{ key: 'gpu', operator: 'Exists' }] } });

  expect(only(chart, 'DaemonSet').spec.template.spec.tolerations).toEqual([{ key: 'gpu', operator: 'Exists' }]);
});

test('sees directories of the node, and may not write to them unless told', () => {
  const chart = newChart();

  new NodeAgent(chart, 'logs', { image: IMAGE, user: 0, hostDirectories: [{ path: '/var/log' }, { path: '/opt/data', mountPath: '/data', readOnly: false }] });

  const { volumes, containers: [container] } = only(chart, 'DaemonSet').spec.template.spec;
  expect(volumes).toEqual([{ name: 'host-var-log', hostPath: { path: '/var/log' } }, { name: 'host-opt-data', hostPath: { path: '/opt/data' } }]);
  expect(container.volumeMounts).toEqual([{ name: 'host-var-log', mountPath: '/var/log', readOnly: true }, { name: 'host-opt-data', mountPath: '/data' }]);
});

test('satisfies Pod Security restricted without them', () => {
  const chart = newChart();

  new NodeAgent(chart, 'logs', { image: IMAGE });

  expect(restrictedViolations(only(chart, 'DaemonSet').spec.template)).toEqual([]);
});

test('can have files, a NetworkPolicy and volumes like any app', () => {
  const chart = newChart();

  new NodeAgent(chart, 'logs', {
    image: IMAGE,
    files: [{ path: '/etc/a', content: 'a' }],
    allowFrom: [NetworkPeer.namespace('shop')],
    volumes: [{ name: 'buffer', mountPath: '/buffer', size: Size.gibibytes(1), storage: Storage.emptyDir() }],
  });

  expect(synth(chart).map(({ kind }) => kind)).toEqual(['ServiceAccount', 'ConfigMap', 'DaemonSet', 'NetworkPolicy']);
  expect(only(chart, 'DaemonSet').spec.template.spec.containers[0].volumeMounts[0]).toEqual({ name: 'buffer', mountPath: '/buffer' });
});

test('the access modes of a volume that each pod has for itself say nothing about the other nodes', () => {
  const chart = newChart();
  const accessModes = [PersistentVolumeAccessMode.READ_WRITE_ONCE_POD];

  new NodeAgent(chart, 'logs', { image: IMAGE, volumes: [{ name: 'buffer', mountPath: '/buffer', size: Size.gibibytes(1), storage: Storage.ephemeral(), accessModes }] });

  expect(only(chart, 'DaemonSet').spec.template.spec.volumes).toEqual([{ name: 'buffer', ephemeral: { volumeClaimTemplate: { spec: expect.objectContaining({ accessModes }) } } }]);
});

test('relative and repeated directories are refused', () => {
  const chart = newChart();

  new NodeAgent(chart, 'logs', { image: IMAGE, hostDirectories: [{ path: 'var/log' }, { path: '/a' }, { path: '/a', mountPath: '/b' }] });

  expect(refusals(chart)).toEqual([expect.stringContaining("got 'var/log'"), expect.stringContaining("two 'hostDirectories' have the path '/a'")]);
});
