import { forRecords } from './rule';
import { Manifest, recordOf } from '../../../kubernetes/manifest';

/** A container of a Pod and where it stands. */
export interface ContainerAt {
  readonly container: Record<string, any>;
  readonly at: string;
  /** Init containers run one after the other before the others start, and may do less. */
  readonly init: boolean;
}

/** The containers and init containers of a Pod that are mappings, in the order of the manifest. */
export function containersOf(pod: Manifest): ContainerAt[] {
  const spec = recordOf(pod.spec);
  return [...containersIn(spec.containers, '/spec/containers', false), ...containersIn(spec.initContainers, '/spec/initContainers', true)];
}

function containersIn(list: unknown, path: string, init: boolean): ContainerAt[] {
  const found: ContainerAt[] = [];
  forRecords(list, (container, index) => found.push({ container, at: `${path}/${index}`, init }));
  return found;
}