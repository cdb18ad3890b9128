import { Namespace, PodSecurity } from '../../src/constructs/namespace';
import { newChart, only, refusals } from '../support/synth';

test('enforces Pod Security restricted by default', () => {
  const chart = newChart('db');

  const namespace = new Namespace(chart, 'db');

  expect(namespace.name).toBe('db');
  expect(only(chart, 'Namespace').metadata).toEqual({ name: 'db', labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } });
});

test('enforces what is asked for', () => {
  const chart = newChart('');

  new Namespace(chart, 'logs', { name: 'logging', podSecurity: PodSecurity.PRIVILEGED, labels: { team: 'ops' } });

  expect(only(chart, 'Namespace').metadata).toEqual({ name: 'logging', labels: { 'team': 'ops', 'pod-security.kubernetes.io/enforce': 'privileged' } });
});

test('a wrong name is refused', () => {
  const chart = newChart('');

  new Namespace(chart, 'My_Space');

  expect(refusals(chart)).toEqual([expect.stringContaining("write 'name: \"my-space\"'")]);
});
