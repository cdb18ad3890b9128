import { mountPathsOf, podTemplateOf } from '../../src/kubernetes/workload';

test('a volume is where the first container has it', () => {
  const mounts = (...paths: string[]) => ({ volumeMounts: paths.map(mountPath => ({ name: 'data', mountPath })) });
  const template = podTemplateOf({ apiVersion: 'v1', kind: 'Pod', spec: { initContainers: [mounts('/init')], containers: [mounts('/data', '/more')] } })!;

  expect(mountPathsOf(template).get('data')).toBe('/init');
});
