import { Manifest, recordOf, textOf } from '../kubernetes/manifest';

/** Says of a StatefulSet at which ports its pods believe whoever connects, separated by commas: nothing there asks who it is. */
export const TRUSTING_PORTS_ANNOTATION = 'cdk8s-stateful/trusting-ports';

/** The ports at which the pods of a set believe whoever connects, as they are written; none if nobody said so. */
export function trustingPortsOf(set: Manifest): string[] {
  return textOf(recordOf(set.metadata?.annotations)[TRUSTING_PORTS_ANNOTATION]).split(',').map(port => port.trim()).filter(Boolean);
}
