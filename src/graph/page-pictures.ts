import { withFewerArrows } from './fewer-arrows';
import { folded } from './fold';
import { Graph } from './graph';
import { svg } from './svg';
import { partAround } from './system';
import { groupBy } from '../manifest/group-by';
import { printable } from '../reports/printable';

/** A picture that can be opened in the page. */
export interface PagePicture {
  /** The attributes of its template: which system or namespace it is of. */
  readonly of: Readonly<Record<string, string>>;
  readonly svg: string;
}

export interface PagePictures {
  readonly whole: string;
  readonly parts: readonly PagePicture[];
}

/** Pictures of more than one box for each workload need no smaller ones. */
const MOST_AT_ONCE = 12;

/** The picture of everything, one for each namespace where everything is much, and one for each workload. */
export async function pagePictures(graph: Graph, systems: readonly Graph[]): Promise<PagePictures> {
  const workloads = graph.groups.filter(({ kind }) => kind !== 'Namespace');
  const byNamespace = groupBy(workloads, ({ parent = '' }) => parent);
  const namespaces = workloads.length > MOST_AT_ONCE && byNamespace.size > 1 ? graph.groups.filter(({ id }) => byNamespace.has(id)) : [];
  const parts: PagePicture[] = [];
  for (const { id, name } of namespaces) {
    parts.push({ of: { namespace: printable(name) }, svg: await drawn(partAround(graph, byNamespace.get(id)!)) });
  }
  for (const [i, system] of systems.length > 1 ? systems.entries() : []) { parts.push({ of: { system: String(i) }, svg: await drawn(system) }); }
  return { whole: await drawn(graph), parts };
}

/** Without the style sheet, which is in the page once for all of them, and without what stands beside: the page has it as text. */
async function drawn(graph: Graph): Promise<string> {
  const less = folded(graph);
  const note = less === graph ? graph.note : [...graph.note === undefined ? [] : [graph.note], 'Each workload is one box. Choose one to open its picture.'].join(' ');
  return (await svg({ ...withFewerArrows(less), asides: [], ...note !== undefined && { note } }, { theme: 'light' })).replace(/<style>[^]*?<\/style>\n/, '');
}
