import { found, object, podTemplate, statefulSet } from '../support';

const service = (spec: object = {}, name = 'db') => object('v1', 'Service', { spec: { clusterIP: 'None', selector: { app: 'db' }, ports: [{ port: 5432 }], ...spec } }, name);

describe('D12: governing Service', () => {
  test('clusterIP: None that is left out takes effect the next time the Service is created', () => {
    const changes = found('D12', [statefulSet(), service()], [statefulSet(), service({ clusterIP: undefined })]);

    expect(changes).toMatchObject([{ id: 'D12:data/db/clusterIP', effect: 'access', path: '/spec/clusterIP', before: 'None' }]);
  });

  test('a selector that misses the pods takes their DNS names', () => {
    for (const selector of [{ app: 'other' }, undefined]) {
      const changes = found('D12', [statefulSet(), service()], [statefulSet(), service({ selector })]);

      expect(changes).toMatchObject([{ effect: 'access', path: '/spec/selector' }]);
    }
  });

  test('removing it takes the DNS names of all pods', () => {
    expect(found('D12', [statefulSet(), service()], [statefulSet()])).toMatchObject([{ id: 'D12:data/db', effect: 'access', path: '' }]);
  });

  test('another port, another Service, or a Service that goes with its set is no danger', () => {
    const changes = [
      ...found('D12', [statefulSet(), service()], [statefulSet(), service({ ports: [{ port: 5433 }] })]),
      ...found('D12', [statefulSet(), service(), service({}, 'extra')], [statefulSet(), service()]),
      ...found('D12', [statefulSet(), service()], []),
    ];

    expect(changes).toEqual([]);
  });
});

describe('D15: pod labels that something selected', () => {
  const labelled = (labels: object) => statefulSet({ template: podTemplate({}, {}, { app: 'db', ...labels }) });
  const selecting = (kind: string, apiVersion: string, spec: object) => object(apiVersion, kind, { spec });

  test.each([
    ['a Service', selecting('Service', 'v1', { selector: { tier: 'a' }, ports: [{ port: 1 }] })],
    ['a disruption budget', selecting('PodDisruptionBudget', 'policy/v1', { maxUnavailable: 1, selector: { matchLabels: { tier: 'a' } } })],
    ['a network policy', selecting('NetworkPolicy', 'networking.k8s.io/v1', { podSelector: { matchExpressions: [{ key: 'tier', operator: 'Exists' }] } })],
  ])('%s that picked the pods does not any more', (_, selector) => {
    const changes = found('D15', [labelled({ tier: 'a' }), selector], [labelled({}), selector]);

    expect(changes).toMatchObject([{ effect: 'access', path: '/spec/template/metadata/labels', object: { kind: 'StatefulSet' } }]);
  });

  test('labels that nothing selects, and a selector that changes with them, are no danger', () => {
    const old = selecting('Service', 'v1', { selector: { tier: 'a' }, ports: [{ port: 1 }] });
    const next = selecting('Service', 'v1', { selector: { tier: 'b' }, ports: [{ port: 1 }] });

    expect(found('D15', [labelled({ tier: 'a', x: 'y' }), old], [labelled({ tier: 'a' }), old])).toEqual([]);
    expect(found('D15', [labelled({ tier: 'a' }), old], [labelled({ tier: 'b' }), next])).toEqual([]);
  });
});
