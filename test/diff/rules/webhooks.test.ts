import { found, object } from '../support';

const PODS = { apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'] };
const webhook = (failurePolicy: string | undefined, more: object = {}) => object('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', {
  webhooks: [{ name: 'guard.example.com', failurePolicy, rules: [PODS], ...more }],
});
const changes = (before: object, after: object) => found('webhook-stops-all-pods', [before as any], [after as any]);

describe('webhook-stops-all-pods: a webhook that every new pod has to wait for', () => {
  test('Fail, which is also the default', () => {
    expect([changes(webhook('Ignore'), webhook('Fail')), changes(webhook('Ignore'), webhook(undefined))].map(([change]) => change.path))
      .toEqual(['/webhooks/0/failurePolicy', '/webhooks/0/failurePolicy']);
  });

  test('a selector that goes', () => {
    expect(changes(webhook('Fail', { objectSelector: { matchLabels: { guard: 'yes' } } }), webhook('Fail', { objectSelector: {} }))).toHaveLength(1);
  });

  test.each([
    ['it was so before', webhook('Fail'), webhook('Fail', { timeoutSeconds: 3 })],
    ['namespaces are left out', webhook('Ignore'), webhook('Fail', { namespaceSelector: { matchExpressions: [{ key: 'guard', operator: 'Exists' }] } })],
    ['it is not asked about pods', webhook('Ignore'), webhook('Fail', { rules: [{ ...PODS, apiGroups: ['apps'], resources: ['deployments'] }] })],
  ])('is no danger if %s', (_, before, after) => {
    expect(changes(before, after)).toEqual([]);
  });
});
