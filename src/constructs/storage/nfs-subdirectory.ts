import { Construct } from 'constructs';
import type { StorageClass } from 'kubernetes-types/storage/v1';
import { StorageDirectory } from './directory';
import { addProvisioner } from './nfs-provisioner';
import { Backend, inTreeModeProblems, NfsExport, NfsOnDelete, NfsVolumes } from './nfs-volumes';
import { dnsSubdomainProblems, provisionerProblems } from './rules';
import { VolumeBinding, VolumeRequest } from './storage';
import { choice, number, readProps, struct, text } from '../../props/fields';
import { brokenRules, PropRule } from '../../props/problems';
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
   * delete the files of other users the provisioner must be root: see `user`.
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
   * write to. The default is what NFS servers turn root into (`root_squash`).
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
/** The user that NFS servers turn root into. */
const NOBODY = 65534;
/** Where the provisioner runs if the chart does not say; its ClusterRoleBinding must name a namespace. */
const DEFAULT_NAMESPACE = 'default';
const CLAIM_PATTERN = '${.PVC.namespace}.${.PVC.name}';

const FIELDS = struct<SubdirectoryProvisionerOptions>({
  storageClassName: text('nfs'),
  provisionerName: text('example.com/nfs'),
  pathPattern: text(CLAIM_PATTERN),
  onDelete: choice(NfsOnDelete.RETAIN, NfsOnDelete.ARCHIVE, NfsOnDelete.DELETE),
  image: text(DEFAULT_IMAGE),
  user: number(NOBODY),
  group: number(NOBODY),
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
    message: () => `'onDelete' is 'delete', and only root deletes what other users have written; write 'user: 0' with an export that has no_root_squash, 'user: ${NOBODY}' if every app runs as that user, or 'onDelete: NfsOnDelete.ARCHIVE'`,
  },
  {
    broken: ({ user = NOBODY }) => !isId(user),
    message: ({ user }) => `'user' must be the id of a user, a whole number from 0, got '${user}'; write 'user: ${NOBODY}'`,
  },
  {
    broken: ({ group = NOBODY }) => !isId(group),
    message: ({ group }) => `'group' must be the id of a group, a whole number from 0, got '${group}'; write 'group: ${NOBODY}'`,
  },
  {
    broken: ({ image = DEFAULT_IMAGE }) => !/^\S+$/.test(image),
    message: ({ image }) => `'image' must be the name of an image, got '${image}'; write 'image: "${DEFAULT_IMAGE}"'`,
  },
];

/** `NfsBackend.subdirectoryProvisioner`. */
export class SubdirectoryProvisioner implements Backend {
  private readonly options: SubdirectoryProvisionerOptions;
  private readonly wrong: readonly string[];

  constructor(options: SubdirectoryProvisionerOptions) {
    ({ usable: this.options, wrong: this.wrong } = readProps(FIELDS, options));
  }

  public problems(_nfs: NfsExport): string[] {
    const { storageClassName, provisionerName } = this.options;
    return [
      ...this.wrong,
      ...storageClassName === undefined ? [] : dnsSubdomainProblems('storageClassName', storageClassName),
      ...provisionerName === undefined ? [] : provisionerNameProblems(provisionerName),
      ...brokenRules(this.options, RULES),
    ];
  }

  public volumes(nfs: NfsExport): SubdirectoryVolumes {
    return new SubdirectoryVolumes(nfs, this.options);
  }

  public install(scope: Construct, nfs: NfsExport): void {
    const { user = NOBODY, group = NOBODY, image = DEFAULT_IMAGE, onDelete } = this.options;
    const { storageClassName, provisionerName } = this.volumes(nfs);
    addObject<StorageClass>(scope, 'Default', {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: storageClassName },
      provisioner: provisionerName,
      parameters: parameters(this.options),
      reclaimPolicy: archivesOrDeletes(onDelete) ? 'Delete' : 'Retain',
      // An export is reached from every node, so there is nothing to wait for.
      volumeBindingMode: 'Immediate',
      // The provisioner cannot do it.
      allowVolumeExpansion: false,
      mountOptions: nfs.mountOptions,
    });
    addProvisioner(scope, nfs, { name: provisionerName, namespace: namespaceOf(nfs), image, user, group });
  }
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

/** The leader lock is an object with the provisioner's name, and objects are named more strictly. */
function provisionerNameProblems(name: string): string[] {
  const problems = provisionerProblems('provisionerName', name);
  return problems.length > 0 || name === name.toLowerCase() && !name.includes('_')
    ? problems
    : [`'provisionerName' must have no capital letters and no '_', for the provisioner's lock has the same name, got '${name}'; write 'provisionerName: "${name.toLowerCase().replaceAll('_', '-')}"'`];
}

function namesOneClaim(pathPattern: string): boolean {
  const byName = pathPattern.includes('${.PVC.namespace}') && pathPattern.includes('${.PVC.name}');
  return byName || /\$\{\.PVC\.(labels|annotations)\..+\}/.test(pathPattern);
}

function isId(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 4_294_967_294;
}
