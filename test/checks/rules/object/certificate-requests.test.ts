import { testRules, of } from './rule-cases';

const REQUEST = 'MCEwFAIBADAAMAswBQYDVQQDAwIAAKAAMAUGA1UEAwMCAAA=';
const pem = (type: string, content = REQUEST) => Buffer.from(`-----BEGIN ${type}-----\n${content}\n-----END ${type}-----\n`).toString('base64');
const request = (fields: string, body = pem('CERTIFICATE REQUEST')) =>
  of('CertificateSigningRequest', 'certificates.k8s.io/v1', `spec: {request: "${body}", ${fields}}`);

describe('requests of certificates', () => {
  testRules([
    ['a fine one', request('signerName: kubernetes.io/kubelet-serving, usages: [digital signature, server auth], expirationSeconds: 600')],
    ['a certificate', request('signerName: a.b/c, usages: [any]', pem('CERTIFICATE')), 'certificate-request /spec/request'],
    ['another thing in the block', request('signerName: a.b/c, usages: [any]', pem('CERTIFICATE REQUEST', 'MAA=')), 'certificate-request /spec/request'],
    ['a block that is cut off', request('signerName: a.b/c, usages: [any]', pem('CERTIFICATE REQUEST', REQUEST.slice(0, 16))), 'certificate-request /spec/request'],
    ['no usages', request('signerName: a.b/c'), 'certificate-request /spec/usages'],
    ['one usage twice', request('signerName: a.b/c, usages: [any, any]'), 'certificate-request /spec/usages/1'],
    ['a usage that is null', request('signerName: a.b/c, usages: [any, null]'), 'certificate-request /spec/usages/1'],
    ['a signer without a domain', request('signerName: a/c, usages: [any]'), 'certificate-request /spec/signerName'],
    ['the signer of old', request('signerName: kubernetes.io/legacy-unknown, usages: [any]'), 'certificate-request /spec/signerName'],
    ['a short time', request('signerName: a.b/c, usages: [any], expirationSeconds: 599'), 'certificate-request /spec/expirationSeconds'],
  ]);
});
