import { example } from './examples';
import { Broken, Rule, forRepeated, isBelow, isText, rulesFor } from './rule';
import { BASE64 } from '../../../kubernetes/formats/base64';
import { isCertificateRequest } from '../../../kubernetes/formats/der';
import { DNS_LABEL } from '../../../kubernetes/formats/dns-label';
import { listOf, recordOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';

/** A request as `openssl req` makes it, with an empty name and a key of no known kind. */
const REQUEST = Buffer.from('-----BEGIN CERTIFICATE REQUEST-----\nMCEwFAIBADAAMAswBQYDVQQDAwIAAKAAMAUGA1UEAwMCAAA=\n-----END CERTIFICATE REQUEST-----\n').toString('base64');

function requestExample(fields: string): string {
  return example('CertificateSigningRequest', 'certificates.k8s.io/v1', `spec: {request: ${REQUEST}, signerName: example.com/web, ${fields}}`);
}

export const certificateRequest: Rule = {
  id: 'certificate-request',
  why: 'a signer is known by a domain and a path, and signs a PEM request for purposes that are known by name',
  fix: 'write request (PEM in base64), signerName such as example.com/web, and usages such as [digital signature, server auth], each once',
  bad: requestExample('usages: [server auth], expirationSeconds: 60'),
  good: requestExample('usages: [server auth]'),
};

const USAGES: readonly unknown[] = [
  'signing', 'digital signature', 'content commitment', 'key encipherment', 'key agreement', 'data encipherment', 'cert sign', 'crl sign',
  'encipher only', 'decipher only', 'any', 'server auth', 'client auth', 'code signing', 'email protection', 's/mime', 'ipsec end system',
  'ipsec tunnel', 'ipsec user', 'timestamping', 'ocsp signing', 'microsoft sgc', 'netscape sgc',
];
const SHORTEST = 600;

export const certificateRequestRules: ObjectCheck = rulesFor(['certificates.k8s.io/CertificateSigningRequest'], [certificateRequest], (object, broken) => {
  const { request, signerName, usages, expirationSeconds } = recordOf(object.spec);
  if (typeof request === 'string' && !isPemRequest(request)) {
    broken(certificateRequest, '/spec/request', 'the request is no PEM block of the type CERTIFICATE REQUEST in base64, or its content is none');
  }
  const { certificate } = recordOf(object.status);
  if (isText(certificate) && !BASE64.fits(certificate)) { broken(certificateRequest, '/status/certificate', 'the certificate is not in base64', 'leave the status to signers'); }
  checkSigner(signerName, broken);
  checkUsages(listOf(usages), broken);
  if (isBelow(expirationSeconds, SHORTEST)) {
    broken(certificateRequest, '/spec/expirationSeconds', `expirationSeconds is ${expirationSeconds}, less than ten minutes`, `write at least ${SHORTEST}`);
  }
});

function isPemRequest(request: string): boolean {
  const text = Buffer.from(request, 'base64').toString('latin1');
  const [, content] = /^-----BEGIN CERTIFICATE REQUEST-----\s([\s\S]*?)^-----END CERTIFICATE REQUEST-----/m.exec(text) ?? [];
  // Headers, such as Proc-Type, stand before an empty line.
  return content !== undefined && isCertificateRequest(Buffer.from(content.replace(/^[\s\S]*:[\s\S]*?\n\s*\n/, ''), 'base64'));
}

function checkSigner(name: unknown, broken: Broken) {
  if (typeof name !== 'string') { return; }
  const [domain, path, ...more] = name.split('/');
  const labels = domain.split('.');
  const fits = path !== undefined && more.length === 0 && labels.length >= 2 && [...labels, ...path.split('.')].every(DNS_LABEL.fits);
  if (!fits || name === 'kubernetes.io/legacy-unknown') { broken(certificateRequest, '/spec/signerName', `${show(name)} is no signer`); }
}

function checkUsages(usages: readonly unknown[], broken: Broken) {
  if (usages.length === 0) { broken(certificateRequest, '/spec/usages', 'there are no usages'); }
  usages.forEach((usage, index) => {
    // The server reads null as an empty text.
    if ((typeof usage === 'string' || usage === null) && !USAGES.includes(usage)) { broken(certificateRequest, `/spec/usages/${index}`, `${show(usage ?? '')} is no usage of a key`); }
  });
  forRepeated(usages, usage => usage, (usage, index) => broken(certificateRequest, `/spec/usages/${index}`, `${show(usage)} is there already`));
}
