import { Field, assignment, lazyText, listOf } from './fields';
import { commandOfLine } from '../kubernetes/formats/command';

/** A program and its arguments, word by word: no shell reads them. */
export function commandField(example: string): Field {
  const words = listOf(lazyText(example));
  return {
    ...words,
    check: (value, place, problems) => {
      words.check(value, place, problems);
      const program: unknown = Array.isArray(value) ? value[0] : undefined;
      const right = typeof program === 'string' ? commandOfLine(program) : undefined;
      if (right === undefined) { return; }
      problems.wrong.push(`'${place}' begins with a whole line, and a command begins with the file that is run; write '${assignment(place, right)}'`);
    },
  };
}
