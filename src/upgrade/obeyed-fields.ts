/** What a field does that the server ignored before: the end of the sentence "from then on ...". */
export interface ObeyedField {
  /** The path of the field ends like this. */
  readonly path: RegExp;
  readonly does: string;
}

/** Fields of features that came with the versions that we know. */
export const OBEYED_FIELDS: readonly ObeyedField[] = [
  { path: /\/rollingUpdate\/maxUnavailable$/, does: 'an update takes down so many pods of the set at once, unless its pods start in order; a database needs the majority of its members' },
  { path: /\/initContainers\/\d+\/restartPolicy$/, does: 'the init container is a sidecar: it runs beside the containers, and nothing waits for its end' },
  { path: /\/hostUsers$/, does: 'the pods run in a user namespace: file systems of their volumes must support ID-mapped mounts' },
  { path: /\/resizePolicy(\/|$)/, does: 'it says whether a change of CPU or memory restarts the container' },
  { path: /\/spec\/resources$/, does: 'it bounds all containers of the pod together, and decides where the pod is scheduled' },
  { path: /\/(preStop|postStart)\/sleep$/, does: 'the container waits for so long when it starts or stops' },
  { path: /\/lifecycle\/stopSignal$/, does: 'the container is stopped with that signal' },
  { path: /\/procMount$/, does: '/proc is mounted as it says' },
  { path: /\/trafficDistribution$/, does: 'traffic stays near its client where endpoints are near' },
  { path: /\/volumeAttributesClassName$/, does: 'the driver gives the volume the attributes of that class' },
  { path: /\/persistentVolumeClaimRetentionPolicy$/, does: 'claims are deleted as it says' },
  { path: /\/unhealthyPodEvictionPolicy$/, does: 'it says whether pods that are not ready may be evicted' },
  { path: /\/podReplacementPolicy$/, does: 'it says when a pod of the Job is replaced' },
  { path: /\/(backoffLimitPerIndex|maxFailedIndexes)$/, does: 'failures are counted for each index of the Job' },
  { path: /\/successPolicy$/, does: 'the Job may succeed before all its pods have' },
  { path: /\/managedBy$/, does: 'another controller runs the Job: if there is none of that name, nothing does' },
  { path: /\/recursiveReadOnly$/, does: 'mounts below the mount are read-only, too' },
  { path: /\/supplementalGroupsPolicy$/, does: 'it says which groups of the image the process has' },
  { path: /\/seLinuxChangePolicy$/, does: 'it says how volumes get their SELinux label' },
  { path: /\/hostnameOverride$/, does: 'the pod has that host name' },
  { path: /\/(restartPolicyRules|containers\/\d+\/restartPolicy)(\/|$)/, does: 'the container is restarted as it says, and not as the pod says' },
  { path: /\/tolerance$/, does: 'the autoscaler does nothing within that range' },
  { path: /\/volumes\/\d+\/image$/, does: 'the image is mounted as a volume' },
  { path: /\/fileKeyRef$/, does: 'the variable is read from a file of a volume' },
];

/** What a field does once it is obeyed; undefined if its name says all that is known. */
export function knownEffectOf(path: string): string | undefined {
  return OBEYED_FIELDS.find(field => field.path.test(path))?.does;
}

/** The same in a sentence about any field. */
export function effectOfField(path: string): string {
  return knownEffectOf(path) ?? 'it takes effect as it is written';
}
