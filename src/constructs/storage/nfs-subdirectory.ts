import { Construct } from 'constructs';
import { StorageDirectory } from './directory';
import { addProvisioner } from './nfs-provisioner';
import { Backend, inTreeModeProblems, NfsExport, NfsOnDelete, NfsVolumes } from './nfs-volumes';
import { VolumeBinding } from './volume-binding';
import { VolumeRequest } from './volume-request';
import type { StorageClass } from '../../kubernetes/api/types.generated';
import { DNS_SUBDOMAIN } from '../../kubernetes/formats/dns-subdomain';
import { Format } from '../../kubernetes/formats/format';
import { IMAGE_REFERENCE } from '../../kubernetes/formats/image';
import { QUALIFIED_NAME } from '../../kubernetes/formats/qualified-name';
import { choice, everyProblem, fitting, readProps, struct, text } from '../../props/fields';
import { brokenRules, PropRule } from '../../props/problems';
import { id } from '../../props/value-fields';
import { addObject } from '../../synthesis/add-object';

/**
 * Options of `NfsBackend.subdirectoryProvisioner`.
 */
export interface SubdirectoryProvisionerOptions {
  /**
   * Name of the StorageClass, unique in the cluster.
   *
   * @default - `<name of the NfsStorage>.<namespace>`; the namespace is `default` if the chart has none
   */
  readonly storageClassName?: string;

  /**
   * What the provisioner calls itself, unique in the cluster.
   *
   * @default - `<namespace>.cdk8s-stateful/<name of the NfsStorage>`
   */
  readonly provisionerName?: string;

  /**
   * Directory of a volume, below the path of the export. It can hold
   * `${.PVC.namespace}`, `${.PVC.name}`, `${.PVC.labels.<key>}` and
   * `${.PVC.annotations.<key>}`. A claim that is created again then finds its
   * data, and so does one of the same name in **another cluster** that has the
   * same export: give each cluster a path of its own.
   *
   * @default - a new directory for each volume, `<namespace>-<claim>-<volume>`
   */
  readonly pathPattern?: string;

  /**
   * What happens to the directory of a volume when its claim is deleted. To
   * delete what is in directories of other users the provisioner must be root:
   * see `user`.
   *
   * @default NfsOnDelete.RETAIN
   */
  readonly onDelete?: NfsOnDelete;

  /**
   * The provisioner's image.
   *
   * @default 'registry.k8s.io/sig-storage/nfs-subdir-external-provisioner:v4.0.2'
   */
  readonly image?: string;

  /**
   * User id of the provisioner. It owns the directories, which everybody may
   * write to. The default is what Linux's NFS server turns root into
   * (`root_squash`).
   *
   * @default 65534
   */
  readonly user?: number;

  /**
   * Group id of the provisioner.
   *
   * @default 65534
   */
  readonly group?: number;
}

const DEFAULT_IMAGE = 'registry.k8s.io/sig-storage/nfs-subdir-external-provisioner:v4.0.2';
/** The user that Linux's NFS server turns root into. */
const NOBODY = 65534;
/** Where the provisioner runs if the chart does not say; its ClusterRoleBinding must name a namespace. */
const DEFAULT_NAMESPACE = 'default';
const CLAIM_PATTERN = '${.PVC.namespace}.${.PVC.name}';

/** The leader lock is an object with the provisioner's name, and objects are named more strictly. */
const PROVISIONER_NAME: Format<string> = {
  ...QUALIFIED_NAME,
  mustBe: 'lower case letters, digits, `-` and `.`, that may have a DNS name and `/` before it, for the lock of the provisioner has the same name',
  fits: name => QUALIFIED_NAME.fits(name) && DNS_SUBDOMAIN.fits(name.replace('/', '-')),
  nearest: name => name.toLowerCase().replaceAll('_', '-'),
};

const FIELDS = struct<SubdirectoryProvisionerOptions>({
  storageClassName: fitting(text('nfs'), DNS_SUBDOMAIN),
  provisionerName: fitting(text('example.com/nfs'), PROVISIONER_NAME),
  pathPattern: text(CLAIM_PATTERN),
  onDelete: choice(NfsOnDelete.RETAIN, NfsOnDelete.ARCHIVE, NfsOnDelete.DELETE),
  image: fitting(text(DEFAULT_IMAGE), IMAGE_REFERENCE),
  user: id(NOBODY, 'user'),
  group: id(NOBODY, 'group'),
}, '{ storageClassName: "nfs" }');

const RULES: PropRule<SubdirectoryProvisionerOptions>[] = [
  {
    broken: ({ pathPattern = CLAIM_PATTERN }) => !namesOneClaim(pathPattern),
    message: ({ pathPattern }) => `'pathPattern' must hold '\${.PVC.namespace}' and '\${.PVC.name}', or a label or annotation of the claim, for otherwise claims share a directory, got '${pathPattern}'; write 'pathPattern: "${CLAIM_PATTERN}"'`,
  },
  {
    broken: ({ pathPattern = CLAIM_PATTERN }) => pathPattern.split('/').includes('..'),
    message: ({ pathPattern }) => `'pathPattern' must not leave the export, got '${pathPattern}'; write it without '..'`,
  },
  {
    // v4.0.2 looks for the last part of the path alone, finds nothing and leaves the data behind.
    broken: ({ pathPattern = CLAIM_PATTERN, onDelete }) => pathPattern.includes('/') && archivesOrDeletes(onDelete),
    message: ({ pathPattern, onDelete }) => `'pathPattern' must not hold '/' when 'onDelete' is '${onDelete}', for the provisioner does not find such directories again, got '${pathPattern}'; write 'pathPattern: "${CLAIM_PATTERN}"'`,
  },
  {
    // Unless the apps run as the provisioner's own user, which somebody who names it knows.
    broken: ({ onDelete, user }) => onDelete === NfsOnDelete.DELETE && user === undefined,
    message: () => `'onDelete' is 'delete', and only root deletes what is in directories of other users: the rest would be deleted, and these stay; write 'user: 0' with an export that has no_root_squash, 'user: ${NOBODY}' if every app runs as that user, or 'onDelete: NfsOnDelete.ARCHIVE'`,
  },
];

/** `NfsBackend.subdirectoryProvisioner`. */
export function subdirectoryProvisioner(options: SubdirectoryProvisionerOptions): Backend {
  const { usable, ...read } = readProps(FIELDS, options);
  const volumes = (nfs: NfsExport) => new SubdirectoryVolumes(nfs, usable);
  return {
    problems: () => [...everyProblem(read), ...brokenRules(usable, RULES)],
    volumes,
    install: (scope, nfs) => {
      const { user = NOBODY, group = NOBODY, image = DEFAULT_IMAGE, onDelete } = usable;
      const { storageClassName, provisionerName } = volumes(nfs);
      addObject<StorageClass>(scope, 'Default', {
        apiVersion: 'storage.k8s.io/v1',
        kind: 'StorageClass',
        metadata: { name: storageClassName },
        provisioner: provisionerName,
        parameters: parameters(usable),
        reclaimPolicy: archivesOrDeletes(onDelete) ? 'Delete' : 'Retain',
        // An export is reached from every node, so there is nothing to wait for.
        volumeBindingMode: 'Immediate',
        // The provisioner cannot do it.
        allowVolumeExpansion: false,
        mountOptions: nfs.mountOptions,
      });
      addProvisioner(scope, nfs, { name: provisionerName, namespace: namespaceOf(nfs), image, user, group });
    },
  };
}

class SubdirectoryVolumes extends NfsVolumes {
  public readonly storageClassName: string;
  public readonly provisionerName: string;
  public readonly exportOptions: string[];

  constructor(private readonly nfs: NfsExport, private readonly options: SubdirectoryProvisionerOptions) {
    super();
    this.storageClassName = options.storageClassName ?? `${nfs.name}.${namespaceOf(nfs)}`;
    this.provisionerName = options.provisionerName ?? `${namespaceOf(nfs)}.cdk8s-stateful/${nfs.name}`;
    this.exportOptions = ['rw', 'sync', 'no_subtree_check', options.user === 0 ? 'no_root_squash' : 'root_squash'];
  }

  public problems(request: VolumeRequest): string[] {
    return [...super.problems(request), ...inTreeModeProblems(request)];
  }

  public bind(_scope: Construct, _request: VolumeRequest): VolumeBinding {
    return { storageClassName: this.storageClassName };
  }

  public directories(): StorageDirectory[] {
    const { user = NOBODY, group = NOBODY } = this.options;
    return [{ path: this.nfs.path, user, group, mode: '0755' }];
  }
}

function parameters({ pathPattern, onDelete }: SubdirectoryProvisionerOptions): { [name: string]: string } {
  const fate: { [name: string]: string } = onDelete === NfsOnDelete.ARCHIVE ? { archiveOnDelete: 'true' } : { onDelete: onDelete ?? NfsOnDelete.RETAIN };
  return { ...fate, ...pathPattern && { pathPattern } };
}

function namespaceOf(nfs: NfsExport): string {
  return nfs.namespace ?? DEFAULT_NAMESPACE;
}

function archivesOrDeletes(onDelete: NfsOnDelete | undefined): boolean {
  return onDelete !== undefined && onDelete !== NfsOnDelete.RETAIN;
}

function namesOneClaim(pathPattern: string): boolean {
  const byName = pathPattern.includes('${.PVC.namespace}') && pathPattern.includes('${.PVC.name}');
  return byName || /\$\{\.PVC\.(labels|annotations)\..+\}/.test(pathPattern);
}
