import { changedValues } from './changed-values';
import { Graph, GraphGroup, GraphMark, GraphNode, Tone } from './graph';
import { idInPicture, idOfNamed } from './ids';
import { planAsides, stepsOf } from './plan-lines';
import { unitedWithClaimsThatStay, withLinesThatStay } from './staying';
import { Present } from './union';
import { groupBy } from '../manifest/group-by';
import { Change, ClaimEffect, Diff, isDangerous } from '../reports/change';
import { grouped, placesOf } from '../reports/change-groups';
import { MigrationPlan } from '../reports/plan';
import { objectInWords } from '../reports/report';
import { EFFECT_WORDS, isNamed, summaryLine } from '../reports/words';

/** What is drawn of a change: both sides, and what the differ found. */
export interface ChangeFacts {
  readonly before: Graph;
  readonly after: Graph;
  /** The ids of all objects of each side. @default - those that are drawn */
  readonly present?: readonly [before: Present, after: Present];
  readonly diff: Pick<Diff, 'changes' | 'summary' | 'kubernetesVersions'>;
  readonly plans: readonly MigrationPlan[];
  /** The pods that restart one after the other, by the id of their set: from the highest ordinal down. */
  readonly restarts: ReadonlyMap<string, Restart>;
}

export interface Restart {
  readonly from: number;
  readonly to: number;
}

/** An object says no more than this of its changes. */
const MOST_SAID = 3;
const MOST_OTHERS = 12;
const MORE_OF_PLANS = "'cdk8s-stateful diff --plan' has the commands of each step, and the way back.";

/** The picture of a change: what comes, what changes, what restarts and in what order, what becomes of each claim, and the plans beside it. */
export function changeGraph({ before, after, present = [new Set(), new Set()], diff, plans, restarts }: ChangeFacts): Graph {
  const changes = groupBy(diff.changes.filter(({ effect }) => effect !== 'none'), ({ object }) => idInPicture(object));
  const fates = fatesOf(diff.changes);
  const both = unitedWithClaimsThatStay(before, after, present, fates);
  const marked = <T extends GraphNode | GraphGroup>(one: T): T => {
    const own = changes.get(one.id) ?? [];
    // What becomes of a claim is said once: by the change of the claim itself, if there is one.
    const side = own.some(isNamed) && one.kind === 'PersistentVolumeClaim' ? [] : fateOf(one, fates) ?? one.marks ?? [];
    // That it is new or gone is said already.
    const said = own.filter(change => isNamed(change) || change.path !== '' || !side.some(({ tone }) => tone === 'added' || tone === 'gone'));
    const marks = [...side, ...marksOf(said), ...restartOf(one, restarts)];
    return marks.length > 0 ? { ...one, marks } : one;
  };
  const groups = both.groups.map(marked);
  const nodes = withLinesThatStay(both.nodes.map(marked), before).map(node => ({ ...node, lines: [...node.lines, ...stepsOf(node, plans)] }));
  const drawn = new Set([...nodes, ...groups].map(({ id }) => id));
  const rest = [...changes].filter(([id]) => !drawn.has(id)).flatMap(([, all]) => marksOf(all).map(({ words }) => `${objectInWords(all[0].object)}: ${words}`));
  return {
    nodes,
    groups,
    edges: both.edges,
    asides: [
      { title: 'What this change does', lines: [summaryLine(diff), ...plans.length > 0 ? [MORE_OF_PLANS] : []] },
      ...planAsides(plans),
      ...rest.length > 0 ? [{ title: 'Besides what is drawn', lines: firstOf(rest, MOST_OTHERS) }] : [],
    ],
  };
}

const FATES: Readonly<Record<ClaimEffect['fate'], GraphMark>> = {
  'kept': { tone: 'changed', words: 'kept' },
  'adopted again': { tone: 'changed', words: 'used again, with the data that it holds' },
  'stranded': { tone: 'danger', words: 'stranded: data stays, no pod finds it' },
  'deleted': { tone: 'danger', words: 'deleted' },
  'new and empty': { tone: 'added', words: 'new and empty' },
};

/** Worst first: a claim that loses its reader and is deleted with its namespace is deleted. */
const FATES_BY_WEIGHT: readonly ClaimEffect['fate'][] = ['deleted', 'stranded', 'new and empty', 'adopted again', 'kept'];

function fatesOf(changes: readonly Change[]): Map<string, ClaimEffect['fate']> {
  const claims = changes.flatMap(change => change.claims).filter(({ fate }) => fate !== 'kept')
    .sort((a, b) => FATES_BY_WEIGHT.indexOf(b.fate) - FATES_BY_WEIGHT.indexOf(a.fate));
  return new Map(claims.map(({ namespace, name, fate }) => [idOfNamed('', 'PersistentVolumeClaim', namespace, name), fate]));
}

/** The ids of the claims that a change deletes or takes from their reader. */
export function lostClaims(changes: readonly Change[]): Set<string> {
  return new Set([...fatesOf(changes)].filter(([, fate]) => FATES[fate].tone === 'danger').map(([id]) => id));
}

/** What becomes of a claim; of many in one box, what becomes of the first one and of the last one. */
function fateOf({ id, kind }: GraphNode | GraphGroup, fates: ReadonlyMap<string, ClaimEffect['fate']>): GraphMark[] | undefined {
  if (kind !== 'PersistentVolumeClaim') { return undefined; }
  const folder = id.slice(0, id.lastIndexOf('/') + 1);
  const names = id.slice(folder.length).split(' … ').map(name => folder + name);
  const found = [...new Set(names.flatMap(name => fates.get(name) ?? []))];
  return found.length > 0 ? found.map(fate => FATES[fate]) : undefined;
}

function marksOf(changes: readonly Change[]): GraphMark[] {
  const all = grouped(changes).map((group): GraphMark => {
    const { first } = group;
    const said = `${EFFECT_WORDS[first.effect]}: ${changedValues(placesOf(group).map(({ change }) => change))}${first.message}`;
    return { tone: toneOf(first), words: first.accepted === undefined ? said : `${said} (accepted: ${first.accepted})` };
  });
  // The last one takes no more room than its number.
  return all.length <= MOST_SAID + 1 ? all : [...all.slice(0, MOST_SAID), { tone: all[MOST_SAID].tone, words: `and ${all.length - MOST_SAID} more` }];
}

function toneOf(change: Change): Tone {
  return isDangerous(change) ? 'danger' : change.severity === 'warning' ? 'warning' : 'changed';
}

/** Which pods restart when: the highest ordinal first. */
function restartOf(node: GraphNode | GraphGroup, restarts: ReadonlyMap<string, Restart>): GraphMark[] {
  if (node.kind !== 'Pod' || !('group' in node)) { return []; }
  const restart = restarts.get(node.group!);
  const [first, last] = (/(\d+)(?: \u2026 .*?(\d+))?$/.exec(node.name) ?? []).slice(1).map(Number);
  const [low, high] = [first, Number.isNaN(last) ? first : last];
  if (!restart || low > restart.from || high < restart.to) { return []; }
  const turn = (ordinal: number) => restart.from - ordinal + 1;
  const turns = low === high ? `${turn(low)}` : `${turn(Math.min(high, restart.from))} to ${turn(Math.max(low, restart.to))}`;
  return [{ tone: 'changed', words: `restarts ${turns} of ${restart.from - restart.to + 1}` }];
}

function firstOf(lines: readonly string[], most: number): string[] {
  return lines.length <= most ? [...lines] : [...lines.slice(0, most), `… and ${lines.length - most} more`];
}
