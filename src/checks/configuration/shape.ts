import { isRecord } from '../../kubernetes/manifest';
import { pointer } from '../../kubernetes/pointer';
import { didYouMean } from '../../reports/did-you-mean';

/** What a value in a configuration file must look like. */
export interface Shape {
  /** The problems of a value at a path. */
  readonly problems: (value: unknown, path: string) => ShapeProblem[];
}

export interface ShapeProblem {
  /** JSON pointer to the value. */
  readonly path: string;
  readonly message: string;
}

/** Everything that is wrong with a value. */
export function shapeProblems(value: unknown, shape: Shape): ShapeProblem[] {
  return shape.problems(value, '');
}

/** Text with something in it. */
export const text: Shape = {
  problems: (value, path) => typeof value === 'string' && value.trim() !== '' ? [] : [wrong(path, 'must be text that is not empty', value)],
};

/** A version of Kubernetes, or several; as text, for the number 1.30 is 1.3. */
export const version: Shape = {
  problems: (value, path) => typeof value === 'string' ? [] : [wrong(path, "must be text in quotes, such as '1.36' or '1.33,1.36'", value)],
};

/** What is switched on or off, by its name. */
export const switches: Shape = {
  problems: (value, path) => isRecord(value)
    ? Object.entries(value).flatMap(([name, on]) => truth.problems(on, path + pointer(name)))
    : [wrong(path, 'must be a mapping of names to true or false', value)],
};

/** True or false. */
export const truth: Shape = {
  problems: (value, path) => typeof value === 'boolean' ? [] : [wrong(path, 'must be true or false', value)],
};

/** A list whose items have one shape. */
export function list(item: Shape): Shape {
  return {
    problems: (value, path) => Array.isArray(value)
      ? value.flatMap((entry, index) => item.problems(entry, path + pointer(index)))
      : [wrong(path, 'must be a list', value)],
  };
}

/**
 * A mapping with these keys and no others.
 *
 * @param old what keys were called in earlier versions
 */
export function mapping(
  fields: Readonly<Record<string, Shape>>, required: readonly string[] = [], old: Readonly<Record<string, string>> = {},
): Shape {
  const known = Object.keys(fields).filter(key => !Object.values(old).includes(key));
  return {
    problems: (value, path) => {
      if (!isRecord(value)) { return [wrong(path, `must be a mapping with the keys ${known.join(', ')}`, value)]; }
      return [
        ...required.filter(key => ![key, old[key]].some(name => Object.hasOwn(value, name))).map(key => ({ path, message: `${nameOf(path)} lacks '${key}'` })),
        ...Object.keys(value).flatMap(key => Object.hasOwn(fields, key)
          ? fields[key].problems(value[key], path + pointer(key))
          : [{ path: path + pointer(key), message: unknownKey(key, known) }]),
      ];
    },
  };
}

function unknownKey(key: string, known: readonly string[]): string {
  return `unknown key '${key}'${didYouMean(key, known) || `; known are ${known.join(', ')}`}`;
}

function wrong(path: string, rule: string, value: unknown): ShapeProblem {
  return { path, message: `${nameOf(path)} ${rule}, got ${JSON.stringify(value)}` };
}

function nameOf(path: string): string {
  return path === '' ? 'the configuration' : `'${path.slice(1).replace(/\//g, '.')}'`;
}
