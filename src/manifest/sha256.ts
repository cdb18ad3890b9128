import * as crypto from 'node:crypto';

/** SHA-256 of a text (in UTF-8) or of bytes, in hexadecimal digits. */
export function sha256(content: string | Buffer): string {
  // `hash` came with Node 20.12 and saves a stream object for each sum.
  return crypto.hash ? crypto.hash('sha256', content, 'hex') : crypto.createHash('sha256').update(content).digest('hex');
}
