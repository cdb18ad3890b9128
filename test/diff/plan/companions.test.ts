import { commands, one, planOf } from './support';
import { object, podTemplate } from '../support';

describe('what a plan takes along', () => {
  const relabelled = one({ selector: { matchLabels: { name: 'db' } }, template: podTemplate({}, {}, { name: 'db' }) });
  const service = (selector: object) => object('v1', 'Service', { spec: { clusterIP: 'None', selector, ports: [{ port: 5432 }] } }, 'db');

  test('a Service that finds the pods by their new labels goes with the set', () => {
    const { steps } = planOf([one(), service({ app: 'db' })], [relabelled, service({ name: 'db' })]);

    expect(commands(steps)).toEqual(['check StatefulSet db', 'delete StatefulSet db', 'label Pod db-0', 'apply Service db', 'apply StatefulSet db', 'wait StatefulSet db']);
  });

  test('a new governing Service is there before the set is', () => {
    const other = { ...service({ app: 'db' }), metadata: { name: 'x', namespace: 'data' } };

    const { steps } = planOf([one()], [one({ serviceName: 'x' }), other]);

    expect(commands(steps).slice(0, 3)).toEqual(['check StatefulSet db', 'apply Service x', 'delete StatefulSet db']);
  });

  test('a namespace is created first, or must be there', () => {
    const moved = one({}, { namespace: 'prod' });
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'prod' } };

    expect(commands(planOf([one()], [moved, namespace]).steps)[2]).toBe('apply Namespace prod');
    expect(commands(planOf([one()], [moved]).steps)[2]).toBe('check Namespace prod');
  });

  test('what the server wrote into an exported set is not applied again', () => {
    const exported = { ...one(), metadata: { name: 'db', namespace: 'data', uid: 'u', resourceVersion: '7' }, status: { replicas: 1 } };

    const { wayBack } = planOf([exported], [one({ serviceName: 'x' })]);

    expect(wayBack.find(({ action }) => action === 'apply')!.manifests).toEqual([one()]);
  });
});
