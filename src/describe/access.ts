import { Sentence } from './description';
import { Facts } from './facts';
import { containerPorts, servicesOf } from './names';
import { NOT_KNOWN, enumerated, enumeratedShort, fullName, titled } from './words';
import { Manifest, isRecord, listOf, recordOf, textOf } from '../kubernetes/manifest';
import { namespaceOf, referenceTo } from '../manifest/inventory';
import { Peer, peersOf } from '../manifest/references/peers';
import { Pods } from '../manifest/references/pods';

/** Who may reach the pods, from where, whom they may reach, and as whom they speak to the API server. */
export function whatOpens(pods: Pods, facts: Facts): Sentence[] {
  const services = servicesOf(pods, facts);
  return [
    ...services.flatMap(fromOutside),
    ...services.flatMap(service => routes(service, facts)),
    ...nodePorts(pods),
    ...policies(pods, facts),
    ...account(pods, facts),
  ];
}

function fromOutside(service: Manifest): Sentence[] {
  const { type, ports, externalIPs, loadBalancerSourceRanges } = recordOf(service.spec);
  const title = titled(service);
  const external = listOf(externalIPs).map(textOf);
  const opened = listOf(ports).map(recordOf).map(({ port, nodePort }) => `${textOf(port)} as ${nodePort === undefined ? 'a port that the cluster chooses' : textOf(nodePort)}`);
  const numbers = listOf(ports).map(port => textOf(recordOf(port).port));
  const ranges = listOf(loadBalancerSourceRanges).map(textOf);
  return [
    ...type === 'NodePort' ? [{ text: `${title} opens port ${enumerated(opened)} on every node (NodePort).` }] : [],
    ...type === 'LoadBalancer' ? [{ text: `${title} opens port ${enumerated(numbers)} to ${ranges.length > 0 ? enumerated(ranges) : 'all that reach its load balancer'} (LoadBalancer). Whether that is the internet is ${NOT_KNOWN}.` }] : [],
    ...external.length > 0 ? [{ text: `${title} takes what comes to the nodes for ${enumerated(external)}.` }] : [],
  ];
}

function routes(service: Manifest, { references }: Facts): Sentence[] {
  const froms = [...new Set(references.to(service).filter(({ relation }) => relation === 'routes to').map(({ from }) => from))];
  const callers = [...new Set(references.to(service).filter(({ relation }) => relation === 'calls').map(({ from }) => titled(from)))];
  return [
    ...froms.map(from => ({ text: `${titled(from)} routes ${hostsOf(from)} to Service ${referenceTo(service).name}, ${from.kind === 'Ingress' ? tlsOf(from) : 'through its gateway'}.` })),
    ...callers.length > 0 ? [{ text: `The API server calls Service ${referenceTo(service).name} (${enumeratedShort(callers)}).` }] : [],
  ];
}

function hostsOf({ spec }: Manifest): string {
  const { rules, hostnames } = recordOf(spec);
  const hosts = [...new Set([...listOf(hostnames).map(textOf), ...listOf(rules).map(rule => textOf(recordOf(rule).host))].filter(host => host !== ''))];
  return hosts.length === 0 ? 'requests for any host' : `requests for ${enumeratedShort(hosts)}`;
}

function tlsOf({ spec }: Manifest): string {
  return listOf(recordOf(spec).tls).length > 0 ? 'with TLS' : 'without TLS';
}

function nodePorts({ template }: Pods): Sentence[] {
  const ports = containerPorts(template).filter(({ hostPort }) => hostPort !== undefined).map(({ hostPort }) => textOf(hostPort));
  return ports.length === 0 || template.spec.hostNetwork === true ? [] : [{ text: `Port ${enumerated(ports)} of the node leads to the pod (hostPort).` }];
}

type Direction = 'ingress' | 'egress';

function policies(pods: Pods, facts: Facts): Sentence[] {
  const { references } = facts;
  const all = references.selectionsFor('restricts').filter(selection => references.selects(selection, pods)).map(({ from }) => from);
  const [incoming, outgoing] = (['ingress', 'egress'] as const).map(direction => all.filter(policy => holdsFor(policy, direction)));
  const enforced = all.length === 0 ? [] : [{ text: `NetworkPolicies hold only where the network plugin enforces them: ${NOT_KNOWN}.` }];
  return [
    ...all.length === 0 ? [{ text: 'No NetworkPolicy restricts its pods: every pod of the cluster may reach them on every port that they listen on, and they may reach everything.' }] : [],
    ...all.length === 0 ? [] : incoming.length === 0 ? [{ text: 'No NetworkPolicy restricts who may reach its pods: every pod of the cluster may, on every port that they listen on.' }]
      : oneSentence('May be reached', 'No pod may reach its pods', incoming, 'ingress', facts),
    ...all.length === 0 ? [] : outgoing.length === 0 ? [{ text: 'No NetworkPolicy restricts whom its pods may reach.' }]
      : [...oneSentence('May reach', 'Its pods may reach nobody', outgoing, 'egress', facts), ...withoutDns(outgoing)],
    ...enforced,
  ];
}

/** @see https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource */
function holdsFor({ spec }: Manifest, direction: Direction): boolean {
  const { policyTypes, egress } = recordOf(spec);
  if (Array.isArray(policyTypes) && policyTypes.length > 0) { return policyTypes.includes(direction === 'ingress' ? 'Ingress' : 'Egress'); }
  return direction === 'ingress' || listOf(egress).length > 0;
}

function oneSentence(lead: string, nobody: string, all: readonly Manifest[], direction: Direction, facts: Facts): Sentence[] {
  const word = direction === 'ingress' ? 'by' : '';
  const rules = all.flatMap(policy => listOf(recordOf(policy.spec)[direction]).map((rule, index) => {
    const peers = peersOf(policy, direction, index, facts.references).map(peer => peerInWords(peer, namespaceOf(policy)));
    return { text: `${lead} on ${rulePorts(recordOf(rule))} ${word}`.trim() + ` ${peers.length === 0 ? 'everybody' : enumeratedShort(peers)} (NetworkPolicy ${referenceTo(policy).name}).` };
  }));
  return rules.length > 0 ? rules : [{ text: `${nobody} (${enumerated(all.map(policy => `NetworkPolicy ${referenceTo(policy).name}`))}).` }];
}

function peerInWords({ addresses, except, podLabels, namespaceLabels, pods }: Peer, namespace: string): string {
  if (addresses !== undefined) { return `addresses ${addresses}${except.length > 0 ? ` without ${enumerated(except)}` : ''}`; }
  const where = namespaceLabels === undefined ? `of namespace ${namespace}` : namespaceLabels === '' ? 'of every namespace' : namespacesInWords(namespaceLabels);
  const known = [...new Set(pods.map(({ workload }) => titled(workload)))];
  const names = podLabels === '' ? '' : known.length > 0 ? `: ${enumeratedShort(known)}` : ': none among the manifests';
  return podLabels === '' ? `every pod ${where}` : `pods with ${podLabels} ${where}${names}`;
}

/** The label that every namespace has names it. */
function namespacesInWords(labels: string): string {
  const [, name] = /^kubernetes\.io\/metadata\.name=([^,]+)$/.exec(labels) ?? [];
  return name === undefined ? `of namespaces with ${labels}` : `of namespace ${name}`;
}

function rulePorts({ ports }: Record<string, any>): string {
  const all = listOf(ports).map(recordOf).map(({ port, endPort, protocol }) =>
    `${port === undefined ? 'every port' : endPort === undefined ? textOf(port) : `${textOf(port)} to ${textOf(endPort)}`}${protocol === undefined || protocol === 'TCP' ? '' : ` ${textOf(protocol)}`}`);
  return all.length === 0 ? 'every port' : `${all[0] === 'every port' ? '' : all.length === 1 ? 'port ' : 'ports '}${enumerated(all)}`;
}

function withoutDns(all: readonly Manifest[]): Sentence[] {
  const opens = all.flatMap(({ spec }) => listOf(recordOf(spec).egress)).some(rule => {
    const ports = listOf(recordOf(rule).ports).map(recordOf);
    return ports.length === 0 || ports.some(({ port, endPort }) => port === undefined || port === 53 || port === 'dns' || (typeof endPort === 'number' && port < 53 && endPort >= 53));
  });
  return opens ? [] : [{ text: 'No rule opens port 53: its pods cannot resolve names.' }];
}

/** As whom the pods speak to the API server. */
function account({ template, namespace, workload }: Pods, { references, inventory }: Facts): Sentence[] {
  const name = textOf(template.spec.serviceAccountName) || textOf(template.spec.serviceAccount) || 'default';
  const written = inventory.findIn('ServiceAccount', namespace, name);
  const mounts = template.spec.automountServiceAccountToken ?? written?.automountServiceAccountToken ?? true;
  if (mounts === false) { return [{ text: 'Its pods have no token for the API server.' }]; }
  const bindings = references.ofKind('ServiceAccount').filter(reference => reference.relation === 'grants to' && reference.name === name && reference.namespace === namespace);
  const roles = [...new Set(bindings.map(({ from }) => `${textOf(recordOf(from.roleRef).kind)} ${textOf(recordOf(from.roleRef).name)}${from.kind === 'ClusterRoleBinding' ? ' in all namespaces' : ` in ${namespaceOf(from)}`}`))];
  const rights = roles.length === 0 ? 'to which the manifests grant nothing' : `to which the manifests grant ${enumeratedShort(roles)}`;
  return isRecord(workload.spec) ? [{ text: `Its pods speak to the API server as ServiceAccount ${namespace}/${name}, ${rights}.` }] : [];
}

/** Services that are another name of something outside, and those that select nothing. */
export function aliases({ inventory }: Facts): Sentence[] {
  return inventory.ofKind('Service').filter(({ spec }) => recordOf(spec).type === 'ExternalName')
    .map(service => ({ text: `Service ${fullName(service)} is another name of ${textOf(recordOf(service.spec).externalName)}.` }));
}
