import { Construct } from 'constructs';
import { claimsUpTo } from './claim-names';
import { StorageDirectory } from './directory';
import { Backend, inTreeModeProblems, NfsExport, NfsVolumes } from './nfs-volumes';
import { addReservedVolume, namespaceProblems, volumeLabels } from './reserved-volume';
import { cleanPath } from './rules';
import { STAYS_IN_EXPORT, CLAIM_PATTERN } from './sub-directory';
import { VolumeBinding } from './volume-binding';
import { VolumeRequest } from './volume-request';
import { everyProblem, readProps, struct, text } from '../../props/fields';
import { brokenRules, PropRule } from '../../props/problems';
import { REPLICAS } from '../../props/value-fields';

/**
 * Options of `NfsBackend.staticVolumes`.
 */
export interface StaticNfsOptions {
  /**
   * Directory of a volume, below the path of the export. It can hold
   * `${pvc.metadata.namespace}` and `${pvc.metadata.name}`.
   *
   * @default '${pvc.metadata.namespace}.${pvc.metadata.name}'
   */
  readonly subDir?: string;

  /**
   * For how many replicas of an app there are volumes, if for more than it has.
   * Keep it at the highest number ever, and fewer replicas take no
   * PersistentVolume out of the manifests.
   *
   * @default - as many as the app has replicas
   */
  readonly replicas?: number;
}

const FIELDS = struct<StaticNfsOptions>({ subDir: text(CLAIM_PATTERN), replicas: REPLICAS }, '{ replicas: 3 }');

const RULES: PropRule<StaticNfsOptions>[] = [
  {
    broken: ({ subDir = CLAIM_PATTERN }) => !(subDir.includes('${pvc.metadata.namespace}') && subDir.includes('${pvc.metadata.name}')),
    message: ({ subDir }) => `'subDir' must hold '\${pvc.metadata.namespace}' and '\${pvc.metadata.name}', for otherwise claims share a directory, got '${subDir}'; write 'subDir: "${CLAIM_PATTERN}"'`,
  },
  STAYS_IN_EXPORT,
];

/** `NfsBackend.staticVolumes`. */
export function staticVolumes(options: StaticNfsOptions): Backend {
  const { usable, ...read } = readProps(FIELDS, options);
  const volumes = (nfs: NfsExport) => new ReservedNfsVolumes(nfs, usable);
  return {
    problems: () => [...everyProblem(read), ...brokenRules(usable, RULES)],
    volumes,
    install: () => {
      // The volumes come with the claims that they are reserved for.
    },
  };
}

class ReservedNfsVolumes extends NfsVolumes {
  public readonly storageClassName = '';
  public readonly provisionerName = undefined;
  public readonly exportOptions = ['rw', 'sync', 'no_subtree_check', 'root_squash'];
  private readonly bound: StorageDirectory[] = [];

  constructor(private readonly nfs: NfsExport, private readonly options: StaticNfsOptions) { super(); }

  public problems(request: VolumeRequest): string[] {
    return [...super.problems(request), ...inTreeModeProblems(request), ...namespaceProblems(request)];
  }

  public bind(scope: Construct, request: VolumeRequest): VolumeBinding {
    for (const claim of claimsUpTo(request, this.options.replicas ?? 0)) {
      const path = this.pathOf(claim, request);
      addReservedVolume(scope, claim, request, {
        storageClassName: this.storageClassName,
        mountOptions: this.nfs.mountOptions,
        nfs: { server: this.nfs.server, path },
      });
      this.bound.push({ path, user: request.user, group: request.group, mode: '0770' });
    }
    return { storageClassName: this.storageClassName, matchLabels: volumeLabels(request) };
  }

  public directories(): StorageDirectory[] {
    return [...this.bound];
  }

  private pathOf(claim: string, request: VolumeRequest): string {
    const directory = (this.options.subDir ?? CLAIM_PATTERN)
      .replaceAll('${pvc.metadata.namespace}', `${request.namespace}`)
      .replaceAll('${pvc.metadata.name}', claim);
    return cleanPath(`${this.nfs.path}/${directory}`);
  }
}
