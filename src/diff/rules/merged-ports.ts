import { Manifest, listOf, recordOf, textOf } from '../../kubernetes/manifest';
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

function hasNumber({ spec }: Manifest, number: unknown): boolean {
  return listOf(recordOf(spec).ports).some(port => recordOf(port).port === number);
}
