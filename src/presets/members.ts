import { ApiObject, Duration, JsonPatch, Size, SizeRoundingBehavior } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import type { Container, EnvVar, Service, ServicePort, VolumeMount } from 'kubernetes-types/core/v1';
import { addObject } from '../api-object';
import { Identity, dnsName } from '../identity';
import { QUORUM_ANNOTATION } from '../manifest/quorum';
import type { ConfigFile } from '../pod/config-file';
import { fileKey } from '../pod/config-files';

/** Longest time in which a cluster's members may form it, or copy each other's data. */
export const STARTUP_BUDGET = Duration.hours(2);

/** Members start at the same time: each asks the others before it acts. The enum itself would load all of cdk8s-plus. */
export const PARALLEL = 'Parallel' as kplus.PodManagementPolicy;

/** How many members may be lost, or down on purpose, while the others still have a majority. */
export function tolerated(replicas: number): number {
  return Math.floor((replicas - 1) / 2);
}

/** Tells checks and the differ that members vote, where neither the image nor the command line says so. */
export function decidesByMajority(app: Construct) {
  const set = app.node.tryFindChild('Default');
  if (set instanceof ApiObject) { set.metadata.addAnnotation(QUORUM_ANNOTATION, 'majority'); }
}

/** Why so many members cannot form a cluster that votes; an empty list means that they can. */
export function quorumProblems(replicas: number): string[] {
  if (!Number.isInteger(replicas) || replicas < 3) {
    return [`'replicas' must be at least 3, for fewer members cannot outvote one that is lost, got ${replicas}; write 'replicas: 3'`];
  }
  if (replicas % 2 === 0) {
    return [`'replicas' must be odd, for an even member adds no majority and one more way to lose it, got ${replicas}; write 'replicas: ${replicas + 1}'`];
  }
  return replicas > 9 ? [`'replicas' may be 9, got ${replicas}; write 'replicas: 9'`] : [];
}

/** A variable whose value is in a Secret. */
export function secretVariable(name: string, secretName: string, key: string): EnvVar {
  return { name, valueFrom: { secretKeyRef: { name: secretName, key } } };
}

/** What members.sh needs to know: who I am, and who the others are. */
export function memberVariables(serviceName: string, replicas: number): EnvVar[] {
  return [
    { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
    { name: 'POD_NAMESPACE', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } },
    { name: 'SERVICE', value: serviceName },
    { name: 'REPLICAS', value: String(replicas) },
  ];
}

/** The DNS names of all members, lowest ordinal first. */
export function memberHosts(identity: Identity, serviceName: string, replicas: number): string[] {
  return Array.from({ length: replicas }, (_, ordinal) => dnsName(serviceName, identity.namespace, identity.podName(ordinal)));
}

/** Variables as props of an app. */
export function asEnvValues(variables: readonly EnvVar[]): { [name: string]: kplus.EnvValue } {
  return Object.fromEntries(variables.map(({ name, value, valueFrom }) => [name, { value, valueFrom } as kplus.EnvValue]));
}

/** A sidecar as props of an app: the words of Kubernetes and of cdk8s-plus are the same, but for the port of a probe. */
export function asSidecar(container: Container): kplus.k8s.Container {
  const { livenessProbe } = container;
  const port = livenessProbe?.tcpSocket && { value: livenessProbe.tcpSocket.port };
  return { ...container, ...port && { livenessProbe: { ...livenessProbe, tcpSocket: { port } } } } as unknown as kplus.k8s.Container;
}

/** Mounts of the app's files in a sidecar. */
export function fileMounts(files: readonly ConfigFile[]): VolumeMount[] {
  return files.map(file => ({ name: 'files', mountPath: file.path, subPath: fileKey(file), readOnly: true }));
}

/** Adds a Service over the members that are ready. */
export function addMemberService(scope: Construct, id: string, identity: Identity, suffix: string | undefined, ports: ServicePort[]): void {
  addObject<Service>(scope, id, {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: identity.metadata(suffix),
    spec: { selector: identity.selectorLabels, ports },
  });
}

/**
 * Servers stand still while they look up a name, so a lost answer may cost one
 * second and not ten. The names of members have dots enough to be asked for as
 * they are, before any search domain.
 */
export function askNamesBriefly(app: Construct): void {
  const options = [{ name: 'ndots', value: '3' }, { name: 'timeout', value: '1' }, { name: 'attempts', value: '1' }];
  ApiObject.of(app).addJsonPatch(JsonPatch.add('/spec/template/spec/dnsConfig', { options }));
}

/** How long a server may take to start after a crash: longer if it has more data to check. */
export function startupBudget(size: Size): Duration {
  return Duration.minutes(30 + Math.ceil(size.toGibibytes({ rounding: SizeRoundingBehavior.NONE })));
}
