const [RAW, METADATA, NAME] = [2, 1, 1];

/**
 * The body of a request as JSON. kubectl creates Jobs in the form of protocol
 * buffers, of which only the name is read: what a Job does is for its test to say.
 */
export function jsonOf(body: Buffer): string {
  if (body.toString('latin1', 0, 4) !== 'k8s\0') { return body.toString(); }
  const name = [RAW, METADATA, NAME].reduce(fieldOf, body.subarray(4)).toString();
  return JSON.stringify({ metadata: { name }, spec: { template: { spec: { volumes: [] } } } });
}

/** The first field of a number in a message of which all fields up to there have a length. */
function fieldOf(message: Buffer, number: number): Buffer {
  let at = 0;
  const next = () => message[at++];
  while (at < message.length) {
    const tag = next();
    let length = 0;
    let unit = 1;
    let byte = 128;
    while (byte >= 128) {
      byte = next();
      length += byte % 128 * unit;
      unit *= 128;
    }
    if (tag === number * 8 + 2) { return message.subarray(at, at + length); }
    at += length;
  }
  return Buffer.alloc(0);
}
