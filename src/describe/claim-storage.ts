import { Facts } from './facts';
import { NOT_KNOWN, enumeratedShort } from './words';
import { Manifest, listOf, recordOf, textOf } from '../kubernetes/manifest';
import { containersOf } from '../kubernetes/workload';
import { Claim } from '../manifest/claims';
import { referenceTo } from '../manifest/inventory';
import { placeOfVolume } from '../manifest/volume-place';

/** What becomes of the data when its claim is deleted. */
export interface Fate {
  readonly kind: 'kept' | 'deleted' | 'archived' | 'not known';
  /** Why, in words. */
  readonly why: string;
}

/** Where the data of a claim lies, and what that means for it. */
export interface ClaimStorage {
  /** `directory /a of NFS server files`. */
  readonly where: string;
  readonly fate: Fate;
  /** The NFS server behind it. @default - none, or not known */
  readonly server?: string;
  /** Mount options that were written down. */
  readonly mountOptions: readonly string[];
  /** True if the data lies on one node, and stays there. */
  readonly onNode?: boolean;
  /** True if a volume is made for the claim. */
  readonly isMade?: boolean;
  /** The program among the manifests that makes it. @default - none */
  readonly maker?: Manifest;
  /** Whether a pod on another node gets it while the old node may still use it. @default - not known */
  readonly followsPod?: boolean;
}

/** The storage behind a claim of this name. */
export function storageOf(claim: Claim, name: string, facts: Facts): ClaimStorage {
  const volumes = volumesOf(claim, facts);
  if (volumes.length > 0) { return ofVolumes(volumes.filter(volume => recordOf(recordOf(volume.spec).claimRef).name === name), volumes); }
  const { storageClass } = claim;
  if (storageClass === undefined) { return unknown("the cluster's default StorageClass"); }
  if (storageClass === '') {
    return { ...unknown('a PersistentVolume without a class that somebody makes by hand'), where: 'a PersistentVolume that is not among the manifests: it has no class, so somebody makes the volume by hand' };
  }
  const written = facts.inventory.findIn('StorageClass', '', storageClass);
  return written ? ofClass(written, claim, name, facts) : unknown(`StorageClass ${storageClass}, which is not among the manifests`);
}

/** The volumes that the claim gets, as far as they are written down. */
function volumesOf(claim: Claim, { inventory, bindings }: Facts): readonly Manifest[] {
  const named = inventory.findIn('PersistentVolume', '', claim.spec.volumeName);
  const binding = bindings.get(claim);
  return named ? [named] : binding ? [...binding.reserved, ...binding.bound] : [];
}

function unknown(of: string): ClaimStorage {
  return { where: `a volume of ${of}: where it lies is ${NOT_KNOWN}`, fate: { kind: 'not known', why: 'no reclaim policy is written down' }, mountOptions: [] };
}

/** The volume that is reserved for the claim, or one of those that it may get. */
function ofVolumes(reserved: readonly Manifest[], all: readonly Manifest[]): ClaimStorage {
  const own = reserved.length > 0 ? reserved.slice(0, 1) : all;
  const { mountOptions, nodeAffinity, ...spec } = recordOf(own[0].spec);
  const place = placeOfVolume(spec);
  const names = own.map(volume => referenceTo(volume).name);
  const places = [...new Set(own.map(volume => placeInWords(recordOf(volume.spec))))];
  const fates = all.map(fateOfVolume);
  return {
    where: `${names.length > 1 ? 'one of the PersistentVolumes' : 'PersistentVolume'} ${enumeratedShort(names)}: ${enumeratedShort(places)}`,
    // The worst of them is what has to be known.
    fate: { kind: (fates.find(({ kind }) => kind !== 'kept') ?? fates[0]).kind, why: enumeratedShort([...new Set(fates.map(({ why }) => why))]) },
    server: place?.kind === 'NFS server' ? place.name : undefined,
    mountOptions: listOf(mountOptions).map(textOf),
    onNode: place?.kind === 'directory of the node' && (nodeAffinity !== undefined || spec.hostPath !== undefined),
    followsPod: place?.kind === 'NFS server' ? true : undefined,
  };
}

function placeInWords(spec: Record<string, any>): string {
  const place = placeOfVolume(spec);
  switch (place?.kind) {
    case 'NFS server': return `directory ${place.path} of NFS server ${place.name}`;
    case 'directory of the node': return `directory ${place.name} of its node`;
    case 'volume of a driver': return `volume ${place.path} of driver ${place.name}`;
    default: return `where it lies is ${NOT_KNOWN}`;
  }
}

function fateOfVolume({ spec }: Manifest): Fate {
  const { persistentVolumeReclaimPolicy: policy = 'Retain', nfs } = recordOf(spec);
  if (policy !== 'Delete') { return { kind: 'kept', why: `reclaim policy ${textOf(policy)} of the volume` }; }
  // Kubernetes has nothing that deletes in an NFS server.
  return nfs !== undefined ? { kind: 'kept', why: 'reclaim policy Delete of the volume, which Kubernetes cannot carry out for NFS' }
    : { kind: 'not known', why: 'reclaim policy Delete of the volume; whether anything deletes the data of a volume made by hand is not written down' };
}

/** A driver whose directories can be foreseen. */
interface NfsDriver {
  readonly directory: (parameters: Record<string, any>, claim: { readonly namespace: string; readonly name: string }) => string;
  /** What it does when the reclaim policy is Delete. */
  readonly onDelete: (parameters: Record<string, any>) => Fate['kind'];
}

const WORDS: Readonly<Record<string, Fate['kind']>> = { retain: 'kept', archive: 'archived', delete: 'deleted' };
/** The part of a volume's name that nobody can foresee. */
const VOLUME = 'pvc-<uid of the claim>';

/** @see https://github.com/kubernetes-sigs/nfs-subdir-external-provisioner */
const SUBDIRECTORY: NfsDriver = {
  directory: ({ pathPattern }, { namespace, name }) => textOf(pathPattern) === '' ? `${namespace}-${name}-${VOLUME}`
    : textOf(pathPattern).replace(/\$\{\.PVC\.namespace\}/g, namespace).replace(/\$\{\.PVC\.name\}/g, name),
  onDelete: ({ onDelete, archiveOnDelete }) => WORDS[textOf(onDelete)] ?? (textOf(archiveOnDelete) === 'false' ? 'deleted' : 'archived'),
};

/** @see https://github.com/kubernetes-csi/csi-driver-nfs */
const CSI: NfsDriver = {
  directory: ({ subDir }, { namespace, name }) => textOf(subDir) === '' ? VOLUME : textOf(subDir)
    .replace(/\$\{pvc\.metadata\.namespace\}/g, namespace).replace(/\$\{pvc\.metadata\.name\}/g, name).replace(/\$\{pv\.metadata\.name\}/g, VOLUME),
  onDelete: ({ onDelete }) => WORDS[textOf(onDelete)] ?? 'deleted',
};

function ofClass(storageClass: Manifest, claim: Claim, name: string, facts: Facts): ClaimStorage {
  const { provisioner, reclaimPolicy = 'Delete', mountOptions } = storageClass;
  const className = referenceTo(storageClass).name;
  const maker = facts.provisioners.find(one => one.name === provisioner)?.pods.workload;
  const nfs = nfsOf(storageClass, maker);
  const parameters = recordOf(storageClass.parameters);
  const made = { isMade: true, maker, mountOptions: listOf(mountOptions).map(textOf) };
  if (!nfs) {
    return {
      ...made,
      where: `a volume of class ${className} that ${textOf(provisioner)} makes: where it lies is ${NOT_KNOWN}`,
      fate: reclaimPolicy === 'Delete' ? { kind: 'deleted', why: `class ${className}: reclaimPolicy Delete` } : { kind: 'kept', why: `class ${className}: reclaimPolicy ${textOf(reclaimPolicy)}` },
    };
  }
  const directory = nfs.driver.directory(parameters, { namespace: claim.namespace, name });
  const kind = reclaimPolicy === 'Delete' ? nfs.driver.onDelete(parameters) : 'kept';
  return {
    ...made,
    where: `directory ${nfs.path.replace(/\/$/, '')}/${directory} of NFS server ${nfs.server} (class ${className})`,
    fate: { kind, why: `class ${className}: reclaimPolicy ${textOf(reclaimPolicy)}${reclaimPolicy === 'Delete' ? ` and its parameters, by which the provisioner ${FATES[kind]}` : ''}` },
    server: nfs.server,
    followsPod: true,
  };
}

const FATES: Readonly<Record<Fate['kind'], string>> = {
  'kept': 'leaves the directory', 'deleted': 'deletes the directory', 'archived': 'renames the directory to archived-…', 'not known': `does what is ${NOT_KNOWN}`,
};

/** A directory of a server below which a driver makes others. */
interface NfsRoot {
  readonly server: string;
  readonly path: string;
  readonly driver: NfsDriver;
}

function nfsOf({ provisioner, parameters }: Manifest, maker: Manifest | undefined): NfsRoot | undefined {
  const { server, share } = recordOf(parameters);
  if (provisioner === 'nfs.csi.k8s.io') { return { server: textOf(server), path: textOf(share), driver: CSI }; }
  const template = maker && recordOf(recordOf(maker.spec).template);
  const containers = template ? containersOf({ metadata: {}, spec: recordOf(template.spec), path: '' }) : [];
  const variables = containers.flatMap(({ container }) => listOf(container.env)).map(recordOf);
  const [host, path] = ['NFS_SERVER', 'NFS_PATH'].map(name => textOf(variables.find(variable => variable.name === name)?.value));
  return host !== '' && path !== '' ? { server: host, path, driver: SUBDIRECTORY } : undefined;
}
