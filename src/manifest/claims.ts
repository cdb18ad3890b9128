import { groupBy } from './group-by';
import { Inventory, namespaceOf, referenceTo } from './inventory';
import { Manifest, isRecord, listOf, recordOf, textOf } from '../kubernetes/manifest';
import { Labels } from '../kubernetes/selector';
import { claimNameOf, claimTemplatesOf, ordinalsOf, replicasOf } from '../kubernetes/workload';

/** A PersistentVolumeClaim, or all claims that a StatefulSet makes of one template. */
export interface Claim {
  /** The PersistentVolumeClaim or the StatefulSet. */
  readonly from: Manifest;
  /** JSON pointer to the claim in `from`: empty, or `/spec/volumeClaimTemplates/0`. */
  readonly path: string;
  readonly namespace: string;
  /** For people: `data-web-0`, or `data-web-0 to data-web-2`. */
  readonly title: string;
  readonly labels: Labels;
  readonly spec: Record<string, any>;
  /** How many claims there are; 0 for a set scaled to nothing. */
  readonly count: number;
  /** The class that is asked for; empty for "no class", undefined for "the cluster's default". */
  readonly storageClass: string | undefined;
}

/** The labels of volumes that claims ask for which exist already: no volume has them, so a claim that is missing stays unbound. */
export const EXISTING_CLAIM = { 'cdk8s-stateful/claim': 'exists' };

/** The annotation that named the class before there was a field; it still wins over the field. */
export const CLASS_ANNOTATION = 'volume.beta.kubernetes.io/storage-class';

/** The class that a claim, a claim template or a volume asks for; undefined if it says nothing. */
export function storageClassOf(object: unknown): string | undefined {
  const { metadata, spec } = recordOf(object);
  const annotation = recordOf(recordOf(metadata).annotations)[CLASS_ANNOTATION];
  if (typeof annotation === 'string') { return annotation; }
  const field = recordOf(spec).storageClassName;
  return typeof field === 'string' ? field : undefined;
}

/** The size that a claim or a claim template asks for. */
export function requestedSize(object: unknown): unknown {
  return recordOf(recordOf(recordOf(recordOf(object).spec).resources).requests).storage;
}

/** All claims of a system, found by name: those written down and those that StatefulSets make. */
export class Claims {
  public readonly all: readonly Claim[];
  private readonly byFrom: ReadonlyMap<Manifest, readonly Claim[]>;
  private readonly written = new Map<string, Claim>();
  private readonly made = new Map<string, Claim>();

  constructor(inventory: Inventory) {
    const written = inventory.ofKind('PersistentVolumeClaim').map(writtenClaim);
    const made = inventory.ofKind('StatefulSet').flatMap(madeClaims);
    this.all = [...written, ...made];
    this.byFrom = groupBy(this.all, ({ from }) => from);
    for (const claim of written) { this.written.set(`${claim.namespace}/${referenceTo(claim.from).name}`, claim); }
    for (const claim of made) { this.made.set(`${claim.namespace}/${stemOf(claim)}`, claim); }
  }

  /** The claims that the object is or makes. */
  public of(manifest: Manifest): readonly Claim[] {
    return this.byFrom.get(manifest) ?? [];
  }

  /** The claim of this name, also one that a StatefulSet will make. */
  public find(namespace: string, name: unknown): Claim | undefined {
    if (typeof name !== 'string') { return undefined; }
    return this.written.get(`${namespace}/${name}`) ?? this.findMade(namespace, name);
  }

  /** The template of a StatefulSet that makes the claim of this name. */
  public findMade(namespace: string, name: string): Claim | undefined {
    const claim = this.findMaker(namespace, name);
    if (!claim) { return undefined; }
    const ordinal = Number(name.slice(name.lastIndexOf('-') + 1));
    const { first, last } = ordinalsOf(claim.from);
    return ordinal >= first && ordinal <= last ? claim : undefined;
  }

  /** The template whose claims have such names, with any ordinal: also one whose pod is gone by now. */
  public findMaker(namespace: string, name: string): Claim | undefined {
    const [, stem] = /^(.+)-(?:0|[1-9]\d*)$/.exec(name) ?? [];
    return stem === undefined ? undefined : this.made.get(`${namespace}/${stem}`);
  }
}

/** The name of a made claim without its ordinal: `data-web`. */
export function stemOf({ from, path }: Claim): string {
  const index = Number(path.slice(path.lastIndexOf('/') + 1));
  return `${textOf(recordOf(recordOf(listOf(recordOf(from.spec).volumeClaimTemplates)[index]).metadata).name)}-${referenceTo(from).name}`;
}

function writtenClaim(claim: Manifest): Claim {
  return {
    from: claim,
    path: '',
    namespace: namespaceOf(claim),
    title: `'${referenceTo(claim).name}'`,
    labels: recordOf(claim.metadata?.labels),
    spec: recordOf(claim.spec),
    count: 1,
    storageClass: storageClassOf(claim),
  };
}

function madeClaims(set: Manifest): Claim[] {
  return claimTemplatesOf(set).flatMap((template, i) => isRecord(template)
    ? [{
      from: set,
      path: `/spec/volumeClaimTemplates/${i}`,
      namespace: namespaceOf(set),
      title: madeTitle(template, set),
      labels: { ...recordOf(recordOf(template.metadata).labels), ...recordOf(recordOf(recordOf(set.spec).selector).matchLabels) },
      spec: recordOf(template.spec),
      count: replicasOf(set),
      storageClass: storageClassOf(template),
    }]
    : []);
}

function madeTitle(template: unknown, set: Manifest): string {
  const { first, last } = ordinalsOf(set);
  const name = (ordinal: number) => claimNameOf(template, referenceTo(set).name, ordinal);
  return last <= first ? `'${name(first)}'` : `'${name(first)}' to '${name(last)}'`;
}

/** The access modes in a spec of a claim or a volume. */
export function accessModesOf(spec: Record<string, any>): readonly string[] {
  return listOf(spec.accessModes).filter(mode => typeof mode === 'string');
}

/** True if one node at a time can mount the volume of a claim. */
export function isMountedOnOneNode(spec: Record<string, any>): boolean {
  const modes = accessModesOf(spec);
  return modes.length > 0 && modes.every(mode => mode === 'ReadWriteOnce' || mode === 'ReadWriteOncePod');
}
