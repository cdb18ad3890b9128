import { forRecords, isGiven } from './rule';
import { Manifest, recordOf } from '../../../kubernetes/manifest';

/** A container of a Pod and where it stands. */
export interface ContainerAt {
  readonly container: Record<string, any>;
  readonly at: string;
  /** Init containers run one after the other before the others start, and may do less. */
  readonly init: boolean;
  /** An init container that goes on beside the others. */
  readonly sidecar: boolean;
}

/** What a container may ask of the Pod that it is in. */
export interface PodAt {
  readonly spec: Record<string, any>;
  readonly containers: readonly ContainerAt[];
}

/** True for an empty directory: the server makes one of a volume that names no source. */
export function isEmptyDir(volume: Record<string, any>): boolean {
  return Object.keys(volume).every(field => field === 'name' || field === 'emptyDir' || !isGiven(volume[field]));
}

/** The containers and init containers of a Pod that are mappings, in the order of the manifest. */
export function containersOf(pod: Manifest): ContainerAt[] {
  const spec = recordOf(pod.spec);
  return [...containersIn(spec.containers, '/spec/containers', false), ...containersIn(spec.initContainers, '/spec/initContainers', true)];
}

function containersIn(list: unknown, path: string, init: boolean): ContainerAt[] {
  const found: ContainerAt[] = [];
  forRecords(list, (container, index) => found.push({
    container, at: `${path}/${index}`, init, sidecar: init && container.restartPolicy === 'Always',
  }));
  return found;
}