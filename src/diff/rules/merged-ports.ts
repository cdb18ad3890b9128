import { Manifest, listOf, recordOf, textOf } from '../../kubernetes/manifest';
import { podTemplateOf } from '../../kubernetes/workload';
import { Difference } from '../changes/difference';
import { ChangeStatement } from '../changes/rule';
import { isService } from '../changes/service';
import { Update } from '../changes/update';

/**
 * What kubectl does to two ports of a Service with one number when it applies without --server-side: it takes them for one.
 *
 * @see https://github.com/kubernetes/kubernetes/issues/105610
 */
export function mergedPorts({ given, after }: Update, change: Difference): Pick<ChangeStatement, 'message'> | undefined {
  if (!isService(after) || !/^\/spec\/ports\/\d+$/.test(change.path)) { return undefined; }
  const port = recordOf(change.after ?? change.before);
  const isAdded = change.before === undefined;
  if (typeof port.port !== 'number' || !isAdded && change.after !== undefined || !hasNumber(isAdded ? given.before : given.after, port.port)) { return undefined; }
  const name = `${port.port}/${textOf(port.protocol) || 'TCP'}`;
  return {
    message: `what clients reach under this name or address changes; kubectl apply without --server-side tells ports by their number alone, and ${
      isAdded ? `does not add ${name}, without a word` : `is refused when ${name} goes ("spec.ports: Required value")`}; write kubectl apply --server-side`,
  };
}

/** The same of the ports of a container; when one of two goes, kubectl takes both away. */
export function mergedContainerPorts({ given: { before, after } }: Update, change: Difference): string {
  const [, list, index] = /\/(initContainers|containers)\/(\d+)\/ports\/\d+$/.exec(change.path) ?? [];
  const isAdded = change.before === undefined;
  if (list === undefined || !isAdded && change.after !== undefined) { return ''; }
  const { containerPort, protocol } = recordOf(change.after ?? change.before);
  const [own, other] = (isAdded ? [after, before] : [before, after]).map(side => listOf(podTemplateOf(side)?.spec[list]).map(recordOf));
  const container = other.find(({ name }) => name !== undefined && name === own[Number(index)]?.name);
  if (typeof containerPort !== 'number' || !listOf(container?.ports).some(port => recordOf(port).containerPort === containerPort)) { return ''; }
  const name = `${containerPort}/${textOf(protocol) || 'TCP'}`;
  return `; kubectl apply without --server-side tells ports by their number alone, and ${
    isAdded ? `does not add ${name}, without a word` : `takes all ports of that number away with ${name}`}; write kubectl apply --server-side`;
}

function hasNumber({ spec }: Manifest, number: unknown): boolean {
  return listOf(recordOf(spec).ports).some(port => recordOf(port).port === number);
}
