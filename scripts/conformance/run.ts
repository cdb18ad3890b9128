import { basesOf, examplesOf, objectKinds } from './bases';
import { inFlight } from './client';
import { atNamed } from './limits';
import { Part } from './options';
import { KindField, fieldsOfKind } from './places';
import { Plan, Question, coverageKey, planOf } from './plan';
import { ConformanceRecord, recordOf } from './record';
import { Site, sitesOf } from './site';
import { Oracle } from './verdict';
import { Kind } from '../../src/kubernetes/api/kind';
import { ApiModel } from '../../src/kubernetes/api/model';

export interface RunOptions {
  /** `1.36.3`, the server's own. */
  readonly version: string;
  readonly seed: number;
  /** No more than these, the needed ones first. */
  readonly records: number;
  /** The needed ones alone. */
  readonly everyField?: boolean;
  /** A part of the fields. @default - all */
  readonly part?: Part;
  /** Kinds to look at. @default - all */
  readonly kinds?: readonly string[];
  readonly progress: (line: string) => void;
}

/** All that was asked in one run. */
export interface Run {
  readonly records: readonly ConformanceRecord[];
  readonly kinds: readonly Kind[];
  readonly fields: readonly KindField[];
  /** Fields that the server takes nowhere: what is changed there may be refused for another reason. */
  readonly neverTaken: readonly string[];
  readonly plan: Plan;
  /** `field mutation` */
  readonly covered: ReadonlySet<string>;
}

/** Of what a run may ask: what each rule is asked first, for a field that all kinds with Pods have is one rule of the server. */
const FOR_DISTINCT = 0.6;
/** And what the server named. The rest meets every kind of mutation. */
const FOR_NAMED = 0.1;

export async function runConformance(oracle: Oracle, options: RunOptions): Promise<Run> {
  const { version, seed, records: most, everyField, part, kinds: names, progress } = options;
  const model = ApiModel.of(version);
  const kinds = objectKinds(model).filter(({ kind }) => !names || names.includes(kind));
  const bases = new Map(kinds.map(kind => [kind, basesOf(kind, model)]));
  const examples = examplesOf(model);
  const fields = kinds.flatMap(kind => fieldsOfKind(kind, model)).filter((_, index) => !part || index % part.of === part.number - 1);
  const ask = (question: Question) => recordOf(question, oracle, model);

  const ofBases = await inFlight([...bases.values()].flat().map(({ manifest }): Question => ({ manifest, what: 'as it was written', mutation: 'base' })), ask);
  const searches = await inFlight(fields, field => search(field, sitesOf(field, bases.get(field.kind)!, examples, model), ask));
  progress(`${fields.length} fields of ${kinds.length} kinds`);
  const sites = searches.flatMap(({ site }) => site ?? []);
  const plan = planOf(sites, { model, examples }, seed);
  const given = [...ofBases, ...searches.flatMap(({ records }) => records)];
  const left = Math.max(0, most - given.length);
  let done = 0;
  const askAll = (questions: readonly Question[]) => inFlight(questions, async question => {
    const record = await ask(question);
    if (++done % 10000 === 0) { progress(`${done} of at most ${left} mutations`); }
    return record;
  });
  const upTo = (share: number) => Math.floor(left * share);
  const distinct = everyField ? [] : await askAll(plan.distinct.slice(0, upTo(FOR_DISTINCT)));
  const named = everyField ? [] : await askAll(atNamed([...given, ...distinct], sites).slice(0, upTo(FOR_NAMED)));
  const asked = new Set(plan.distinct.slice(0, distinct.length));
  const others = [...plan.needed.filter(question => !asked.has(question)), ...everyField ? [] : plan.more];
  const mutated = [...distinct, ...named, ...await askAll(others.slice(0, left - distinct.length - named.length))];
  return {
    records: [...given, ...mutated],
    kinds,
    fields,
    neverTaken: searches.filter(({ taken }) => !taken).map(({ field }) => field.id),
    plan,
    covered: new Set(mutated.filter(({ answer }) => !answer.leftOut).map(({ field, mutation }) => coverageKey(field!, mutation))),
  };
}

interface Search {
  readonly field: KindField;
  /** The first one that the server takes; or else the first one. */
  readonly site?: Site;
  readonly taken: boolean;
  readonly records: readonly ConformanceRecord[];
}

async function search(field: KindField, sites: Iterable<Site>, ask: (question: Question) => Promise<ConformanceRecord>): Promise<Search> {
  const records: ConformanceRecord[] = [];
  let first: Site | undefined;
  for (const site of sites) {
    first ??= site;
    const record = await ask({ manifest: site.manifest, what: `${site.path.join('.')} is given`, field: field.id, mutation: 'given' });
    records.push(record);
    if (!record.answer.refused) { return { field, site, taken: true, records }; }
  }
  return { field, site: first, taken: false, records };
}
