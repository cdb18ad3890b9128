import { HeadlessService } from '../../src';
import { Identity, claimName, dnsName, podName } from '../../src/cdk8s/identity';
import { newChart } from '../support/synth';

describe('Identity', () => {
  const construct = () => new HeadlessService(newChart(), 'redis', { selector: { app: 'x' } });

  test('takes the name from the construct id and the namespace from the chart', () => {
    const identity = new Identity(construct(), {});

    expect(identity.metadata()).toEqual({
      name: 'redis', namespace: 'web', labels: { 'app.kubernetes.io/name': 'redis', 'app.kubernetes.io/instance': 'redis' },
    });
  });

  test('prefers a given name and given selector labels', () => {
    const identity = new Identity(construct(), { name: 'rd', selectorLabels: { app: 'redis' } });

    expect(identity.name).toBe('rd');
    expect(identity.selectorLabels).toEqual({ app: 'redis' });
  });

  test('keeps labels of the user out of the selector', () => {
    const identity = new Identity(construct(), { labels: { team: 'shop' } });

    expect(identity.labels).toMatchObject({ team: 'shop' });
    expect(identity.selectorLabels).not.toHaveProperty('team');
  });

  test('names children after the app', () => {
    expect(new Identity(construct(), {}).metadata('files').name).toBe('redis-files');
  });
});

test('pods and claims are named as the StatefulSet controller names them', () => {
  expect(podName('redis', 2)).toBe('redis-2');
  expect(claimName('data', 'redis', 2)).toBe('data-redis-2');
});

test('DNS names are complete with a namespace and relative without', () => {
  expect(dnsName('redis', 'db', 'redis-0')).toBe('redis-0.redis.db.svc.cluster.local');
  expect(dnsName('redis', undefined, 'redis-0')).toBe('redis-0.redis');
  expect(dnsName('redis', 'db')).toBe('redis.db.svc.cluster.local');
});
