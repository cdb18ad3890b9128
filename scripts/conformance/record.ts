import { Question } from './plan';
import { Answer, Opinion, Oracle, opinionOf } from './verdict';
import { ApiModel } from '../../src/kubernetes/api/model';
import { Manifest } from '../../src/kubernetes/manifest';

/** What server and checker say of one object, and of what controllers make of it. */
export interface ConformanceRecord extends Question {
  readonly answer: Answer;
  readonly opinion: Opinion;
  readonly derived: readonly DerivedRecord[];
}

export interface DerivedRecord {
  readonly manifest: Manifest;
  readonly answer: Answer;
  readonly opinion: Opinion;
}

/** Asks both. What a refused object would have led to is never made. */
export async function recordOf(
  question: Question, oracle: Oracle, model: ApiModel, definitions: readonly Manifest[] = [],
): Promise<ConformanceRecord> {
  const answer = await oracle.ask(question.manifest);
  const derived = answer.refused ? [] : await oracle.askDerived(question.manifest);
  return {
    ...question,
    answer,
    opinion: opinionOf(question.manifest, model, definitions),
    derived: derived.map(({ manifest, answer: about }) => ({ manifest, answer: about, opinion: opinionOf(manifest, model) })),
  };
}

/** One verdict on which both either agree or not. */
export interface Comparison {
  readonly record: { readonly what: string; readonly before?: Manifest };
  readonly about: 'object' | 'derived' | 'update';
  /** The object itself, the derived one, or what an update makes of it. */
  readonly manifest: Manifest;
  readonly refused: boolean;
  /** Why the server refuses it. */
  readonly answer: Answer;
  readonly opinion: Opinion;
}

/** The verdicts on an object with all that is made of it, and on each derived object alone; without those that depend on the cluster. */
export function comparisonsOf(record: ConformanceRecord): Comparison[] {
  const { answer, opinion, manifest, derived } = record;
  if (answer.leftOut) { return []; }
  const answered = derived.filter(({ answer: about }) => !about.leftOut);
  const refusedPart = answered.find(({ answer: about }) => about.refused)?.answer;
  // Nothing makes Pods of a PodTemplate.
  const why = answer.refused || manifest.kind === 'PodTemplate' ? answer : refusedPart ?? answer;
  const whole: Comparison = { record, about: 'object', manifest, refused: why.refused, answer: why, opinion };
  // What the cluster decides of a part, it decides of the whole.
  const isKnown = why.refused || answered.length === derived.length;
  return [...isKnown ? [whole] : [], ...answered.map((one): Comparison => {
    // Of the Job of a CronJob the checker says what it says of its Pods, too.
    const about = one.manifest.kind === 'Job' && !one.answer.refused ? refusedPart ?? one.answer : one.answer;
    return { record, about: 'derived', manifest: one.manifest, refused: about.refused, answer: about, opinion: one.opinion };
  })];
}

export function agrees({ refused, opinion }: Comparison): boolean {
  return refused === opinion.errors.length > 0;
}
