import { X509Certificate, createPrivateKey } from 'node:crypto';
import { Manifest, recordOf } from '../../../kubernetes/manifest';
import { ObjectCheck } from '../../engine/object-check';
import { example } from '../object/examples';
import { Rule, rulesFor } from '../object/rule';

export const tlsKeyPair: Rule = {
  id: 'tls-key-pair',
  why: 'a server with this Secret cannot start: it needs a certificate, and the key that belongs to it',
  severity: 'warning',
  fix: 'write a certificate and its key in PEM, or let cert-manager make them',
  bad: example('Secret', 'v1', 'type: kubernetes.io/tls', 'stringData: {tls.crt: a, tls.key: b}'),
  good: example('Secret', 'v1', 'type: Opaque', 'stringData: {tls.crt: a, tls.key: b}'),
};

export const tlsSecretWarnings: ObjectCheck = rulesFor(['/Secret'], [tlsKeyPair], (secret, broken) => {
  if (secret.type !== 'kubernetes.io/tls') { return; }
  const [certificate, key] = ['tls.crt', 'tls.key'].map(name => valueOf(secret, name));
  if (certificate === undefined || key === undefined) { return; }
  if (!belongTogether(certificate, key)) { broken(tlsKeyPair, '/type', 'tls.crt and tls.key are no certificate and key that belong together'); }
});

/** The text under a key; undefined if there is none. */
function valueOf({ data, stringData }: Manifest, name: string): string | undefined {
  const [text, bytes] = [recordOf(stringData)[name], recordOf(data)[name]];
  if (typeof text === 'string') { return text; }
  return typeof bytes === 'string' ? Buffer.from(bytes, 'base64').toString() : undefined;
}

function belongTogether(certificate: string, key: string): boolean {
  try {
    return new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key));
  } catch {
    return false;
  }
}
