import { generalized } from './groups';
import { Comparison } from './record';
import { Manifest } from '../../src/kubernetes/manifest';

/** What server and checker tell of objects that both take. */
export interface Told {
  readonly both: number;
  readonly serverOnly: number;
  readonly checkerOnly: number;
  /** What only one of them says, the most frequent first. */
  readonly groups: readonly { readonly title: string; readonly count: number; readonly example: Manifest }[];
}

interface Saying {
  readonly server: boolean;
  readonly checker: boolean;
  readonly title: string;
  readonly manifest: Manifest;
}

/** Rules on fields that the server takes, says nothing of, and does not store. */
const DROPPED = /^dropped-/;

/** The objects of which either warns. */
export function warningsOf(comparisons: readonly Comparison[]): Told {
  return toldOf(taken(comparisons).map(({ manifest, answer: { warnings: [said] }, opinion }): Saying => {
    const rule = opinion.warnings.find(warning => !DROPPED.test(warning.rule))?.rule;
    return { server: said !== undefined, checker: rule !== undefined, title: said ? `server: ${generalized(said)}` : `checker: ${rule}`, manifest };
  }));
}

/** The fields that the server drops, or of which the checker says so. */
export function droppedOf(comparisons: readonly Comparison[]): Told {
  return toldOf(taken(comparisons).flatMap(({ manifest, answer, opinion }) => {
    const dropped = answer.dropped ?? [];
    const told = opinion.warnings.filter(({ rule }) => DROPPED.test(rule));
    const wrong = told.filter(({ path }) => !dropped.some(one => areNested(one, path)));
    return [
      ...dropped.map((path): Saying => ({ server: true, checker: opinion.warnings.some(one => areNested(one.path, path)), title: titleOf('server', path), manifest })),
      ...wrong.map(({ path }): Saying => ({ server: false, checker: true, title: titleOf('checker', path), manifest })),
    ];
  }));
}

/** Such as `3 of both, 0 of the server alone, 1 of the checker alone`. */
export function toldBy({ both, serverOnly, checkerOnly }: Told): string {
  return `${both} of both, ${serverOnly} of the server alone, ${checkerOnly} of the checker alone`;
}

function taken(comparisons: readonly Comparison[]): Comparison[] {
  return comparisons.filter(({ about, refused, opinion }) => about === 'object' && !refused && opinion.errors.length === 0);
}

function toldOf(sayings: readonly Saying[]): Told {
  const count = (server: boolean, checker: boolean) => sayings.filter(saying => saying.server === server && saying.checker === checker).length;
  const groups = new Map<string, Saying[]>();
  for (const saying of sayings.filter(({ server, checker }) => server !== checker)) {
    groups.set(saying.title, [...groups.get(saying.title) ?? [], saying]);
  }
  return {
    both: count(true, true),
    serverOnly: count(true, false),
    checkerOnly: count(false, true),
    groups: [...groups].map(([title, all]) => ({ title, count: all.length, example: all[0].manifest })).sort((one, other) => other.count - one.count),
  };
}

/** Whether one field is the other, or stands in it. */
function areNested(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);
}

function titleOf(who: string, path: string): string {
  return `${who}: ${path.replace(/\/\d+/g, '/*').split('/').slice(-3).join('/')}`;
}
