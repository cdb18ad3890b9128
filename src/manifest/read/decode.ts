const UTF_8 = new TextDecoder();

/**
 * The text of a file, as kubectl decodes it: UTF-8, and UTF-16 if it begins with a byte order mark, as
 * Windows tools write it. What is no text in its encoding becomes U+FFFD.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  // The decoder takes the mark away.
  if (first === 0xff && second === 0xfe) { return new TextDecoder('utf-16le').decode(bytes); }
  if (first === 0xfe && second === 0xff) { return new TextDecoder('utf-16be').decode(bytes); }
  return UTF_8.decode(bytes);
}
