import { stringify } from 'yaml';
import { mutateValue, mutatedText } from './mutate';
import { catalogue } from '../../src/checks/catalogue';
import { readDocuments } from '../../src/manifest/read/read';
import { Random } from '../conformance/random';

/** What is changed: the wrong and the right example of every rule. */
const TEXTS: readonly string[] = [...catalogue().values()].flatMap(({ bad, good }) => [bad, good]).filter(text => text !== undefined);

export interface FuzzInput {
  readonly before: string;
  readonly after: string;
}

/** The input of this number: one to three documents, and the same documents changed. */
export function inputOf(seed: number, index: number): FuzzInput {
  const random = new Random(`${seed}/${index}`);
  const text = Array.from({ length: 1 + random.below(3) }, () => random.pick(TEXTS).trim()).join('\n---\n');
  return { before: random.below(3) ? text : changed(text, random), after: changed(text, random) };
}

function changed(text: string, random: Random): string {
  if (random.below(2)) { return mutatedText(text, random); }
  const values = readDocuments(text, 'fuzz.yaml').flatMap(({ manifest }) => manifest ? [mutateValue(structuredClone(manifest), random)] : []);
  return random.below(4) ? values.map(value => stringify(value)).join('---\n') : JSON.stringify({ apiVersion: 'v1', kind: 'List', items: values });
}
