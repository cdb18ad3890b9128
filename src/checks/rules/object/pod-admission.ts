import { podExample } from './examples';
import { checkAmounts } from './resources';
import { Broken, Rule, isGiven, isText } from './rule';
import { Manifest, isRecord, recordOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';

export const podPriority: Rule = {
  id: 'pod-priority',
  podsOnly: {},
  why: 'the API server works out priority and preemptionPolicy from the PriorityClass, and refuses a Pod that says something else',
  fix: 'remove the field and name a PriorityClass in priorityClassName',
  bad: podExample('priority: 1000'),
  good: podExample('priorityClassName: system-cluster-critical'),
};

export const podOverhead: Rule = {
  id: 'pod-overhead',
  podsOnly: {},
  why: 'the API server takes the overhead of a Pod from its RuntimeClass, and refuses a Pod that brings its own',
  fix: 'remove overhead; a RuntimeClass with an overhead adds it',
  bad: podExample('overhead: {memory: 64Mi}'),
  good: podExample('runtimeClassName: gvisor'),
};

export const mirrorPod: Rule = {
  id: 'mirror-pod',
  podsOnly: {},
  why: 'a mirror Pod shows what the kubelet of one node runs on its own, so it names that node',
  fix: 'remove the annotation: only kubelets write it',
  bad: [
    'apiVersion: v1', 'kind: Pod', 'metadata: {name: web, annotations: {kubernetes.io/config.mirror: a}}',
    "spec: {containers: [{name: web, image: 'httpd:2.4'}]}", '',
  ].join('\n'),
  good: podExample(),
};

export const POD_ADMISSION_RULES = [podPriority, podOverhead, mirrorPod];

/** Priorities that every cluster has. */
const SYSTEM_PRIORITIES: ReadonlyMap<unknown, number> = new Map([['system-cluster-critical', 2_000_000_000], ['system-node-critical', 2_000_001_000]]);

/** What the admission plugins that are on by default refuse. */
export function checkPodAdmission(pod: Manifest, broken: Broken) {
  const spec = recordOf(pod.spec);
  checkPriority(spec, broken);
  if (isRecord(spec.overhead)) { checkAmounts(spec.overhead, '/spec/overhead', broken); }
  if (isRecord(spec.overhead) && Object.keys(spec.overhead).length > 0 && !isText(spec.runtimeClassName)) {
    broken(podOverhead, '/spec/overhead', 'the Pod has an overhead, but no runtimeClassName');
  }
  if (isGiven(recordOf(pod.metadata?.annotations)['kubernetes.io/config.mirror']) && !isText(spec.nodeName)) {
    broken(mirrorPod, '/metadata/annotations/kubernetes.io~1config.mirror', 'the Pod is marked as a mirror Pod, but names no node');
  }
}

function checkPriority({ priority, priorityClassName, preemptionPolicy }: Record<string, any>, broken: Broken) {
  const known = isText(priorityClassName) ? SYSTEM_PRIORITIES.get(priorityClassName) : 0;
  if (known === undefined) { return; }
  if (typeof priority === 'number' && priority !== known) {
    broken(podPriority, '/spec/priority', `priority is ${priority}, but the PriorityClass makes it ${known}`);
  }
  if (preemptionPolicy === 'Never') {
    broken(podPriority, '/spec/preemptionPolicy', `preemptionPolicy is ${show(preemptionPolicy)}, but the PriorityClass makes it 'PreemptLowerPriority'`);
  }
}
