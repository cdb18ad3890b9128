import { Construct } from 'constructs';
import { PodOptions } from './pod-options';
import { Identity, SERVICE_LABEL } from '../../cdk8s/identity';
import { plainContainer } from '../../cdk8s/plain-data';
import { addObject } from '../../synthesis/add-object';
import { MetricsEndpoint } from '../options/metrics-endpoint';

/** What of the Prometheus operator reads the metrics of an app. */
export interface Monitors {
  readonly serviceMonitor?: MetricsEndpoint;
  readonly podMonitor?: MetricsEndpoint;
}

/** Why the metrics cannot be read; an empty list means that they can. */
export function monitorProblems(options: PodOptions & Monitors): string[] {
  const { serviceMonitor, podMonitor } = options;
  return [
    ...serviceMonitor ? portProblems('serviceMonitor', serviceMonitor, servicePorts(options)) : [],
    ...podMonitor ? portProblems('podMonitor', podMonitor, podPorts(options)) : [],
    ...serviceMonitor && podMonitor && portOf(serviceMonitor, servicePorts(options)) === portOf(podMonitor, podPorts(options))
      ? ["'serviceMonitor' and 'podMonitor' read the same port, so that every sample is stored twice; remove 'podMonitor'"] : [],
  ];
}

/** Adds what the props ask for. All Services of an app have its labels, so the monitor selects one by the label that tells them apart. */
export function addMonitors(scope: Construct, identity: Identity, options: PodOptions & Monitors, service: 'headless' | 'client'): void {
  const { serviceMonitor, podMonitor } = options;
  if (serviceMonitor) {
    addObject(scope, 'ServiceMonitor', {
      ...monitor('ServiceMonitor', identity, serviceMonitor),
      spec: {
        selector: { matchLabels: { ...identity.selectorLabels, [SERVICE_LABEL]: service } },
        endpoints: [endpointOf(serviceMonitor, servicePorts(options))],
      },
    });
  }
  if (podMonitor) { addPodMonitor(scope, identity, podMonitor, identity.selectorLabels, podPorts(options)); }
}

/** Adds what reads the metrics of pods with these labels and ports. */
export function addPodMonitor(
  scope: Construct, identity: Identity, endpoint: MetricsEndpoint, matchLabels: { readonly [key: string]: string }, ports: readonly string[],
): void {
  addObject(scope, 'PodMonitor', {
    ...monitor('PodMonitor', identity, endpoint),
    spec: { selector: { matchLabels }, podMetricsEndpoints: [endpointOf(endpoint, ports)] },
  });
}

function monitor(kind: string, identity: Identity, { labels }: MetricsEndpoint) {
  const metadata = identity.metadata();
  return { apiVersion: 'monitoring.coreos.com/v1', kind, metadata: { ...metadata, labels: { ...metadata.labels, ...labels } } };
}

function endpointOf(endpoint: MetricsEndpoint, ports: readonly string[]): object {
  const { path, interval } = endpoint;
  return { port: portOf(endpoint, ports), path, interval: interval && `${Math.ceil(interval.toMilliseconds() / 1000)}s` };
}

function portOf({ port }: MetricsEndpoint, ports: readonly string[]): string | undefined {
  if (port !== undefined) { return port; }
  return ports.includes('metrics') || ports.length !== 1 ? ports.find(name => name === 'metrics') : ports[0];
}

function portProblems(prop: string, endpoint: MetricsEndpoint, ports: readonly string[]): string[] {
  const port = portOf(endpoint, ports);
  if (port !== undefined && ports.includes(port)) { return []; }
  const instead = ports.length > 0
    ? `write 'port' as one of ${ports.map(name => `'${name}'`).join(', ')}`
    : "write 'ports: [{ name: \"metrics\", port: 9090 }]'";
  return [port === undefined ? `'${prop}' needs a port, and none is called 'metrics'; ${instead}` : `'${prop}' reads the port '${port}', and there is no such port; ${instead}`];
}

/** The ports of the app's Services. */
function servicePorts({ ports = [] }: PodOptions): string[] {
  return ports.map(({ name }) => name);
}

/** The same, and those of the containers beside the app. */
function podPorts({ ports = [], sidecars = [] }: PodOptions): string[] {
  const ofSidecars = sidecars.flatMap(sidecar => plainContainer(sidecar).ports ?? []).map(({ name }) => name);
  return [...ports.map(({ name }) => name), ...ofSidecars.filter(name => name !== undefined)];
}
