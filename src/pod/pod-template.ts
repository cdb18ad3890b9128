import type { Container, Lifecycle, PodSpec, PodTemplateSpec, TopologySpreadConstraint, Volume } from 'kubernetes-types/core/v1';
import { FILES_CHECKSUM, filesChecksum } from './config-files';
import { envFromOf, envOf } from './environment';
import { mountsOf } from './mounts';
import { PodOptions } from './pod-options';
import { containerSecurityContext, podSecurityContext } from './security';
import { Identity } from '../identity';
import { plainAffinity, plainContainer, plainResources, plainToleration } from '../plain';
import { Spread } from '../spread';

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

/** The pod template of an app. */
export function podTemplate(identity: Identity, options: PodOptions, context: PodContext): PodTemplateSpec {
  const { placement = {}, files = [] } = options;
  const mounts = mountsOf(identity, options, context.podVolumes);
  const spread = (placement.spread ?? context.defaultSpread).toConstraints(identity.selectorLabels);
  const annotations = { ...options.podAnnotations, ...files.length > 0 && { [FILES_CHECKSUM]: filesChecksum(files) } };
  return {
    metadata: { labels: identity.labels, ...Object.keys(annotations).length > 0 && { annotations } },
    spec: {
      serviceAccountName: context.serviceAccountName,
      automountServiceAccountToken: options.automountServiceAccountToken ?? false,
      enableServiceLinks: false,
      securityContext: podSecurityContext(options),
      ...options.imagePullSecrets && { imagePullSecrets: options.imagePullSecrets.map(name => ({ name })) },
      ...options.terminationGracePeriod && { terminationGracePeriodSeconds: options.terminationGracePeriod.toSeconds() },
      ...placement.nodeSelector && { nodeSelector: placement.nodeSelector },
      ...placement.affinity && { affinity: plainAffinity(placement.affinity) },
      ...placement.tolerations && { tolerations: placement.tolerations.map(plainToleration) },
      ...placement.priorityClassName && { priorityClassName: placement.priorityClassName },
      ...spread.length > 0 && { topologySpreadConstraints: spread as TopologySpreadConstraint[] },
      ...options.initContainers && { initContainers: options.initContainers.map(container => hardened(plainContainer(container))) },
      containers: [
        mainContainer(identity, options, mounts.volumeMounts),
        ...(options.sidecars ?? []).map(container => hardened(plainContainer(container))),
      ],
      ...mounts.volumes.length > 0 && { volumes: mounts.volumes },
      ...context.spec,
    },
  };
}

function mainContainer(identity: Identity, options: PodOptions, volumeMounts: Container['volumeMounts'] = []): Container {
  const { ports = [], resources, readOnlyRootFilesystem } = options;
  const env = envOf(options);
  const envFrom = envFromOf(options);
  return {
    name: identity.name,
    image: options.image,
    ...options.imagePullPolicy && { imagePullPolicy: options.imagePullPolicy },
    ...options.command && { command: options.command },
    ...options.args && { args: options.args },
    ...ports.length > 0 && { ports: ports.map(({ name, port, protocol }) => ({ name, containerPort: port, ...protocol && { protocol } })) },
    ...env.length > 0 && { env },
    ...envFrom.length > 0 && { envFrom },
    ...resources && { resources: plainResources(resources) },
    ...probes(options),
    ...options.preStop && { lifecycle: { preStop: { exec: { command: options.preStop } } } satisfies Lifecycle },
    securityContext: containerSecurityContext(readOnlyRootFilesystem ? { readOnlyRootFilesystem } : {}),
    ...volumeMounts.length > 0 && { volumeMounts },
  };
}

function probes(options: PodOptions): Pick<Container, 'startupProbe' | 'readinessProbe' | 'livenessProbe'> {
  const { ports = [], healthCheck, startupCheck = healthCheck, readinessCheck = healthCheck, livenessCheck = healthCheck } = options;
  return {
    ...startupCheck && { startupProbe: startupCheck.toStartupProbe(ports) },
    ...readinessCheck && { readinessProbe: readinessCheck.toReadinessProbe(ports) },
    ...livenessCheck && { livenessProbe: livenessCheck.toLivenessProbe(ports) },
  };
}

/** Containers that a user brings get the same restrictions, where they do not say otherwise. */
function hardened(container: Container): Container {
  return { ...container, securityContext: containerSecurityContext(container.securityContext) };
}
