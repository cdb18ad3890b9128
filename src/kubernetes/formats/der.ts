/** A value of a certificate in its binary form: what it is, and its bytes. */
interface DerValue {
  readonly tag: number;
  readonly content: Buffer;
}

const SEQUENCE = 0x30;
const INTEGER = 0x02;
const BIT_STRING = 0x03;

/** The values that follow one another; undefined for what is no DER. */
function valuesOf(bytes: Buffer): DerValue[] | undefined {
  const values: DerValue[] = [];
  for (let at = 0; at < bytes.length;) {
    const short = bytes[at + 1];
    const more = short > 0x80 ? short - 0x80 : 0;
    if (short === undefined || short === 0x80 || more > 4 || at + 2 + more > bytes.length) { return undefined; }
    const length = more === 0 ? short : bytes.readUIntBE(at + 2, more);
    const start = at + 2 + more;
    if (start + length > bytes.length) { return undefined; }
    values.push({ tag: bytes[at], content: bytes.subarray(start, start + length) });
    at = start + length;
  }
  return values;
}

/** The values in one value, if their tags begin so. */
function partsOf(bytes: Buffer | undefined, ...tags: readonly number[]): Buffer[] | undefined {
  const values = bytes && valuesOf(bytes);
  const fits = values && values.length >= tags.length && tags.every((tag, index) => values[index].tag === tag);
  return fits ? values.map(({ content }) => content) : undefined;
}

/** Whether bytes are built as a request for a certificate is (PKCS #10). Its key and its signature are not looked at. */
export function isCertificateRequest(bytes: Buffer): boolean {
  const whole = partsOf(bytes, SEQUENCE);
  const [request] = (whole?.length === 1 ? partsOf(whole[0], SEQUENCE, SEQUENCE, BIT_STRING) : undefined) ?? [];
  const [,, key] = partsOf(request, INTEGER, SEQUENCE, SEQUENCE) ?? [];
  return partsOf(key, SEQUENCE, BIT_STRING) !== undefined;
}
