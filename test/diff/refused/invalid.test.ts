import { Manifest } from '../../../src/kubernetes/manifest';
import { object, podTemplate, refusals, statefulSet } from '../support';

type Fields = Record<string, any>;

const budget = (spec: Fields) => object('policy/v1', 'PodDisruptionBudget', { spec: { selector: {}, ...spec } });
const secret = (fields: Fields) => object('v1', 'Secret', fields);
const job = (spec: Fields = {}) => object('batch/v1', 'Job', { spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'a', image: 'a:1' }] } }, ...spec } });
const ingress = (annotations: Fields = {}): Manifest => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'it', namespace: 'data', annotations },
  spec: { ingressClassName: 'a', defaultBackend: { service: { name: 'a', port: { number: 80 } } } },
});
const withFinalizer = (manifest: Manifest, finalizer: string): Manifest => ({
  ...manifest, metadata: { ...manifest.metadata, finalizers: [finalizer] },
});
const request = (usage: string): Manifest => ({
  apiVersion: 'certificates.k8s.io/v1',
  kind: 'CertificateSigningRequest',
  metadata: { name: 'it' },
  spec: { request: 'LS0t', signerName: 'example.com/signer', usages: [usage] },
});
const ofSet = (container: Fields, spec: Fields = {}) => statefulSet({ template: podTemplate(container, spec) });

describe('what is wrong with the new object', () => {
  test.each<[string, Manifest, Manifest]>([
    ['an empty word where only some words are known', budget({ maxUnavailable: 1 }), budget({ maxUnavailable: 1, unhealthyPodEvictionPolicy: '' })],
    ['data that is not base64', secret({ data: { a: 'YQ==' } }), secret({ data: { a: '!!!' } })],
    ['stringData that is no text', secret({}), secret({ stringData: { a: 1 } })],
    ['an unknown field in the pod of a set', ofSet({}), ofSet({ imag: 'a' })],
    ['a wrong type in the pod of a set', ofSet({}), ofSet({ ports: [{ containerPort: '80' }] })],
    ['a set whose pods do not restart', ofSet({}), ofSet({}, { restartPolicy: 'Never' })],
    ['an API that this version does not serve', budget({ maxUnavailable: 1 }), { ...budget({ maxUnavailable: 2 }), apiVersion: 'policy/v1beta1' }],
    ['a finalizer without a domain on a Secret', secret({}), withFinalizer(secret({}), 'mine')],
    ['a time of creation that is no time', secret({}), { ...secret({}), metadata: { name: 'it', namespace: 'data', creationTimestamp: 'yesterday' } }],
    ['both bounds of a budget', budget({ maxUnavailable: 1 }), budget({ maxUnavailable: 1, minAvailable: 1 })],
  ])('%s is refused', (_, before, after) => {
    expect(refusals(before, after).map(([rule]) => rule)).toContain('invalid');
  });

  test('the pod of a set is checked from 1.34 on', () => {
    const after = ofSet({ ports: [{ containerPort: 70000 }] });

    expect(refusals(ofSet({}), after, [], '1.33')).toEqual([]);
    expect(refusals(ofSet({}), after, [], '1.34')).toEqual([['invalid', '/spec/template/spec/containers/0/ports/0/containerPort']]);
  });

  test('a set whose pods were invalid before may change to other invalid ones', () => {
    expect(refusals(ofSet({ terminationMessagePolicy: 'Never' }), ofSet({ ports: [{ containerPort: 70000 }] }), [], '1.34')).toEqual([]);
  });

  test('what only its pods are refused for does not concern a set', () => {
    expect(refusals(ofSet({}), ofSet({}, { priority: 5 }), [], '1.34')).toEqual([]);
  });

  test('a new object is checked by the rules of the version', () => {
    const distributed = (trafficDistribution?: string) => object('v1', 'Service', { spec: { ports: [{ port: 80 }], ...trafficDistribution && { trafficDistribution } } });

    expect(refusals(distributed(), distributed('PreferClose'), [], '1.36')).toEqual([]);
    expect(refusals(distributed(), distributed('PreferClose'), [], '1.27')).toEqual([['invalid', '/spec/trafficDistribution']]);
  });

  test('an unknown field is told, also within one that is dropped', () => {
    const claims = (claim: Fields) => ofSet({}, { resourceClaims: [{ name: 'gpu', ...claim }] });

    expect(refusals(ofSet({}), claims({ source: {}, nonsense: 'a' }), [], '1.27')).toEqual([['invalid', '/spec/template/spec/resourceClaims/0/nonsense']]);
  });

  test.each<[string, Manifest, Manifest]>([
    ['what an update of a request for a certificate sets back', request('client auth'), request('anything')],
    ['one bound of a budget in place of the other', budget({ maxUnavailable: 1 }), budget({ minAvailable: 1 })],
    ['the old annotation for the class of an Ingress beside the field', ingress(), ingress({ 'kubernetes.io/ingress.class': 'b' })],
    ['a finalizer without a domain on a set', statefulSet(), withFinalizer(statefulSet(), 'mine')],
    ['what live fields complete', job(), job({ manualSelector: true })],
    ['what was as wrong before', secret({ data: { a: '!!!' } }), secret({ data: { a: '!!!' }, immutable: true })],
  ])('%s is taken', (_, before, after) => {
    expect(refusals(before, after)).toEqual([]);
  });

  test('the beginning of a name is asked again of some kinds', () => {
    const named = (manifest: Manifest): Manifest => ({ ...manifest, metadata: { ...manifest.metadata, generateName: 'A_' } });

    expect(refusals(statefulSet(), named(statefulSet()))).toEqual([]);
    expect(refusals(secret({}), named(secret({})))).toEqual([['invalid', '/metadata/generateName']]);
  });

  test('what only the controller of a set sees is taken before 1.34', () => {
    const after = ofSet({ ports: [{ containerPort: 70000 }] });

    expect(refusals(ofSet({}), after, [], '1.33')).toEqual([]);
    expect(refusals(ofSet({}), after)).toEqual([['invalid', '/spec/template/spec/containers/0/ports/0/containerPort']]);
  });
});
