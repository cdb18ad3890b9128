import { createHash, hash } from 'node:crypto';

/** SHA-256 of a text (in UTF-8) or of bytes, in hexadecimal digits. */
export function sha256(content: string | Buffer): string {
  // `hash` came with Node 20.12 and saves a stream object for each sum.
  return hash ? hash('sha256', content, 'hex') : createHash('sha256').update(content).digest('hex');
}
