import { FILES_CHECKSUM, filesChecksum } from './config-files';
import { envFromOf, envOf } from './environment';
import { mountsOf } from './mounts';
import { PodOptions } from './pod-options';
import { containerSecurityContext, podSecurityContext } from './security';
import { Identity } from '../../cdk8s/identity';
import { plainAffinity, plainContainer, plainResources, plainToleration } from '../../cdk8s/plain-data';
import type { Affinity, Container, ContainerResizePolicy, PodSpec, PodTemplateSpec, TopologySpreadConstraint, Volume, VolumeMount, WeightedPodAffinityTerm } from '../../kubernetes/api/types.generated';
import { Placement } from '../options/placement';
import { ResizePolicy, ResizeRestartPolicy } from '../options/resize-policy';
import { Spread, SpreadFields } from '../options/spread';

/** What the kind of app adds to the options that all apps share. */
export interface PodContext {
  readonly serviceAccountName: string;
  /** Volumes that do not come from claim templates. */
  readonly podVolumes: readonly Volume[];
  /** Fields of the pod's spec that only this kind of app sets. */
  readonly spec?: Partial<PodSpec>;
  /** How the pods are spread where the user does not say. */
  readonly defaultSpread: Spread;
}

/** The pod template of an app. Fields that are undefined are left out when it is rendered. */
export function podTemplate(identity: Identity, options: PodOptions, context: PodContext): PodTemplateSpec {
  const { placement = {}, imagePullSecrets, hostUsers, podResources } = options;
  const mounts = mountsOf(identity, options, context.podVolumes);
  const { initContainers, sidecars } = otherContainers(options);
  const spread = (placement.spread ?? context.defaultSpread).toFields(identity.selectorLabels);
  return {
    metadata: { labels: identity.labels, annotations: podAnnotations(options) },
    spec: {
      serviceAccountName: context.serviceAccountName,
      automountServiceAccountToken: options.automountServiceAccountToken ?? false,
      enableServiceLinks: false,
      hostUsers: hostUsers === false ? false : undefined,
      resources: podResources && plainResources(podResources),
      securityContext: podSecurityContext(options),
      imagePullSecrets: imagePullSecrets?.map(name => ({ name })),
      terminationGracePeriodSeconds: options.terminationGracePeriod?.toSeconds(),
      nodeSelector: placement.nodeSelector,
      affinity: affinityOf(placement, spread),
      tolerations: placement.tolerations?.map(plainToleration),
      priorityClassName: placement.priorityClassName || undefined,
      topologySpreadConstraints: unlessEmpty((spread.topologySpreadConstraints ?? []) as TopologySpreadConstraint[]),
      initContainers,
      containers: [mainContainer(identity, options, mounts.volumeMounts), ...sidecars],
      volumes: unlessEmpty(mounts.volumes),
      ...context.spec,
    },
  };
}

/** What a user brings beside the app. Sidecars that Kubernetes is to know as such are init containers that go on running. */
function otherContainers({ initContainers, sidecars = [], nativeSidecars }: PodOptions): { initContainers?: Container[]; sidecars: Container[] } {
  if (!initContainers && sidecars.length === 0) { return { sidecars: [] }; }
  const [first, beside] = [initContainers, sidecars].map(containers => containers?.map(container => hardened(plainContainer(container))));
  const isNative = ({ restartPolicy }: Container) => nativeSidecars || restartPolicy === 'Always';
  const native = beside!.filter(isNative).map(container => ({ ...container, restartPolicy: 'Always' }));
  return {
    initContainers: native.length > 0 ? [...first ?? [], ...native] : first,
    sidecars: beside!.filter(container => !isNative(container)),
  };
}

/** The user's affinity, and what spreads the pods beside it. */
function affinityOf({ affinity }: Placement, { preferredAntiAffinity = [] }: SpreadFields): Affinity | undefined {
  const own = affinity && plainAffinity(affinity);
  if (preferredAntiAffinity.length === 0) { return own; }
  const { preferredDuringSchedulingIgnoredDuringExecution: preferred = [] } = own?.podAntiAffinity ?? {};
  const terms = [...preferred, ...preferredAntiAffinity as WeightedPodAffinityTerm[]];
  return { ...own, podAntiAffinity: { ...own?.podAntiAffinity, preferredDuringSchedulingIgnoredDuringExecution: terms } };
}

/** The user's annotations, and one that changes with the files, so that the pods are replaced. */
function podAnnotations({ podAnnotations: own = {}, files = [] }: PodOptions): { readonly [key: string]: string } | undefined {
  if (files.length > 0) { return { ...own, [FILES_CHECKSUM]: filesChecksum(files) }; }
  return Object.keys(own).length > 0 ? own : undefined;
}

function mainContainer(identity: Identity, options: PodOptions, volumeMounts: VolumeMount[]): Container {
  const { ports = [], resources, readOnlyRootFilesystem, preStop } = options;
  const { healthCheck, startupCheck = healthCheck, readinessCheck = healthCheck, livenessCheck = healthCheck } = options;
  return {
    name: identity.name,
    image: options.image,
    imagePullPolicy: options.imagePullPolicy || undefined,
    command: options.command,
    args: options.args,
    ports: unlessEmpty(ports.map(({ name, port, protocol }) => ({ name, containerPort: port, protocol: protocol || undefined }))),
    env: unlessEmpty(envOf(options)),
    envFrom: unlessEmpty(envFromOf(options)),
    resources: resources && plainResources(resources),
    resizePolicy: options.resizePolicy && resizePolicyOf(options.resizePolicy),
    startupProbe: startupCheck?.toStartupProbe(ports),
    readinessProbe: readinessCheck?.toReadinessProbe(ports),
    livenessProbe: livenessCheck?.toLivenessProbe(ports),
    lifecycle: preStop && { preStop: { exec: { command: preStop } } },
    securityContext: containerSecurityContext({ readOnlyRootFilesystem: readOnlyRootFilesystem || undefined }),
    volumeMounts: unlessEmpty(volumeMounts),
  };
}

function resizePolicyOf(policy: ResizePolicy): ContainerResizePolicy[] | undefined {
  return unlessEmpty((['cpu', 'memory'] as const).flatMap(resourceName => {
    const restartPolicy = policy[resourceName];
    return restartPolicy === ResizeRestartPolicy.RESTART_CONTAINER ? [{ resourceName, restartPolicy }] : [];
  }));
}

/** Containers that a user brings get the same restrictions, where they do not say otherwise. */
function hardened(container: Container): Container {
  return { ...container, securityContext: containerSecurityContext(container.securityContext) };
}

function unlessEmpty<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}
