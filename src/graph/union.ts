import { Graph, GraphEdge, GraphGroup, GraphMark, GraphNode } from './graph';
import { idOf } from './ids';
import { shapeOf } from './shapes';

/** The ids of all objects that are among the manifests of a side, drawn or not. */
export type Present = ReadonlySet<string>;

/** Two pictures in one: what only the second one has is new, and what only the first one has is gone. */
export function united(before: Graph, after: Graph, wasPresent: Present = new Set(), isPresent: Present = new Set()): Graph {
  const bothSides = <T extends GraphNode | GraphGroup>(old: readonly T[], next: readonly T[]) => marked(old, next, wasPresent, isPresent);
  const [nodes, groups] = [bothSides(before.nodes, after.nodes), bothSides(before.groups, after.groups)];
  const coming = new Set([...nodes, ...groups].filter(({ marks = [] }) => marks.some(mark => mark === NEW || mark === GONE)).map(({ id }) => id));
  return { nodes, groups, edges: edgesOfBoth(before.edges, after.edges, coming) };
}

const NEW: GraphMark = { tone: 'added', words: 'new' };
const GONE: GraphMark = { tone: 'gone', words: 'gone' };
/** What is there on both sides, such as a class or a server, and needed on one. */
const USED: GraphMark = { tone: 'added', words: 'used from now on' };
const UNUSED: GraphMark = { tone: 'gone', words: 'used no longer' };
/** A claim is there for its reader alone. */
const UNREAD: GraphMark = { tone: 'danger', words: 'its data stays, and no pod reads it any more' };

function marked<T extends GraphNode | GraphGroup>(before: readonly T[], after: readonly T[], wasPresent: Present, isPresent: Present): T[] {
  const [old, next] = [before, after].map(all => new Set(all.map(({ id }) => id)));
  // What is named and not there is neither.
  const withMark = (one: T, mark: GraphMark) => 'missing' in one && one.missing ? one : { ...one, marks: [mark] };
  // A server or a directory is no object; it is there before anybody uses it.
  // Nobody says that a namespace comes or goes which is not among the manifests.
  const isKept = ({ id, kind, object }: T, present: Present) => kind === 'Namespace' ? object === undefined || present.has(idOf(object))
    : object === undefined ? shapeOf(kind).family === 'storage' : present.has(id);
  // A Secret that a Job has made stays when the Job goes.
  const stays = (one: T) => one.kind === 'Secret' && 'derived' in one && one.derived;
  return [
    ...after.map(one => old.has(one.id) ? one : withMark(one, isKept(one, wasPresent) ? USED : NEW)),
    ...before.filter(({ id }) => !next.has(id)).map(one => withMark(one, !isKept(one, isPresent) && !stays(one) ? GONE : one.kind === 'PersistentVolumeClaim' ? UNREAD : UNUSED)),
  ];
}

/** An arrow that comes or goes with one of its ends has no need to say so. */
function edgesOfBoth(before: readonly GraphEdge[], after: readonly GraphEdge[], coming: ReadonlySet<string>): GraphEdge[] {
  const [old, next] = [before, after].map(all => new Set(all.map(keyOf)));
  const worded = (edge: GraphEdge, tone: 'added' | 'gone', word: string) => {
    const { from, to, label } = edge;
    return { ...edge, tone, label: coming.has(from) || coming.has(to) ? label : label === '' ? word : `${word}: ${label}` };
  };
  return [
    ...after.map(edge => old.has(keyOf(edge)) ? edge : worded(edge, 'added', 'new')),
    ...before.filter(edge => !next.has(keyOf(edge))).map(edge => worded(edge, 'gone', 'gone')),
  ];
}

/** The same for arrows that say the same between the same ends. */
export function keyOf({ from, to, label }: GraphEdge): string {
  return JSON.stringify([from, to, label]);
}
