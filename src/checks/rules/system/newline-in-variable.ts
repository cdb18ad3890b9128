import { objectYaml, podYaml, together } from './examples';
import { Manifest, recordOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (password: string) => together(
  podYaml('containers: [{name: web, image: "example.com/web:1.2.3", env: [{name: PASSWORD, valueFrom: {secretKeyRef: {name: login, key: password}}}]}]'),
  objectYaml('v1', 'Secret', 'login', `data: {password: ${password}}`));

export const newlineInVariable: Check = {
  id: 'newline-in-variable',
  why: 'a line end in a variable is part of it: the password with a line end is another password. `echo` and `|` in YAML add one',
  severity: 'warning',
  run: function* (_, { references }) {
    const told = new Set<string>();
    for (const reference of references.ofKind('Secret')) {
      const secret = reference.key === undefined || !/\/env\/\d+\/valueFrom\//.test(reference.path) ? undefined : references.target(reference);
      const found = secret && lineEnd(secret, reference.key!);
      if (!found || told.has(`${reference.namespace}/${reference.name}${found}`)) { continue; }
      told.add(`${reference.namespace}/${reference.name}${found}`);
      yield {
        object: secret,
        path: found,
        message: `The value of '${reference.key}' ends with a line end, and ${titleOf(reference.from)} reads it as a variable, line end and all`,
        fix: found.startsWith('/data') ? 'encode it without one: printf %s "$VALUE" | base64' : 'write it in one line, or with |- in place of |',
      };
    }
  },
  bad: example('Y2hhbmdlLW1lCg=='),
  good: example('Y2hhbmdlLW1l'),
};

/** Where a value of one line ends with a line end. */
function lineEnd({ data, stringData }: Manifest, key: string): string | undefined {
  const [text, encoded] = [recordOf(stringData)[key], recordOf(data)[key]];
  const isText = typeof text === 'string';
  const value = isText ? text : typeof encoded === 'string' ? Buffer.from(encoded, 'base64').toString() : '';
  return /^[^\n]+\n$/.test(value) ? pointer(isText ? 'stringData' : 'data', key) : undefined;
}
