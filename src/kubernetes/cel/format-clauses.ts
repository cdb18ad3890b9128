import { textOf } from './constants';
import { Expression } from './expression';
import { CelError } from './token';
import { CelType, headOf, isOpen } from './type';

/** What each letter of a clause takes. */
const TAKES: Readonly<Record<string, readonly string[]>> = {
  s: ['string', 'int', 'uint', 'double', 'bool', 'bytes', 'null', 'timestamp', 'duration', 'type', 'list', 'map'],
  d: ['int', 'uint'],
  f: ['double', 'string'],
  e: ['double', 'string'],
  b: ['int', 'uint', 'bool'],
  o: ['int', 'uint'],
  x: ['int', 'uint', 'string', 'bytes'],
  X: ['int', 'uint', 'string', 'bytes'],
};
/** `%s`, `%.2f`, and a sign that is one of its own. */
const CLAUSE = /%(?:%|(?:\.\d+)?([sdfeboxX]))?/g;

/** Throws CelError where a text in quotes is formatted with a list of other values than its clauses take. */
export function checkFormat({ of, given }: Expression & { is: 'call' }, typeOf: (item: Expression) => CelType) {
  const [values] = given;
  const text = of?.is === 'literal' && of.type === 'string' ? textOf(of.text) : undefined;
  if (text === undefined || values?.is !== 'list') { return; }
  const clauses = [...text.matchAll(CLAUSE)].filter(([clause]) => clause !== '%%');
  clauses.forEach(([, letter], index) => {
    if (letter === undefined) { throw new CelError('a clause is none that format knows', of!.at); }
    const item = values.items[index];
    const type = item && typeOf(item);
    if (type && !isOpen(type) && !TAKES[letter].includes(headOf(type))) { throw new CelError(`%${letter} does not take a ${type}`, item.at); }
  });
  if (values.items.length !== clauses.length) { throw new CelError(`the text has places for ${clauses.length} values, not for ${values.items.length}`, values.at); }
}
