import { Construct } from 'constructs';
import { freeId } from '../../cdk8s/free-id';
import type { VolumeAttributesClass as VolumeAttributesClassManifest } from '../../kubernetes/api/types.generated';
import { DNS_SUBDOMAIN } from '../../kubernetes/formats/dns-subdomain';
import { QUALIFIED_NAME_IN_ANY_CASE } from '../../kubernetes/formats/qualified-name';
import { fitting, mapOf, misfit, readProps, required, struct, text } from '../../props/fields';
import { refuse } from '../../props/problems';
import { addObject } from '../../synthesis/add-object';
import { needs } from '../../synthesis/version-needs';

/**
 * What a `VolumeAttributesClass` is made of.
 */
export interface VolumeAttributesClassProps {
  /**
   * Name of the class, unique in the cluster.
   *
   * @default - the construct's id
   */
  readonly name?: string;

  /** The CSI driver of the volumes, for example `ebs.csi.aws.com`. */
  readonly driverName: string;

  /** Parameters of the driver, such as `iops`. Its documentation lists their names. They cannot change once deployed. */
  readonly parameters: { readonly [key: string]: string };
}

const FIELDS = struct<VolumeAttributesClassProps>({
  name: text('fast'),
  driverName: required(fitting(text('ebs.csi.aws.com'), QUALIFIED_NAME_IN_ANY_CASE)),
  parameters: required(mapOf(text('4000'), 'iops', { family: 'empty', mustBe: 'given', fits: name => name !== '' })),
}, '{ driverName: "ebs.csi.aws.com", parameters: { iops: "4000" } }');

/**
 * How fast the volumes of a CSI driver are. A claim that names the class gets it,
 * and may change to another class while it is used.
 *
 * It needs Kubernetes 1.34. Wrong props fail synthesis, all of them in one error.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volume-attributes-classes/
 */
export class VolumeAttributesClass extends Construct {
  /** Name of the class: the `volumeAttributesClassName` of its claims. */
  public readonly name: string;

  /**
   * @param scope the chart, or a construct in one
   * @param id id of the construct, unique in its scope
   * @param props what it is like
   */
  constructor(scope: Construct, id: string, props: VolumeAttributesClassProps) {
    super(scope, freeId(scope, id, new.target.name));
    const { usable, wrong, misfits } = readProps(FIELDS, props);
    this.name = usable.name ?? id;
    if (refuse(this, wrong) || refuse(this, [...misfit('name', this.name, DNS_SUBDOMAIN, '"fast"'), ...misfits, ...parameterProblems(usable)])) { return; }

    needs(this, { driverName: usable.driverName });
    addObject<VolumeAttributesClassManifest>(this, 'Default', {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'VolumeAttributesClass',
      metadata: { name: this.name },
      driverName: usable.driverName,
      parameters: usable.parameters,
    });
  }
}

function parameterProblems({ parameters }: VolumeAttributesClassProps): string[] {
  return Object.keys(parameters).length > 0 ? [] : ["'parameters' must hold one, got none; write 'parameters: { iops: \"4000\" }'"];
}
