import { testRules, of } from './rule-cases';

const UID = '8f2b2a8e';
const request = (fields: string) => of('PodCertificateRequest', 'certificates.k8s.io/v1',
  `spec: {podName: web-0, podUID: ${UID}, serviceAccountName: web, serviceAccountUID: ${UID}, nodeName: node-1, nodeUID: ${UID}, ${fields}}`);
const RULE = 'pod-certificate-request /spec';

testRules([
  ['with a request', request('signerName: example.com/web, stubPKCS10Request: MAA=')],
  ['with key and proof', request('signerName: example.com/web, pkixPublicKey: MAA=, proofOfPossession: MAA=')],
  ['with a key alone', request('signerName: example.com/web, pkixPublicKey: MAA='), RULE],
  ['no signer', request('signerName: web, stubPKCS10Request: MAA='), `${RULE}/signerName`],
  ['too long for Kubernetes', request('signerName: kubernetes.io/kube-apiserver-client-pod, stubPKCS10Request: MAA=, maxExpirationSeconds: 86401'), `${RULE}/maxExpirationSeconds`],
  ['as long for others', request('signerName: example.com/web, stubPKCS10Request: MAA=, maxExpirationSeconds: 86401')],
  ['an annotation without a domain', request('signerName: example.com/web, stubPKCS10Request: MAA=, unverifiedUserAnnotations: {a: b}'), `${RULE}/unverifiedUserAnnotations/a`],
], '1.37');
