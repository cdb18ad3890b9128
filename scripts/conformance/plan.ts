import { World } from './mutations/mutation';
import { MUTATIONS, MUTATION_NAMES, MutationName } from './mutations/mutations';
import { Random } from './random';
import { Site } from './site';
import { Manifest } from '../../src/kubernetes/manifest';

/** A manifest that server and checker are asked about. */
export interface Question {
  readonly manifest: Manifest;
  /** In words, what was changed. */
  readonly what: string;
  /** `v1/Pod Container.image`; none for a base as it was written. */
  readonly field?: string;
  /** `given`: the field with a valid value. */
  readonly mutation: MutationName | 'given' | 'base';
}

/** The mutations of all fields. */
export interface Plan {
  /** One for each field and each kind of mutation. */
  readonly needed: readonly Question[];
  /** Those of them that a short run asks first. */
  readonly distinct: readonly Question[];
  /** Those by which fields that several kinds have meet all values together. */
  readonly more: readonly Question[];
  /** `field mutation` where a kind of mutation makes nothing of a field: only lists have items twice. */
  readonly impossible: ReadonlySet<string>;
}

/** What these make is mostly decoded, and validated then. Of the others no rule hears: the server cannot read them. */
const VALIDATED: ReadonlySet<MutationName> = new Set<MutationName>(['missing', 'out of range', 'combined', 'border', 'duplicate']);

/** @param sites one for each field of each kind */
export function planOf(sites: readonly Site[], world: Omit<World, 'random'>, seed: number): Plan {
  const needed: Question[] = [];
  const distinct: Question[] = [];
  const more: Question[] = [];
  const impossible = new Set<string>();
  for (const [name, alike] of groupedByName(sites)) {
    const first = new Random(`${seed} ${name}`).below(alike.length);
    alike.forEach((site, ordinal) => MUTATION_NAMES.forEach(mutation => {
      const random = new Random(`${seed} ${site.field.id} ${mutation}`);
      const mutants = MUTATIONS[mutation](site, { ...world, random });
      if (mutants.length === 0) { impossible.add(coverageKey(site.field.id, mutation)); }
      const share = Math.ceil(mutants.length / alike.length);
      const start = new Random(`${seed} ${name} ${mutation}`).below(Math.max(1, mutants.length)) + ordinal * share;
      for (let count = 0; count < share; count++) {
        const question = { ...mutants[(start + count) % mutants.length], field: site.field.id, mutation };
        (count === 0 ? needed : more).push(question);
        if (count === 0 && ordinal === first && VALIDATED.has(mutation)) { distinct.push(question); }
      }
    }));
  }
  const random = new Random(seed);
  return { needed: random.shuffled(needed), distinct: random.shuffled(distinct), more: random.shuffled(more), impossible };
}

export function coverageKey(field: string, mutation: string): string {
  return `${field} ${mutation}`;
}

function groupedByName(sites: readonly Site[]): Map<string, Site[]> {
  const groups = new Map<string, Site[]>();
  for (const site of sites) { groups.set(site.field.name, [...groups.get(site.field.name) ?? [], site]); }
  return groups;
}
