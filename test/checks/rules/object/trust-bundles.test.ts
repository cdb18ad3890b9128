import { testRules } from './rule-cases';

const bundle = (name: string, trustBundle: string, spec: object = {}) => ({ apiVersion: 'certificates.k8s.io/v1', kind: 'ClusterTrustBundle', metadata: { name }, spec: { trustBundle, ...spec } });

// `openssl req -x509 -newkey ed25519 -nodes -subj /CN=a -days 36500`, the second with `-addext basicConstraints=critical,CA:FALSE`
const AUTHORITY = '-----BEGIN CERTIFICATE-----\nMIIBLjCB4aADAgECAhQBMXFecoAZfkC6IsT1tcb76UFNQzAFBgMrZXAwDDEKMAgG\nA1UEAwwBYTAgFw0yNjExMjkwNTEwMjBaGA8yMTI2MTEwNTA1MTAyMFowDDEKMAgG\nA1UEAwwBYTAqMAUGAytlcAMhAODiTTbt12CXy/wlW1Aq7yBH0n0uxoo0Ft1oCPsI\nIm6ho1MwUTAdBgNVHQ4EFgQUVN0w7xBmXtvHZj8RUblBo6BEs/YwHwYDVR0jBBgw\nFoAUVN0w7xBmXtvHZj8RUblBo6BEs/YwDwYDVR0TAQH/BAUwAwEB/zAFBgMrZXAD\nQQAiwJHPBK76lingWcrD3xFLVDOxbLEErNjkp+9/Z0Kp/5AfBcG3biLImv814Xfr\nN/dPok+rl+WLuo6B7PlA7KcE\n-----END CERTIFICATE-----';
const SERVER = '-----BEGIN CERTIFICATE-----\nMIIBKzCB3qADAgECAhRSFcqXR+Hal9kHER0EIX8fFEFxVzAFBgMrZXAwDDEKMAgG\nA1UEAwwBYTAgFw0yNjExMjkwNTEwMjBaGA8yMTI2MTEwNTA1MTAyMFowDDEKMAgG\nA1UEAwwBYTAqMAUGAytlcAMhADK5lDITt9kKETbYI7Hvw7rsCqYGVw1O6K3D++S7\nAtvEo1AwTjAdBgNVHQ4EFgQUnXVzSww8eaIKKErMTXC6gBWO9KMwHwYDVR0jBBgw\nFoAUnXVzSww8eaIKKErMTXC6gBWO9KMwDAYDVR0TAQH/BAIwADAFBgMrZXADQQAE\nLz/gNUw843Jia5blm7UOx12eb+mvEpD6oakjVpV9ZCw66Do7Fluw0930eWzsUmU2\nFRgtItK8cwqiwBzGuK8B\n-----END CERTIFICATE-----';
const ANCHORS = 'trust-anchors /spec/trustBundle';

testRules([
  ['an authority', bundle('a', `# ours\n${AUTHORITY}\n`)],
  ['a server', bundle('a', SERVER), ANCHORS],
  ['an authority twice', bundle('a', `${AUTHORITY}\n${AUTHORITY}\n`), ANCHORS],
  ['a key', bundle('a', AUTHORITY.replaceAll('CERTIFICATE', 'PRIVATE KEY')), ANCHORS],
  ['no certificate', bundle('a', AUTHORITY.replace(/MII/, 'MIX')), ANCHORS],
  ['called after its signer', bundle('example.com:web:a', AUTHORITY, { signerName: 'example.com/web' })],
  ['not called after its signer', bundle('a', AUTHORITY, { signerName: 'example.com/web' }), 'trust-anchors /metadata/name'],
  ['called after a signer', bundle('example.com:web:a', AUTHORITY), 'trust-anchors /metadata/name'],
], '1.37');
