import { example } from './examples';
import { Broken, Rule, isText, rulesFor } from './rule';
import { DNS_SUBDOMAIN } from '../../../kubernetes/formats/dns-subdomain';
import { SIGNER_NAME, isSignerOfKubernetes } from '../../../kubernetes/formats/signer-name';
import { isRecord, recordOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';

const UID = '8f2b2a8e-8a1e-4a8e-9a43-0c2f1d1b7b11';
const request = (fields: string) => example('PodCertificateRequest', 'certificates.k8s.io/v1', 'spec:', ...[
  'signerName: example.com/web', 'podName: web-0', `podUID: ${UID}`, 'serviceAccountName: web', `serviceAccountUID: ${UID}`, 'nodeName: node-1', `nodeUID: ${UID}`,
  fields,
].map(line => `  ${line}`));

export const podCertificateRequest: Rule = {
  id: 'pod-certificate-request',
  why: 'a kubelet asks for a certificate for a Pod: it names the Pod, its ServiceAccount and its node, and shows that it has the key',
  severity: 'error',
  since: '1.37',
  fix: 'leave such requests to kubelets: write a projected volume with podCertificate',
  bad: request('stubPKCS10Request: ""'),
  good: request('stubPKCS10Request: MAA='),
};

const NAMES = ['podName', 'serviceAccountName', 'nodeName'];
const UIDS = ['podUID', 'serviceAccountUID', 'nodeUID'];
const LONGEST_UID = 128;
const LEAST_SECONDS = 3600;
const DAY = 24 * 3600;
const MOST_DAYS = 91;

export const podCertificateRequestRules: ObjectCheck = rulesFor(['certificates.k8s.io/PodCertificateRequest'], [podCertificateRequest], (object, broken) => {
  const spec = recordOf(object.spec);
  const { signerName: signer, maxExpirationSeconds: seconds, unverifiedUserAnnotations: annotations } = spec;
  if (typeof signer === 'string' && !SIGNER_NAME.fits(signer)) { broken(podCertificateRequest, '/spec/signerName', `${show(signer)} is no signer`, `write ${SIGNER_NAME.mustBe}`); }
  for (const field of NAMES) {
    if (typeof spec[field] === 'string' && !DNS_SUBDOMAIN.fits(spec[field])) { broken(podCertificateRequest, `/spec/${field}`, `${show(spec[field])} is no name`); }
  }
  for (const field of UIDS) {
    const uid = spec[field];
    if (typeof uid === 'string' && (uid === '' || uid.length > LONGEST_UID)) { broken(podCertificateRequest, `/spec/${field}`, `${field} has ${uid.length} characters`); }
  }
  const most = isText(signer) && isSignerOfKubernetes(signer) ? DAY : MOST_DAYS * DAY;
  if (typeof seconds === 'number' && (seconds < LEAST_SECONDS || seconds > most)) {
    broken(podCertificateRequest, '/spec/maxExpirationSeconds', `maxExpirationSeconds is ${seconds}`, `write ${LEAST_SECONDS} to ${most}`);
  }
  checkAnnotations(annotations, broken);
  checkKey(spec, broken);
});

function checkAnnotations(annotations: unknown, broken: Broken) {
  for (const key of isRecord(annotations) ? Object.keys(annotations) : []) {
    if (!/^[^/]+\/[^/]+$/.test(key)) { broken(podCertificateRequest, `/spec/unverifiedUserAnnotations${pointer(key)}`, `${show(key)} has no domain`, 'write a key such as example.com/role'); }
  }
}

/** The key is shown in one of two ways. What the bytes mean is not looked at here. */
function checkKey({ stubPKCS10Request: stub, pkixPublicKey: key, proofOfPossession: proof }: Record<string, any>, broken: Broken) {
  const given = [stub, key, proof].map(isText).join();
  if (given !== 'true,false,false' && given !== 'false,true,true') {
    broken(podCertificateRequest, '/spec', 'the key is shown neither by stubPKCS10Request nor by pkixPublicKey and proofOfPossession');
  }
}
