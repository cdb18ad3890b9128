import { handlersOf, mountPathsOf, podTemplateOf } from '../../src/kubernetes/workload';

test('a volume is where the first container has it', () => {
  const mounts = (...paths: string[]) => ({ volumeMounts: paths.map(mountPath => ({ name: 'data', mountPath })) });
  const template = podTemplateOf({ apiVersion: 'v1', kind: 'Pod', spec: { initContainers: [mounts('/init')], containers: [mounts('/data', '/more')] } })!;

  expect(mountPathsOf(template).get('data')).toBe('/init');
});

test('probes and hooks of a container stand at their places', () => {
  const container = { readinessProbe: { exec: {} }, livenessProbe: 'none', lifecycle: { preStop: { sleep: { seconds: 1 } } } };

  expect(handlersOf(container)).toEqual([
    { by: 'probe', handler: { exec: {} }, at: '/readinessProbe' },
    { by: 'hook', handler: { sleep: { seconds: 1 } }, at: '/lifecycle/preStop' },
  ]);
});
