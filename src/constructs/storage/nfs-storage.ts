import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { directoryCommand, StorageDirectory } from './directory';
import { NfsBackend } from './nfs-backend';
import { NfsExport, NfsVolumes } from './nfs-volumes';
import { cleanPath, nfsMountOptionProblems, serverProblems } from './rules';
import { Storage } from './storage';
import { freeId } from '../../cdk8s/free-id';
import { DNS_LABEL, shorter } from '../../kubernetes/formats/dns-label';
import { ABSOLUTE_PATH_WITHOUT_BACKSTEPS } from '../../kubernetes/formats/path';
import { fitting, instance, listOf, misfit, readProps, required, struct, text } from '../../props/fields';
import { refuse } from '../../props/problems';

/**
 * What an `NfsStorage` is made of.
 */
export interface NfsStorageProps {
  /**
   * Host name or IP address of the NFS server, as the nodes reach it.
   */
  readonly server: string;

  /**
   * Absolute path of the exported directory on the server. The volumes are
   * directories in it.
   */
  readonly path: string;

  /**
   * How volumes are made of the export.
   *
   * @default NfsBackend.subdirectoryProvisioner()
   */
  readonly backend?: NfsBackend;

  /**
   * Options with which nodes mount the export, for example `['nfsvers=4.1', 'hard']`.
   *
   * @default - what server and node agree on
   */
  readonly mountOptions?: string[];

  /**
   * Name of the installation, at most 51 characters. Names of objects begin with it.
   *
   * @default - the construct's id
   */
  readonly name?: string;
}

const FIELDS = struct<NfsStorageProps>({
  server: required(text('192.168.1.21')),
  path: required(fitting(text('/nfsdata'), ABSOLUTE_PATH_WITHOUT_BACKSTEPS)),
  backend: instance('an NfsBackend', 'install', 'NfsBackend.subdirectoryProvisioner()'),
  mountOptions: listOf(text('nfsvers=4.1')),
  name: text('nfs'),
}, '{ server: "192.168.1.21", path: "/nfsdata" }');


const NAME = shorter(DNS_LABEL, 51, "for its provisioner adds '-provisioner'");

/**
 * Volumes on an NFS server. Server and path are said once; everything that
 * the cluster needs follows from them. Data stays when claims are deleted,
 * unless the options of the backend say otherwise.
 *
 * Wrong props fail synthesis, all of them in one error.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#nfs
 */
export class NfsStorage extends Construct {
  /** Volumes on the server, for the volumes of an app. */
  public readonly storage: Storage;

  /** `storageClassName` of their claims; the empty string with static volumes. */
  public readonly storageClassName: string;

  /**
   * Name of what provisions the volumes.
   *
   * @default - none with static volumes
   */
  public readonly provisionerName?: string;

  private readonly nfs: NfsExport;
  private readonly volumes: NfsVolumes;

  /**
   * @param scope the chart, or a construct in one
   * @param id id of the construct, unique in its scope
   * @param props what it is like
   */
  constructor(scope: Construct, id: string, props: NfsStorageProps) {
    super(scope, freeId(scope, id, new.target.name));
    const { usable, wrong, misfits } = readProps(FIELDS, props);
    const backend = usable.backend ?? NfsBackend.subdirectoryProvisioner();
    this.nfs = {
      name: usable.name ?? id,
      namespace: Chart.of(this).namespace,
      server: usable.server ?? '',
      path: cleanPath(usable.path ?? '/'),
      mountOptions: usable.mountOptions,
    };
    this.volumes = backend.volumes(this.nfs);
    this.storage = this.volumes;
    this.storageClassName = this.volumes.storageClassName;
    this.provisionerName = this.volumes.provisionerName;
    if (refuse(this, wrong)) { return; }
    const problems = [
      ...misfit('name', this.nfs.name, NAME, '"nfs"'),
      ...misfits,
      ...serverProblems('server', usable.server),
      ...nfsMountOptionProblems(usable.mountOptions),
      ...backend.problems(this.nfs),
    ];
    if (refuse(this, problems)) { return; }

    backend.install(this, this.nfs);
  }

  /**
   * The lines that the server's `/etc/exports` needs.
   *
   * @param clients Who may mount the export, for example `192.168.1.0/24`: the cluster's nodes.
   * @throws If there is no client, if one of them is not a single word, or if the path is '/'.
   * @see https://man7.org/linux/man-pages/man5/exports.5.html
   */
  public exportsLines(...clients: string[]): string[] {
    const wrong = clients.filter(client => !/^[^\s()#]+$/.test(client));
    if (clients.length === 0 || wrong.length > 0) {
      throw new Error(`[${this.node.path}] 'exportsLines' needs the addresses of the cluster's nodes, got '${clients.join("', '")}'; write exportsLines('192.168.1.0/24'), for example`);
    }
    this.requireDirectory();
    const path = /\s/.test(this.nfs.path) ? `"${this.nfs.path}"` : this.nfs.path;
    const options = this.volumes.exportOptions.join(',');
    return [`${path} ${clients.map(client => `${client}(${options})`).join(' ')}`];
  }

  /**
   * The directories that must exist on the server, with their owners. Static
   * volumes need one for each claim: ask when all apps are there.
   *
   * @throws If the path is '/'.
   */
  public directories(): StorageDirectory[] {
    this.requireDirectory();
    return this.volumes.directories();
  }

  /**
   * The shell commands that make the directories, to be run as root on the server.
   *
   * @throws If the path is '/'.
   */
  public directoryCommands(): string[] {
    return this.directories().map(directoryCommand);
  }

  /** Nobody exports the root of a server; `/` stands for what it exports with `fsid=0`, wherever that is. */
  private requireDirectory() {
    if (this.nfs.path === '/') {
      throw new Error(`[${this.node.path}] which directory of the server is exported as '/' (fsid=0) is not known here; look into its /etc/exports`);
    }
  }
}
