import { Kind } from '../../../src/kubernetes/api/kind';
import { ApiModel } from '../../../src/kubernetes/api/model';
import { Manifest, isManifest, isRecord, sameData } from '../../../src/kubernetes/manifest';
import { identityOf } from '../../../src/manifest/inventory';
import { Base } from '../base';
import { basesOf, examplesOf } from '../bases';
import { World } from '../mutations/mutation';
import { MUTATIONS, MutationName } from '../mutations/mutations';
import { fieldsOfKind } from '../places';
import { Random } from '../random';
import { Site, sitesOf } from '../site';

/** A manifest, and what somebody made of it. */
export interface Edit {
  readonly before: Manifest;
  readonly after: Manifest;
  /** In words, what was changed. */
  readonly what: string;
  /** `apps/v1/StatefulSet StatefulSetSpec.replicas` */
  readonly field: string;
}

/** What is done to a field, one after the other: `given` puts it into an object that lacks it. */
const KINDS_OF_EDIT: readonly (MutationName | 'given')[] = ['border', 'combined', 'missing', 'given', 'out of range', 'border', 'combined', 'duplicate'];

/** Edits of all fields of these kinds: first one of each field, then another one, as many as are wanted. */
export function editsOf(kinds: readonly Kind[], model: ApiModel, seed: number, most: number): Edit[] {
  const world = { model, examples: examplesOf(model) };
  const bases = new Map(kinds.map(kind => [kind, basesOf(kind, model).filter(({ manifest }) => manifest.metadata?.name !== undefined)]));
  const fields = new Random(seed).shuffled(kinds.flatMap(kind => fieldsOfKind(kind, model)));
  const edits: Edit[] = [];
  for (let round = 0; round < KINDS_OF_EDIT.length; round++) {
    for (const [index, field] of fields.entries()) {
      const random = new Random(`${seed} ${field.id} ${round}`);
      const sites = firstOf(updatesAt(sitesOf(field, bases.get(field.kind)!, world.examples, model), bases.get(field.kind)!), SITES);
      const kind = KINDS_OF_EDIT[(index + round) % KINDS_OF_EDIT.length];
      const edit = sites.length > 0 ? editAt(random.pick(sites), kind, { ...world, random }) : undefined;
      if (edit && isUpdate(edit) && edits.push(edit) === most) { return edits; }
    }
  }
  return edits;
}

/** Of so many sites one is taken. */
const SITES = 4;

/** A site, and the object that it is an update of: the base that the field was put into. */
interface UpdateSite {
  readonly site: Site;
  readonly before: Manifest;
}

function* updatesAt(sites: Iterable<Site>, bases: readonly Base[]): Iterable<UpdateSite> {
  for (const site of sites) {
    const before = bases.find(({ manifest }) => manifest.metadata!.name === site.manifest.metadata?.name)?.manifest;
    if (before) { yield { site, before }; }
  }
}

function firstOf<T>(items: Iterable<T>, most: number): T[] {
  const first: T[] = [];
  for (const item of items) {
    if (first.push(item) === most) { break; }
  }
  return first;
}

function editAt({ site, before }: UpdateSite, kind: MutationName | 'given', world: World): Edit | undefined {
  if (kind === 'given') { return { before, after: site.manifest, what: `${site.path.join('.')} is given`, field: site.field.id }; }
  const mutants = MUTATIONS[kind](site, world);
  if (mutants.length === 0) { return undefined; }
  const { what, manifest } = world.random.pick(mutants);
  return { before, after: manifest, what, field: site.field.id };
}

/** It changes something, and the object is still the same one. */
function isUpdate({ before, after }: Edit): boolean {
  return !sameData(before, after) && isManifest(after) && isRecord(after.metadata) && identityOf(before) === identityOf(after);
}
