import { Construct } from 'constructs';
import { freeId } from '../cdk8s/free-id';
import type { Namespace as KubernetesNamespace } from '../kubernetes/api/types.generated';
import { DNS_LABEL } from '../kubernetes/formats/dns-label';
import { choice, misfit, readProps, struct, text } from '../props/fields';
import { refuse } from '../props/problems';
import { LABELS } from '../props/value-fields';
import { addObject } from '../synthesis/add-object';

/**
 * How much the pods of a namespace may do.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export enum PodSecurity {
  /** Nothing that could touch the node. All apps of this library satisfy it by default. */
  RESTRICTED = 'restricted',

  /** Prevents known ways to gain privileges on the node. */
  BASELINE = 'baseline',

  /** Allows everything, also directories of the node. */
  PRIVILEGED = 'privileged',
}

/**
 * Properties of a Namespace.
 */
export interface NamespaceProps {
  /**
   * Name of the namespace.
   *
   * @default - the construct's id
   */
  readonly name?: string;

  /**
   * Pod Security Standard that the cluster enforces for the namespace's pods.
   *
   * @default PodSecurity.RESTRICTED
   */
  readonly podSecurity?: PodSecurity;

  /**
   * Labels of the namespace.
   *
   * @default - those of Pod Security alone
   */
  readonly labels?: { readonly [key: string]: string };
}

const FIELDS = struct<NamespaceProps>({
  name: text('web'),
  podSecurity: choice(PodSecurity.RESTRICTED, PodSecurity.BASELINE, PodSecurity.PRIVILEGED),
  labels: LABELS,
}, '{ name: "web" }');

/**
 * A namespace, with a Pod Security Standard that the cluster enforces in it.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-admission/
 */
export class Namespace extends Construct {
  /** Name of the namespace. */
  public readonly name: string;

  /**
   * @param scope the chart, or a construct in one
   * @param id id of the construct, unique in its scope
   * @param props what it is like
   */
  constructor(scope: Construct, id: string, props: NamespaceProps = {}) {
    super(scope, freeId(scope, id, new.target.name));
    const { usable, wrong, misfits } = readProps(FIELDS, props);
    this.name = usable.name ?? id;
    if (refuse(this, wrong) || refuse(this, [...misfit('name', this.name, DNS_LABEL, '"web"'), ...misfits])) { return; }

    addObject<KubernetesNamespace>(this, 'Default', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: this.name,
        labels: { ...usable.labels, 'pod-security.kubernetes.io/enforce': usable.podSecurity ?? PodSecurity.RESTRICTED },
      },
    });
  }
}
