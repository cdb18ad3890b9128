/**
 * Vertices in an order in which each comes after those it depends on: depth
 * first, from every vertex on which nothing depends. Linear in vertices and
 * edges, and not limited by the size of the stack.
 *
 * `targetsOf` may also name things that are no vertices: they stand for all of
 * their own targets, so that many-to-many dependencies need no edge for every
 * pair. They appear neither in the result nor in cycles.
 *
 * @throws the error that `onCycle` makes of the vertices on a cycle, if there is one
 */
export function topologicalOrder<V>(vertices: readonly V[], targetsOf: (vertex: V) => readonly V[], onCycle: (cycle: V[]) => Error): V[] {
  const known = new Set(vertices);
  const depended = targetsOfAll(vertices, targetsOf, known);
  const roots = vertices.filter(vertex => !depended.has(vertex));

  const done = new Set<V>();
  const isVertex = (vertex: V) => known.has(vertex);
  // What no root reaches is on a cycle or behind one; visiting it finds the cycle.
  for (const start of [...roots, ...vertices]) {
    visit(start, targetsOf, done, cycle => onCycle(cycle.filter(isVertex)));
  }
  return [...done].filter(isVertex);
}

/** Everything on which something depends. */
function targetsOfAll<V>(vertices: readonly V[], targetsOf: (vertex: V) => readonly V[], known: ReadonlySet<V>): Set<V> {
  const found = new Set<V>();
  const open = [...vertices];
  for (let vertex = open.pop(); vertex !== undefined; vertex = open.pop()) {
    for (const target of targetsOf(vertex)) {
      if (!known.has(target) && !found.has(target)) { open.push(target); }
      found.add(target);
    }
  }
  return found;
}

interface Step<V> {
  readonly vertex: V;
  readonly targets: readonly V[];
  next: number;
}

/** Adds `start` to `done`, after everything that it depends on. */
function visit<V>(start: V, targetsOf: (vertex: V) => readonly V[], done: Set<V>, onCycle: (cycle: V[]) => Error) {
  if (done.has(start)) { return; }
  const onPath = new Set<V>();
  const path: Step<V>[] = [];
  const enter = (vertex: V) => {
    onPath.add(vertex);
    path.push({ vertex, targets: targetsOf(vertex), next: 0 });
  };

  enter(start);
  while (path.length > 0) {
    const step = path[path.length - 1];
    if (step.next === step.targets.length) {
      done.add(step.vertex);
      onPath.delete(step.vertex);
      path.pop();
      continue;
    }
    const target = step.targets[step.next++];
    if (onPath.has(target)) {
      const vertices = path.map(({ vertex }) => vertex);
      throw onCycle(vertices.slice(vertices.indexOf(target)));
    }
    if (!done.has(target)) { enter(target); }
  }
}
