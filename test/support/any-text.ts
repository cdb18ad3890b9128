import fc from 'fast-check';

/** Any character, as `unit: 'binary'` has them, which takes a second to set up in each test file. */
const character = fc.nat(0x10ffff).map(code => String.fromCodePoint(code >= 0xd800 && code <= 0xdfff ? code - 0xd800 : code));

/** Texts of any characters: half of them of Unicode as a whole, half of the first 256, where letters and controls are. */
export function anyText({ maxLength }: { readonly maxLength?: number } = {}): fc.Arbitrary<string> {
  return fc.string({ unit: fc.oneof(character, fc.nat(255).map(code => String.fromCharCode(code))), maxLength });
}
