import { Construct } from 'constructs';
import { freeId } from '../cdk8s/free-id';
import { Identity, dnsName } from '../cdk8s/identity';
import type { Service } from '../kubernetes/api/types.generated';
import { DNS_1035_LABEL } from '../kubernetes/formats/dns-label';
import { flag, listOf, misfit, readProps, required, struct, text } from '../props/fields';
import { portProblems } from './pod/pod-rules';
import { refuse } from '../props/problems';
import { addObject } from '../synthesis/add-object';
import { clusterDomain } from '../synthesis/cluster-domain';
import { NamedPort } from './options/named-port';
import { PORT } from './pod/pod-fields';
import { LABELS, labels } from '../props/value-fields';

/**
 * Properties of a HeadlessService.
 */
export interface HeadlessServiceProps {
  /**
   * Name of the Service, which is also the DNS domain of its pods.
   *
   * @default - the construct's id
   */
  readonly name?: string;

  /** Labels of the pods that get DNS names, for example `app.selectorLabels`. */
  readonly selector: { readonly [key: string]: string };

  /**
   * Named ports, for DNS SRV records.
   *
   * @default - none; DNS names of pods need no ports
   */
  readonly ports?: NamedPort[];

  /**
   * Give DNS names to pods that are not ready yet. Members of a cluster must
   * find each other before they are ready.
   *
   * @default true
   */
  readonly publishNotReadyAddresses?: boolean;

  /**
   * Labels of the Service.
   *
   * @default - none
   */
  readonly labels?: { readonly [key: string]: string };
}

const FIELDS = struct<HeadlessServiceProps>({
  name: text('db'),
  selector: required(labels('db', 'app')),
  ports: listOf(PORT),
  publishNotReadyAddresses: flag(),
  labels: LABELS,
}, '{ selector: app.selectorLabels }');

/**
 * A Service without an address of its own, which gives each pod a DNS name.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#headless-services
 */
export class HeadlessService extends Construct {
  /** Name of the Service. */
  public readonly name: string;

  private readonly namespace?: string;
  private readonly ports: NamedPort[];

  /**
   * @param scope the chart, or a construct in one
   * @param id id of the construct, unique in its scope
   * @param props what it is like
   */
  constructor(scope: Construct, id: string, props: HeadlessServiceProps) {
    super(scope, freeId(scope, id, new.target.name));
    const { usable, wrong, misfits } = readProps(FIELDS, props);
    const identity = new Identity(this, { name: usable.name, labels: usable.labels, selectorLabels: {} });
    const { ports = [], publishNotReadyAddresses = true } = usable;
    this.name = identity.name;
    this.namespace = identity.namespace;
    this.ports = ports;
    if (refuse(this, wrong) || refuse(this, [
      ...misfit('name', this.name, DNS_1035_LABEL, '"db"'),
      ...misfits,
      ...portProblems(ports),
      ...Object.keys(usable.selector).length > 0 ? [] : ["'selector' must hold a label, got none; write 'selector: app.selectorLabels'"],
    ])) { return; }

    addObject<Service>(this, 'Default', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: identity.metadata(),
      spec: {
        clusterIP: 'None',
        publishNotReadyAddresses,
        selector: usable.selector,
        ports: ports.length > 0 ? ports.map(({ name, port, protocol }) => ({ name, port, protocol: protocol || undefined })) : undefined,
      },
    });
  }

  /** DNS name that resolves to the addresses of all pods. Without a namespace on the chart it is valid within the pods' own namespace. */
  public get dnsName(): string {
    return dnsName(this.name, this.namespace, undefined, clusterDomain(this));
  }

  /**
   * DNS name of one pod.
   *
   * @param podName the pod's host name, for example `redis-0`
   */
  public podDnsName(podName: string): string {
    return dnsName(this.name, this.namespace, podName, clusterDomain(this));
  }

  /**
   * Name of the DNS SRV record that lists the pods with a port.
   *
   * @param portName one of the named ports
   * @throws if there is no port of this name
   */
  public srvName(portName: string): string {
    const port = this.ports.find(({ name }) => name === portName);
    if (!port) {
      throw new Error(`[${this.node.path}] there is no port '${portName}'; write one of: ${this.ports.map(({ name }) => `'${name}'`).join(', ') || 'none, add it to \'ports\''}`);
    }
    return `_${port.name}._${(port.protocol ?? 'TCP').toLowerCase()}.${this.dnsName}`;
  }
}
