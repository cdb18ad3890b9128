import { diff } from '../../../src/diff/diff';
import { ApiModel } from '../../../src/kubernetes/api/model';
import { Manifest } from '../../../src/kubernetes/manifest';
import { objectKinds } from '../bases';
import { inFlight } from '../client';
import { Comparison } from '../record';
import { Answer, Opinion, Oracle } from '../verdict';
import { Edit, editsOf } from './edits';
import { LiveObjects } from './live-objects';

export interface UpdatesOptions {
  readonly version: string;
  readonly seed: number;
  /** So many edits are tried. */
  readonly updates: number;
  readonly kinds?: readonly string[];
  readonly progress: (line: string) => void;
}

/** What server, kubectl and differ say of one edit. */
export interface UpdateRecord extends Edit {
  /** The server would take what came out of it as a new object. */
  readonly isValid: boolean;
  readonly serverSide?: Answer;
  readonly clientSide?: Answer;
  readonly opinion: Opinion;
}

/** Makes every base that is edited for real, one after the other, and asks about its edits. */
export async function runUpdates(oracle: Oracle, live: LiveObjects, options: UpdatesOptions): Promise<UpdateRecord[]> {
  const { version, seed, updates, kinds: names, progress } = options;
  const model = ApiModel.of(version);
  const kinds = objectKinds(model).filter(({ kind }) => !names || names.includes(kind));
  const edits = editsOf(kinds, model, seed, updates);
  const asNew = await inFlight(edits, ({ after }) => oracle.ask(after));
  const isValid = new Map(edits.map((edit, index) => [edit, !asNew[index].refused]));
  progress(`${edits.length} edits, of which ${asNew.filter(({ refused }) => !refused).length} make valid objects`);
  const records: UpdateRecord[] = [];
  for (const [before, ofBase] of grouped(edits)) {
    const after = ofBase.map(edit => edit.after);
    const serverSide = await live.askServerSide(before, after);
    const clientSide = await live.askClientSide(before, after);
    if (!serverSide || !clientSide) { progress(`${before.kind} ${before.metadata!.name} could not be made`); }
    ofBase.forEach((edit, index) => records.push({
      ...edit, isValid: isValid.get(edit)!, serverSide: serverSide?.[index], clientSide: clientSide?.[index], opinion: opinionOf(edit, model),
    }));
  }
  return records;
}

function grouped(edits: readonly Edit[]): Map<Manifest, Edit[]> {
  const groups = new Map<Manifest, Edit[]>();
  for (const edit of edits) { groups.set(edit.before, [...groups.get(edit.before) ?? [], edit]); }
  return groups;
}

/** The differ's refusals as errors. */
function opinionOf({ before, after }: Edit, model: ApiModel): Opinion {
  const { changes } = diff([before], [after], { model });
  return { errors: changes.filter(({ effect }) => effect === 'refused').map(({ rule, path, message }) => ({ rule, path, message })), warnings: [] };
}

/** What the differ and one way of applying say, without what depends on the cluster. */
export function comparisonsOf(records: readonly UpdateRecord[], side: 'serverSide' | 'clientSide'): Comparison[] {
  return records.flatMap(record => {
    const answer = record[side];
    return !answer || answer.leftOut ? [] : [{ record, about: 'update', manifest: record.after, refused: answer.refused, answer, opinion: record.opinion }];
  });
}
