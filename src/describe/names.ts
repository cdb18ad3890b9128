import { DnsName, Sentence } from './description';
import { Facts } from './facts';
import { enumeratedShort } from './words';
import { Manifest, listOf, recordOf, textOf } from '../kubernetes/manifest';
import { PodTemplate } from '../kubernetes/workload';
import { namespaceOf, referenceTo } from '../manifest/inventory';
import { namesInRange, podRangesOf } from '../manifest/pod-ranges';
import { Pods } from '../manifest/references/pods';

/** The names in the cluster's DNS that lead to the pods, and what is wrong with them. */
export interface Names {
  readonly sentences: readonly Sentence[];
  readonly names: readonly DnsName[];
}

/** @see https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/ */
export function namesOf(pods: Pods, facts: Facts): Names {
  const services = servicesOf(pods, facts);
  const own = services.flatMap(service => [serviceName(service, pods, facts), ...podNamesIn(service, pods, facts)]);
  const wrong = governing(pods, services, facts);
  const sentences = wrong.length + own.length === 0 ? nobody(pods) : wrong;
  return {
    sentences: own.length === 0 ? sentences : [...sentences, {
      text: `Pods of namespace ${pods.namespace} may leave out .${pods.namespace}.svc.${facts.clusterDomain}; pods of others leave out .svc.${facts.clusterDomain}.`,
    }],
    names: own,
  };
}

/** The Services whose selector picks the pods. */
export function servicesOf(pods: Pods, { references }: Facts): Manifest[] {
  return references.selectionsFor('routes to').filter(({ from }) => from.kind === 'Service').filter(selection => references.selects(selection, pods)).map(({ from }) => from);
}

function isHeadless(service: Manifest): boolean {
  return recordOf(service.spec).clusterIP === 'None';
}

function domainOf(service: Manifest, { clusterDomain }: Facts): string {
  return `${referenceTo(service).name}.${namespaceOf(service)}.svc.${clusterDomain}`;
}

function serviceName(service: Manifest, pods: Pods, facts: Facts): DnsName {
  const { publishNotReadyAddresses, sessionAffinity } = recordOf(service.spec);
  const which = publishNotReadyAddresses === true ? 'all its pods, ready or not' : 'its ready pods';
  const others = othersOf(service, pods, facts);
  const notes = [
    ...sessionAffinity === 'ClientIP' ? ['a client stays with its pod'] : [],
    ...others.length > 0 ? [`also reaches ${enumeratedShort(others)}`] : [],
  ];
  return {
    name: domainOf(service, facts),
    to: isHeadless(service) ? `the addresses of ${which}` : `one address, behind which are ${which}`,
    ports: portsOf(service, pods.template),
    ...notes.length > 0 && { note: notes.join('; ') },
  };
}

function othersOf(service: Manifest, pods: Pods, { references }: Facts): string[] {
  return references.selectionsOf(service).flatMap(selection => [...references.selected(selection)]).filter(other => other !== pods).map(({ workload }) => `${workload.kind} ${referenceTo(workload).name}`);
}

/** The names of single pods, which a headless Service that governs a set gives. */
function podNamesIn(service: Manifest, { workload, template }: Pods, facts: Facts): DnsName[] {
  if (!isHeadless(service)) { return []; }
  const note = recordOf(service.spec).publishNotReadyAddresses === true ? {} : { note: 'only while it is ready' };
  const ports = portsOf(service, template);
  if (workload.kind === 'StatefulSet') {
    if (recordOf(workload.spec).serviceName !== referenceTo(service).name) { return []; }
    const { name } = referenceTo(workload);
    return podRangesOf(workload).map(range => ({
      name: namesInRange(range, ordinal => `${name}-${ordinal}.${domainOf(service, facts)}`),
      to: `pod ${namesInRange(range, ordinal => `${name}-${ordinal}`)}`,
      ports,
      ...note,
    }));
  }
  const { hostname, subdomain } = template.spec;
  return textOf(hostname) !== '' && subdomain === referenceTo(service).name
    ? [{ name: `${textOf(hostname)}.${domainOf(service, facts)}`, to: 'the pod', ports, ...note }] : [];
}

/** `80 → 8080 (http)`; a headless Service changes no port. */
function portsOf(service: Manifest, template: PodTemplate): string {
  const ports = listOf(recordOf(service.spec).ports).map(recordOf);
  const all = ports.map(({ name, port, targetPort = port, protocol }) => {
    const target = targetOf(targetPort, template);
    const number = isHeadless(service) || target === textOf(port) ? target : `${textOf(port)} → ${target}`;
    const words = [textOf(name), textOf(protocol) === '' || protocol === 'TCP' ? '' : textOf(protocol)].filter(word => word !== '');
    return words.length === 0 ? number : `${number} (${words.join(', ')})`;
  });
  if (all.length > 0) { return all.join(', '); }
  return [...new Set(containerPorts(template).map(({ containerPort }) => textOf(containerPort)))].join(', ');
}

function targetOf(targetPort: unknown, template: PodTemplate): string {
  if (typeof targetPort !== 'string') { return textOf(targetPort); }
  const port = containerPorts(template).find(({ name }) => name === targetPort)?.containerPort;
  return port === undefined ? `${targetPort}, which no container has` : textOf(port);
}

export function containerPorts({ spec }: PodTemplate): Record<string, any>[] {
  return [...listOf(spec.containers), ...listOf(spec.initContainers)].flatMap(container => listOf(recordOf(container).ports)).map(recordOf);
}

/** What is wrong with the Service that would give names to the pods of a set. */
function governing({ workload, namespace }: Pods, services: readonly Manifest[], { inventory }: Facts): Sentence[] {
  if (workload.kind !== 'StatefulSet') { return []; }
  const name = textOf(recordOf(workload.spec).serviceName);
  const pod = `${referenceTo(workload).name}-0`;
  if (name === '') { return [{ text: 'Its pods have no names in the DNS: the StatefulSet has no serviceName.' }]; }
  const service = inventory.findIn('Service', namespace, name);
  if (!service) {
    return [{
      text: `Its pods have no names in the DNS unless Service ${namespace}/${name} exists, is headless and selects them; it is not among the manifests.`,
      human: `Before the first start: make sure that the headless Service ${namespace}/${name} exists.`,
    }];
  }
  if (!isHeadless(service)) { return [{ text: `Names such as ${pod}.${name} do not resolve: Service ${name} has a cluster IP and is not headless.` }]; }
  return services.includes(service) ? [] : [{ text: `Names such as ${pod}.${name} do not resolve: Service ${name} does not select these pods.` }];
}

function nobody({ workload }: Pods): Sentence[] {
  return ['Job', 'CronJob'].includes(workload.kind) ? [] : [{ text: 'No Service among the manifests reaches its pods: they have no name in the DNS.' }];
}
