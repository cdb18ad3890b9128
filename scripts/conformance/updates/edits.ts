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

/** Of each field so many edits are made, of these kinds. */
const KINDS_OF_EDIT: readonly MutationName[] = ['missing', 'border', 'border', 'out of range', 'combined', 'combined', 'duplicate'];

/** Edits of all fields of these kinds, in an order that the seed decides. */
export function editsOf(kinds: readonly Kind[], model: ApiModel, seed: number): Edit[] {
  const examples = examplesOf(model);
  const edits = kinds.flatMap(kind => {
    const bases = basesOf(kind, model).filter(({ manifest }) => manifest.metadata?.name !== undefined);
    return fieldsOfKind(kind, model).flatMap(field => {
      const random = new Random(`${seed} ${field.id}`);
      const updates = firstOf(updatesAt(sitesOf(field, bases, examples, model), bases), SITES);
      return updates.length > 0 ? editsAt(random.pick(updates), { model, examples, random }) : [];
    });
  });
  return new Random(seed).shuffled(edits.filter(isUpdate));
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

function editsAt({ site, before }: UpdateSite, world: World): Edit[] {
  const mutants = KINDS_OF_EDIT.flatMap(kind => {
    const all = MUTATIONS[kind](site, world);
    return all.length > 0 ? [world.random.pick(all)] : [];
  });
  return [{ what: `${site.path.join('.')} is given`, manifest: site.manifest }, ...mutants]
    .map(({ what, manifest }) => ({ before, after: manifest, what, field: site.field.id }));
}

/** It changes something, and the object is still the same one. */
function isUpdate({ before, after }: Edit): boolean {
  return !sameData(before, after) && isManifest(after) && isRecord(after.metadata) && identityOf(before) === identityOf(after);
}
