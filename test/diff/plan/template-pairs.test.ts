import { commands, one, planOf } from './support';
import { claimTemplate, podTemplate } from '../support';

describe('pairs of claim templates', () => {
  const mounted = (...mounts: [name: string, path: string][]) => one({
    template: podTemplate({ volumeMounts: mounts.map(([name, mountPath]) => ({ name, mountPath })) }),
    volumeClaimTemplates: mounts.map(([name]) => claimTemplate(name)),
  });

  test('are those mounted at the same place', () => {
    const plan = planOf([mounted(['data', '/data'], ['wal', '/wal'])], [mounted(['log', '/wal'], ['files', '/data'])]);

    expect(commands(plan.steps).filter(command => command.startsWith('apply PersistentVolumeClaim'))).toEqual([
      'apply PersistentVolumeClaim files-db-0', 'apply PersistentVolumeClaim log-db-0',
    ]);
  });

  test('are none where data would end up in another place', () => {
    const plan = planOf([mounted(['data', '/data'], ['wal', '/wal'])], [mounted(['data', '/data'], ['cache', '/cache'], ['tmp', '/tmp'])]);

    expect(commands(plan.steps).some(command => command.includes('PersistentVolumeClaim'))).toBe(false);
    expect(plan.limits.join(' ')).toContain('stay where they are: wal-db-0.');
  });
  test('are looked for, too, where a mount has a name that is no text and has none', () => {
    const odd = { toString: { a: 1 } } as unknown as string;

    expect(() => planOf([mounted(['data', '/data'], [odd, '/odd'])], [mounted(['log', '/data'], [odd, '/odd'])])).not.toThrow();
  });

  test('are two that ask for the same, also where one has the defaults of a cluster', () => {
    const unmounted = (name: string, spec: Record<string, unknown> = {}) =>
      one({ template: podTemplate({ volumeMounts: [] }), volumeClaimTemplates: [claimTemplate(name, spec)] });

    const plan = planOf([unmounted('data', { volumeMode: 'Filesystem' })], [unmounted('files')]);

    expect(commands(plan.steps)).toContain('apply PersistentVolumeClaim files-db-0');
  });
});
