import { objectYaml } from './examples';
import { recordOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

/** What people type themselves. Other values may be wanted in base64 by the program that reads them. */
const TYPED = /(^|[._-])(db|mysql|postgres|redis|root|admin)?[._-]?(pass(word|wd|phrase)?|user(name)?)$/i;

const example = (field: string) => objectYaml('v1', 'Secret', 'login', `${field}: {password: Y29ycmVjdC1ob3JzZQ==}`);

export const encodedTwice: Check = {
  id: 'encoded-twice',
  why: 'values in data are decoded once, and those in stringData not at all. A program that gets a password in base64 logs in with another password',
  severity: 'warning',
  run: function* (inventory) {
    for (const secret of inventory.ofKind('Secret')) {
      for (const field of ['stringData', 'data']) {
        for (const [key, value] of Object.entries(recordOf(secret[field]))) {
          if (typeof value !== 'string' || !TYPED.test(key)) { continue; }
          const text = field === 'data' ? decoded(value) : value;
          if (text === undefined || decoded(text) === undefined) { continue; }
          yield {
            object: secret,
            path: pointer(field, key),
            message: `The value of '${key}' in ${titleOf(secret)} is ${field === 'data' ? 'encoded twice' : 'in base64, and stringData takes the text itself'}: programs get it in base64`,
            fix: field === 'data' ? 'encode it once: printf %s "$VALUE" | base64' : 'write it under data, or as it is under stringData',
          };
        }
      }
    }
  },
  bad: example('stringData'),
  good: example('data'),
};

const PRINTABLE = /^[\x20-\x7e]{4,}\n?$/;

/** What a text stands for in base64; undefined if it is none, or stands for no text that people type. */
function decoded(text: string): string | undefined {
  const trimmed = text.trimEnd();
  if (trimmed.length < 8 || trimmed.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(trimmed)) { return undefined; }
  const plain = Buffer.from(trimmed, 'base64').toString('latin1');
  return PRINTABLE.test(plain) ? plain : undefined;
}
