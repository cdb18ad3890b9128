import { Construct } from 'constructs';

/**
 * The id of a construct that is about to be made, if no other one in the scope has it. `constructs` refuses those, too,
 * but does not say what stands there nor what to write.
 *
 * @param kind name of the construct's class
 * @throws if the id is taken
 */
export function freeId(scope: Construct, id: string, kind: string): string {
  const other = takenBy(scope, id);
  if (!other) { return id; }
  const otherKind = other.constructor.name;
  const place = `[${scope.node.path ? `${scope.node.path}/` : ''}${id}]`;
  throw new Error(kind === otherKind
    ? `${place} there is a ${otherKind} with this id already; write another id for one of them: new ${kind}(scope, '${id}-2', …)`
    : `${place} there is a ${otherKind} with this id already, and ids are unique in their scope, whatever they are for; write another id for one of them, and the name beside it, which stays: new ${kind}(scope, '${id}-${inWords(kind)}', { name: '${id}', … })`);
}

/** What is no scope or no id is left to `constructs`. */
function takenBy(scope: Construct, id: string): Construct | undefined {
  const other = typeof id === 'string' && Construct.isConstruct(scope) ? scope.node.tryFindChild(id) : undefined;
  return Construct.isConstruct(other) ? other : undefined;
}

/** `stateful-app` of StatefulApp. */
function inWords(kind: string): string {
  return kind.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
}
