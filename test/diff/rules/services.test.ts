import { found, object, podTemplate, statefulSet } from '../support';

const service = (spec: object = {}, name = 'db') => object('v1', 'Service', { spec: { clusterIP: 'None', selector: { app: 'db' }, ports: [{ port: 5432 }], ...spec } }, name);

describe('governing-service-changed: governing Service', () => {
  test('clusterIP: None that is left out takes effect the next time the Service is created', () => {
    const changes = found('governing-service-changed', [statefulSet(), service()], [statefulSet(), service({ clusterIP: undefined })]);

    expect(changes).toMatchObject([{ id: 'governing-service-changed:data/db/clusterIP', effect: 'access', path: '/spec/clusterIP', before: 'None' }]);
  });

  test('a selector that misses the pods takes their DNS names', () => {
    for (const selector of [{ app: 'other' }, undefined]) {
      const changes = found('governing-service-changed', [statefulSet(), service()], [statefulSet(), service({ selector })]);

      expect(changes).toMatchObject([{ effect: 'access', path: '/spec/selector' }]);
    }
  });

  test('removing it takes the DNS names of all pods', () => {
    expect(found('governing-service-changed', [statefulSet(), service()], [statefulSet()])).toMatchObject([{ id: 'governing-service-changed:data/db', effect: 'access', path: '' }]);
  });

  test('another port, another Service, or a Service that goes with its set is no danger', () => {
    const changes = [
      ...found('governing-service-changed', [statefulSet(), service()], [statefulSet(), service({ ports: [{ port: 5433 }] })]),
      ...found('governing-service-changed', [statefulSet(), service(), service({}, 'extra')], [statefulSet(), service()]),
      ...found('governing-service-changed', [statefulSet(), service()], []),
    ];

    expect(changes).toEqual([]);
  });
});

describe('selected-labels-removed: pod labels that something selected', () => {
  const labelled = (labels: object) => statefulSet({ template: podTemplate({}, {}, { app: 'db', ...labels }) });
  const selecting = (kind: string, apiVersion: string, spec: object) => object(apiVersion, kind, { spec });

  test.each([
    ['a Service', selecting('Service', 'v1', { selector: { tier: 'a' }, ports: [{ port: 1 }] })],
    ['a disruption budget', selecting('PodDisruptionBudget', 'policy/v1', { maxUnavailable: 1, selector: { matchLabels: { tier: 'a' } } })],
    ['a network policy', selecting('NetworkPolicy', 'networking.k8s.io/v1', { podSelector: { matchExpressions: [{ key: 'tier', operator: 'Exists' }] } })],
  ])('%s that picked the pods does not any more', (_, selector) => {
    const changes = found('selected-labels-removed', [labelled({ tier: 'a' }), selector], [labelled({}), selector]);

    expect(changes).toMatchObject([{ effect: 'access', path: '/spec/template/metadata/labels', object: { kind: 'StatefulSet' } }]);
  });

  test('labels that nothing selects, and a selector that changes with them, are no danger', () => {
    const old = selecting('Service', 'v1', { selector: { tier: 'a' }, ports: [{ port: 1 }] });
    const next = selecting('Service', 'v1', { selector: { tier: 'b' }, ports: [{ port: 1 }] });

    expect(found('selected-labels-removed', [labelled({ tier: 'a', x: 'y' }), old], [labelled({ tier: 'a' }), old])).toEqual([]);
    expect(found('selected-labels-removed', [labelled({ tier: 'a' }), old], [labelled({ tier: 'b' }), next])).toEqual([]);
  });
});

describe('a Service that governs several sets', () => {
  const labels = (app: string) => ({ app, role: 'member' });
  const sets = ['db', 'x'].map(app => statefulSet({ selector: { matchLabels: { app } }, template: podTemplate({}, {}, labels(app)) }, { name: app }));

  test('must match them all', () => {
    const changes = found('governing-service-changed', [...sets, service({ selector: { role: 'member' } })], [...sets, service({ selector: { app: 'db' } })]);

    expect(changes).toMatchObject([{ path: '/spec/selector' }]);
    expect(changes[0].message).toContain("'x'");
  });

  test('and stays a Service of this cluster', () => {
    const outside = service({ clusterIP: undefined, type: 'ExternalName', externalName: 'db.example.com' });

    expect(found('governing-service-changed', [statefulSet(), service()], [statefulSet(), outside])).toMatchObject([{ path: '/spec/type' }]);
  });
});

describe('selected-labels-removed: peers of a network policy', () => {
  const policy = object('networking.k8s.io/v1', 'NetworkPolicy', { spec: { podSelector: { matchLabels: { app: 'api' } }, ingress: [{ from: [{ podSelector: { matchLabels: { role: 'client' } } }] }] } });
  const client = (role: string) => statefulSet({ template: podTemplate({}, {}, { app: 'db', role }) });

  test('pods that were let in are not any more', () => {
    const changes = found('selected-labels-removed', [policy, client('client')], [policy, client('user')]);

    expect(changes).toMatchObject([{ id: 'selected-labels-removed:data/db/networking.k8s.io.NetworkPolicy.it.from' }]);
    expect(changes[0].message).toContain('lets in');
  });

  test('pods of other namespaces are not meant', () => {
    const elsewhere = { ...policy, spec: { podSelector: {}, ingress: [{ from: [{ namespaceSelector: {}, podSelector: { matchLabels: { role: 'client' } } }] }] } };

    expect(found('selected-labels-removed', [elsewhere, client('client')], [elsewhere, client('user')])).toEqual([]);
  });
});
