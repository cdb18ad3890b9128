import { Document, serialize } from 'bson';

const HEADER_LENGTH = 21;
/** The kind of all messages of MongoDB's protocol, for questions and answers. */
const OP_MSG = 2013;

/** A document as the message with which MongoDB answers another one. */
export function answerTo(message: Buffer, document: Document): Buffer {
  const body = serialize(document);
  const header = Buffer.alloc(HEADER_LENGTH);
  header.writeInt32LE(header.length + body.length, 0);
  header.writeInt32LE(message.readInt32LE(4), 8);
  header.writeInt32LE(OP_MSG, 12);
  return Buffer.concat([header, body]);
}
