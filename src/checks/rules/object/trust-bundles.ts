import { X509Certificate } from 'node:crypto';
import { example } from './examples';
import { Broken, Rule, isText, rulesFor } from './rule';
import { DNS_SUBDOMAIN } from '../../../kubernetes/formats/dns-subdomain';
import { Manifest, recordOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';

/** A certificate of an authority that nobody trusts: `openssl req -x509 -newkey ed25519 -nodes -subj /CN=a -days 36500`. */
const AUTHORITY = [
  '-----BEGIN CERTIFICATE-----',
  'MIIBLjCB4aADAgECAhQBMXFecoAZfkC6IsT1tcb76UFNQzAFBgMrZXAwDDEKMAgG',
  'A1UEAwwBYTAgFw0yNjExMjkwNTEwMjBaGA8yMTI2MTEwNTA1MTAyMFowDDEKMAgG',
  'A1UEAwwBYTAqMAUGAytlcAMhAODiTTbt12CXy/wlW1Aq7yBH0n0uxoo0Ft1oCPsI',
  'Im6ho1MwUTAdBgNVHQ4EFgQUVN0w7xBmXtvHZj8RUblBo6BEs/YwHwYDVR0jBBgw',
  'FoAUVN0w7xBmXtvHZj8RUblBo6BEs/YwDwYDVR0TAQH/BAUwAwEB/zAFBgMrZXAD',
  'QQAiwJHPBK76lingWcrD3xFLVDOxbLEErNjkp+9/Z0Kp/5AfBcG3biLImv814Xfr',
  'N/dPok+rl+WLuo6B7PlA7KcE',
  '-----END CERTIFICATE-----',
];

const bundle = (lines: readonly string[]) => example('ClusterTrustBundle', 'certificates.k8s.io/v1', 'spec:', '  trustBundle: |', ...lines.map(line => `    ${line}`));

export const trustAnchors: Rule = {
  id: 'trust-anchors',
  why: 'a bundle holds certificates of authorities in PEM, each once, and is called after its signer',
  severity: 'error',
  since: '1.37',
  fix: 'write certificates of authorities only, each once; with signerName: example.com/web a name that begins with example.com:web:',
  bad: bundle(['no certificate']),
  good: bundle(AUTHORITY),
};

export const trustBundleRules: ObjectCheck = rulesFor(['certificates.k8s.io/ClusterTrustBundle'], [trustAnchors], (object, broken) => {
  const { trustBundle, signerName } = recordOf(object.spec);
  checkName(object, isText(signerName) ? signerName : undefined, broken);
  if (typeof trustBundle === 'string') { checkAnchors(trustBundle, broken); }
});

function checkName({ metadata }: Manifest, signer: string | undefined, broken: Broken) {
  const prefix = signer === undefined ? '' : `${signer.replaceAll('/', ':')}:`;
  for (const field of ['generateName', 'name']) {
    const name: unknown = recordOf(metadata)[field];
    if (!isText(name)) { continue; }
    const rest = name.startsWith(prefix) ? name.slice(prefix.length) : ':';
    // To what a name begins with the server appends something.
    if (!DNS_SUBDOMAIN.fits(field === 'name' ? rest : rest.replace(/-$/, 'a'))) {
      broken(trustAnchors, `/metadata/${field}`, `${show(name)} is no name of a bundle of ${signer === undefined ? 'no signer' : show(signer)}`);
    }
  }
}

const MOST_BYTES = 1024 * 1024;

/** Blocks of PEM: their type, and what is in them. What stands between them does not count. */
const BLOCKS = /^-----BEGIN ([^\n]*?)-----[ \t]*\r?\n([\s\S]*?)^-----END \1-----[ \t]*\r?$/gm;

function checkAnchors(text: string, broken: Broken) {
  const at = '/spec/trustBundle';
  if (Buffer.byteLength(text) > MOST_BYTES) { broken(trustAnchors, at, `the bundle has more than ${MOST_BYTES} bytes`); }
  const blocks = [...text.matchAll(BLOCKS)];
  if (blocks.length === 0) { broken(trustAnchors, at, 'there is no certificate in PEM'); }
  const seen = new Set<string>();
  blocks.forEach(([block, type, content], index) => {
    const bytes = content.replace(/\s/g, '');
    const fault = type === 'CERTIFICATE' ? faultOf(block) : `is of the type ${show(type)}`;
    if (fault ?? seen.has(bytes)) { broken(trustAnchors, at, `block ${index} ${fault ?? 'is there already'}`); }
    seen.add(bytes);
  });
}

function faultOf(block: string): string | undefined {
  try {
    return new X509Certificate(block).ca ? undefined : 'is no certificate of an authority';
  } catch {
    return 'is no certificate';
  }
}
