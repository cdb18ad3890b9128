import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { must } from './command';

/** A Secret as cert-manager writes it: a certificate for these names, its key, and the authority that signed it. */
export function certificateFor(names: readonly string[]): { [key: string]: string } {
  const directory = mkdtempSync(join(tmpdir(), 'certificate-'));
  const file = (name: string) => join(directory, name);
  try {
    must('openssl', 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=test authority', '-keyout', file('ca.key'), '-out', file('ca.crt'));
    must('openssl', 'req', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=members', '-keyout', file('tls.key'), '-out', file('tls.csr'));
    writeFileSync(file('names'), `subjectAltName=${names.map(name => /^[\d.]+$/.test(name) ? `IP:${name}` : `DNS:${name}`).join(',')}\n`);
    must('openssl', 'x509', '-req', '-in', file('tls.csr'), '-CA', file('ca.crt'), '-CAkey', file('ca.key'), '-CAcreateserial', '-days', '2', '-extfile', file('names'), '-out', file('tls.crt'));
    return Object.fromEntries(['tls.crt', 'tls.key', 'ca.crt'].map(name => [name, readFileSync(file(name), 'utf8')]));
  } finally {
    rmSync(directory, { recursive: true });
  }
}
