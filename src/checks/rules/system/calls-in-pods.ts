import { Manifest } from '../../../kubernetes/manifest';
import { containersOf } from '../../../kubernetes/workload';
import { ProcessCall, processCallsOf } from '../../../manifest/process-calls';
import { CheckContext } from '../../engine/check';

/** A process that the kubelet starts, the container that it runs in, and the workload that this is of. */
export interface CallInPod {
  readonly workload: Manifest;
  readonly container: Record<string, any>;
  readonly call: ProcessCall;
}

/** The processes in all containers of all pods. */
export function* callsInPods({ references }: CheckContext): Iterable<CallInPod> {
  for (const { workload, template } of references.pods.all) {
    for (const placed of containersOf(template)) {
      for (const call of processCallsOf(placed)) { yield { workload, container: placed.container, call }; }
    }
  }
}
