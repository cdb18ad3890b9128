import { madeOf } from '../../../src/checks/engine/custom-makers';

const resource = (apiVersion: string, kind: string, spec: object) => ({ apiVersion, kind, metadata: { name: 'a' }, spec });

test.each<[string, object, object]>([
  ['a Certificate makes a Secret with its keys', resource('cert-manager.io/v1', 'Certificate', { secretName: 'tls' }), { name: 'tls', keys: ['tls.crt', 'tls.key', 'ca.crt'] }],
  [
    'a Certificate with more formats', resource('cert-manager.io/v1', 'Certificate', { secretName: 'tls', keystores: { pkcs12: {} }, additionalOutputFormats: [{ type: 'DER' }] }),
    { name: 'tls', keys: ['tls.crt', 'tls.key', 'ca.crt', 'keystore.p12', 'truststore.p12', 'key.der'] },
  ],
  ['an ExternalSecret that lists its keys', resource('external-secrets.io/v1', 'ExternalSecret', { data: [{ secretKey: 'password' }] }), { name: 'a', keys: ['password'] }],
  ['an ExternalSecret that takes all there is', resource('external-secrets.io/v1', 'ExternalSecret', { target: { name: 'b' }, dataFrom: [{ extract: {} }] }), { name: 'b' }],
  ['a SealedSecret', resource('bitnami.com/v1alpha1', 'SealedSecret', { encryptedData: { password: 'x' }, template: { data: { user: 'y' } } }), { name: 'a', keys: ['password', 'user'] }],
])('%s', (_, manifest, made) => {
  expect(madeOf(manifest as any)).toEqual([{ kind: 'Secret', ...made }]);
});

test('of a monitor nothing is made, and of a kind that we do not know nobody knows', () => {
  expect(madeOf(resource('monitoring.coreos.com/v1', 'ServiceMonitor', {}))).toEqual([]);
  expect(madeOf(resource('example.com/v1', 'Database', {}))).toBeUndefined();
});
