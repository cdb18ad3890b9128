/**
 * Conditions of readiness gates, and what sets them: load balancers of clouds, and controllers that update pods in place.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-readiness-gate
 */
const SET_BY_OTHERS: readonly RegExp[] = [
  /^target-health\.(elbv2\.k8s|alb\.ingress\.k8s)\.aws\//,
  /^cloud\.google\.com\//,
  /^networking\.gke\.io\//,
  /^cloud\.tencent\.com\//,
  /^(service\.)?readiness\.alibabacloud\.com\//,
  /^[a-z.]*\.(aliyun|alibabacloud|azure|oraclecloud|huaweicloud|volcengine)\.com\//,
  /^k8s\.cni\.cncf\.io\//,
  /\.linkerd\.io\//,
  /^(InPlaceUpdateReady|KruisePodReady|KruiseWorkloadReady)$/,
];

/** Conditions that every pod has, because the kubelet or the scheduler sets them. */
const OF_KUBERNETES = ['PodScheduled', 'Initialized', 'ContainersReady', 'PodReadyToStartContainers', 'DisruptionTarget'];

/** True if a program that is often used sets a condition of this type. */
export function isKnownGate(conditionType: string): boolean {
  return OF_KUBERNETES.includes(conditionType) || SET_BY_OTHERS.some(pattern => pattern.test(conditionType));
}
