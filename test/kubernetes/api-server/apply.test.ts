import { ApiModel } from '../../../src/kubernetes/api/model';
import { applied } from '../../../src/kubernetes/api-server/apply';
import { stored } from '../../../src/kubernetes/api-server/defaults';
import { object, podTemplate } from '../../diff/support';

const MODEL = ApiModel.of('1.27');

/** What server-side apply stores, of what was applied before and now. */
function store(before: object, after: object) {
  const [old, next] = [before, after].map(spec => object('apps/v1', 'Deployment', { spec: { selector: {}, template: podTemplate(), ...spec } }));
  return stored(applied(stored(old, MODEL), old, next, MODEL), MODEL).spec;
}

const container = (fields: object) => ({ template: podTemplate(fields) });

test('a defaulted field that nobody wrote stays', () => {
  const { strategy } = store({}, { strategy: { type: 'Recreate' } });

  expect(strategy).toEqual({ type: 'Recreate', rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%' } });
});

test('a field that is left out goes with the defaults inside it', () => {
  const { template } = store(container({ livenessProbe: { httpGet: { port: 80 } } }), container({ livenessProbe: { tcpSocket: { port: 80 } } }));

  expect(template.spec.containers[0].livenessProbe).toMatchObject({ tcpSocket: { port: 80 }, periodSeconds: 10 });
  expect(template.spec.containers[0].livenessProbe.httpGet).toBeUndefined();
});

test('items are merged by their key: what was written goes, what somebody else added stays', () => {
  const finalizers = (...names: string[]) => ({ ...object('v1', 'ConfigMap', {}), metadata: { name: 'it', finalizers: names } });

  const merged = applied(finalizers('theirs', 'ours'), finalizers('ours'), finalizers('new'), MODEL);

  expect(merged.metadata!.finalizers).toEqual(['theirs', 'new']);
});

test.each([
  ['an owner', 'v1', 'ConfigMap', (owner: object) => ({ metadata: { name: 'it', ownerReferences: [{ uid: 'u', ...owner }] } })],
  ['the target of an autoscaler of version 1', 'autoscaling/v1', 'HorizontalPodAutoscaler', (target: object) => ({ spec: { scaleTargetRef: target } })],
  ['a selector', 'apps/v1', 'Deployment', (selector: object) => ({ spec: { selector } })],
])('%s is replaced as a whole', (_, apiVersion, kind, fields) => {
  const [live, after] = [{ name: 'a', theirs: 'x' }, { name: 'b' }].map(part => object(apiVersion, kind, fields(part)));

  expect(applied(live, object(apiVersion, kind, {}), after, MODEL)).toEqual(after);
});

test('match conditions of a webhook are merged by name', () => {
  const hook = (...names: string[]) => object('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', {
    webhooks: [{ name: 'a', matchConditions: names.map(name => ({ name })) }],
  });

  const merged = applied(hook('theirs', 'ours'), hook('ours'), hook('new'), ApiModel.of('1.30'));

  expect(merged).toEqual(hook('theirs', 'new'));
});

test('a pull policy stays when the tag changes', () => {
  const { template } = store(container({ image: 'a:1' }), container({ image: 'a:latest' }));

  expect(template.spec.containers[0]).toMatchObject({ image: 'a:latest', imagePullPolicy: 'IfNotPresent' });
});

test.each([
  ['nginx', 'Always'],
  ['nginx:latest', 'Always'],
  ['nginx:1.25', 'IfNotPresent'],
  ['registry:5000/nginx', 'Always'],
  ['nginx@sha256:0123', 'IfNotPresent'],
])('%s is pulled %s', (image, policy) => {
  const { template } = store(container({ image }), container({ image }));

  expect(template.spec.containers[0].imagePullPolicy).toBe(policy);
});

test('on the host network a port is the host\'s port, and an old spelling is rewritten', () => {
  const { template } = store({}, { template: podTemplate({ ports: [{ containerPort: 80 }] }, { hostNetwork: true, serviceAccount: 'a' }) });

  expect(template.spec.containers[0].ports).toEqual([{ containerPort: 80, hostPort: 80, protocol: 'TCP' }]);
  expect(template.spec).toMatchObject({ serviceAccountName: 'a' });
  expect(template.spec.serviceAccount).toBeUndefined();
});

describe('null', () => {
  const ROLLING = { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } };

  test.each([
    ['in place of a mapping leaves what nobody wrote', {}, { strategy: { type: 'Recreate', rollingUpdate: null } }, { type: 'Recreate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } }],
    ['in place of a mapping takes what was written, and the mapping with the last of it', { strategy: ROLLING }, { strategy: { type: 'Recreate', rollingUpdate: null } }, { type: 'Recreate' }],
    ['in place of a value is its default', { strategy: { type: 'Recreate' } }, { strategy: { type: null } }, { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } }],
  ])('%s', (_, before, after, strategy) => {
    expect(store(before, after).strategy).toEqual(strategy);
  });

  test('in place of a list of items takes the items that were written', () => {
    const after = container({ env: null, args: null });

    const { template } = store(container({ env: [{ name: 'A' }], args: ['a'] }), after);

    expect(template.spec.containers[0]).not.toHaveProperty('env');
    expect(template.spec.containers[0]).not.toHaveProperty('args');
  });
});
