import { podExample } from './examples';
import { checkLabelSelector } from './label-selector';
import { Broken, Rule, isGiven, isText } from './rule';
import { TRUST_BUNDLE_NAME, isSignerOfKubernetes } from '../../../kubernetes/formats/signer-name';
import { isRecord } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { show } from '../../../reports/show';

const projected = (source: string) => podExample(`volumes: [{name: tls, projected: {sources: [${source}]}}]`);

export const trustBundle: Rule = {
  id: 'cluster-trust-bundle-source',
  why: 'certificates of authorities come from one ClusterTrustBundle, or from all of one signer, of which labels can choose some',
  since: '1.37',
  exampleVersion: '1.37',
  fix: 'write exactly one of name and signerName; labelSelector only with signerName',
  bad: projected('{clusterTrustBundle: {path: ca.pem}}'),
  good: projected('{clusterTrustBundle: {path: ca.pem, signerName: example.com/web}}'),
};

export const podCertificate: Rule = {
  id: 'pod-certificate-source',
  why: 'a certificate for the Pod is asked of a signer for a kind of key and a time, and written to at least one file',
  since: '1.37',
  exampleVersion: '1.37',
  fix: 'write credentialBundlePath, or keyPath and certificateChainPath; a known keyType; maxExpirationSeconds from 3600 up to 91 days, of signers of Kubernetes itself up to a day',
  bad: projected('{podCertificate: {signerName: example.com/web, keyType: ED25519}}'),
  good: projected('{podCertificate: {signerName: example.com/web, keyType: ED25519, credentialBundlePath: tls.pem}}'),
};

export const PROJECTION_RULES = [trustBundle, podCertificate];

/** A file of a projected volume. */
interface FileAt {
  readonly path: unknown;
  readonly at: string;
}

/** Checks a source of a projected volume, and returns the files that it writes by itself. */
export function checkProjection(kind: string, source: unknown, at: string, broken: Broken): FileAt[] {
  if (!isRecord(source)) { return []; }
  switch (kind) {
    case 'clusterTrustBundle':
      checkTrustBundle(source, at, broken);
      return [{ path: source.path, at: `${at}/path` }];
    case 'podCertificate':
      checkCertificate(source, at, broken);
      return PATHS.filter(field => isText(source[field])).map(field => ({ path: source[field], at: `${at}/${field}` }));
    default:
      return [];
  }
}

function checkTrustBundle({ name, signerName, labelSelector }: Record<string, any>, at: string, broken: Broken) {
  if (isGiven(name) === isGiven(signerName)) {
    broken(trustBundle, at, `the source names ${isGiven(name) ? 'both a bundle and' : 'neither a bundle nor'} a signer`);
  } else if (isGiven(name)) {
    if (typeof name === 'string' && !TRUST_BUNDLE_NAME.fits(name)) { broken(trustBundle, `${at}/name`, `${show(name)} is no name of a ClusterTrustBundle`, 'write the name of the ClusterTrustBundle'); }
    if (isGiven(labelSelector)) { broken(trustBundle, `${at}/labelSelector`, 'labels choose among the bundles of a signer, and one bundle is named', 'remove labelSelector'); }
  } else {
    checkLabelSelector(labelSelector, `${at}/labelSelector`, broken);
  }
}

const PATHS = ['credentialBundlePath', 'keyPath', 'certificateChainPath'];
const KEY_TYPES = ['RSA3072', 'RSA4096', 'ECDSAP256', 'ECDSAP384', 'ECDSAP521', 'ED25519'];
const LEAST_SECONDS = 3600;
const DAY = 24 * 3600;
const MOST_DAYS = 91;

function checkCertificate(source: Record<string, any>, at: string, broken: Broken) {
  const { keyType, signerName, maxExpirationSeconds: seconds, userAnnotations } = source;
  if (isText(keyType) && !KEY_TYPES.includes(keyType)) { broken(podCertificate, `${at}/keyType`, `there is no keyType ${show(keyType)}`, `write one of ${KEY_TYPES.join(', ')}`); }
  const most = isText(signerName) && isSignerOfKubernetes(signerName) ? DAY : MOST_DAYS * DAY;
  if (typeof seconds === 'number' && (seconds < LEAST_SECONDS || seconds > most)) {
    broken(podCertificate, `${at}/maxExpirationSeconds`, `maxExpirationSeconds is ${seconds}`, `write ${LEAST_SECONDS} to ${most}`);
  }
  if (PATHS.every(field => !isText(source[field]))) { broken(podCertificate, at, 'the certificate is written nowhere', `add ${PATHS.join(', ')} or some of them`); }
  for (const key of Object.keys(isRecord(userAnnotations) ? userAnnotations : {})) {
    if (!/^[^/]+\/[^/]+$/.test(key)) { broken(podCertificate, `${at}/userAnnotations${pointer(key)}`, `${show(key)} has no domain`, 'write a key such as example.com/role'); }
  }
}
