import { testRules, pod } from './rule-cases';

const source = (fields: string) => pod(`volumes: [{name: tls, projected: {sources: [${fields}]}}]`);
const AT = '/spec/volumes/0/projected/sources/0';
const certificate = (fields: string) => source(`{podCertificate: {signerName: example.com/web, keyType: ED25519, ${fields}}}`);

describe('1.37', () => {
  testRules([
    ['a bundle of its name', source('{clusterTrustBundle: {path: ca.pem, name: ca}}')],
    ['a bundle of a signer', source('{clusterTrustBundle: {path: ca.pem, signerName: example.com/web, labelSelector: {}}}')],
    ['both', source('{clusterTrustBundle: {path: ca.pem, name: ca, signerName: example.com/web}}'), `cluster-trust-bundle-source ${AT}/clusterTrustBundle`],
    ['labels of one bundle', source('{clusterTrustBundle: {path: ca.pem, name: ca, labelSelector: {}}}'), `cluster-trust-bundle-source ${AT}/clusterTrustBundle/labelSelector`],
    ['no name', source("{clusterTrustBundle: {path: ca.pem, name: ''}}"), `cluster-trust-bundle-source ${AT}/clusterTrustBundle/name`],
    ['a certificate in two files', certificate('keyPath: key.pem, certificateChainPath: tls.pem')],
    ['in one file twice', certificate('keyPath: tls.pem, certificateChainPath: tls.pem'), `projected-source ${AT}/podCertificate/certificateChainPath`],
    ['in no file', certificate(''), `pod-certificate-source ${AT}/podCertificate`],
    ['an unknown kind of key', source('{podCertificate: {signerName: example.com/web, keyType: RSA, keyPath: a}}'), `pod-certificate-source ${AT}/podCertificate/keyType`],
    ['shorter than an hour', certificate('keyPath: a, maxExpirationSeconds: 3599'), `pod-certificate-source ${AT}/podCertificate/maxExpirationSeconds`],
    ['91 days', certificate(`keyPath: a, maxExpirationSeconds: ${91 * 86400}`)],
    ['of a signer of Kubernetes a day', source('{podCertificate: {signerName: kubernetes.io/a, keyType: ED25519, keyPath: a, maxExpirationSeconds: 86401}}'), `pod-certificate-source ${AT}/podCertificate/maxExpirationSeconds`],
    ['an annotation without a domain', certificate('keyPath: a, userAnnotations: {role: web}'), `pod-certificate-source ${AT}/podCertificate/userAnnotations/role`],
  ], '1.37');
});

describe('1.36 drops both', () => {
  testRules([
    ['a bundle without a name', source('{clusterTrustBundle: {path: ca.pem}}')],
    ['a certificate in no file', certificate('')],
  ], '1.36');
});
