/**
 * A directory that must exist on a machine before pods can use it.
 */
export interface StorageDirectory {
  /** Absolute path. */
  readonly path: string;

  /** User id of its owner. */
  readonly user: number;

  /** Group id of its owner. */
  readonly group: number;

  /** Permissions in octal, for example `0770`. */
  readonly mode: string;

  /**
   * Name of the node that has it.
   *
   * @default - it is on the NFS server
   */
  readonly node?: string;
}

/** The shell command that makes a directory, or gives one that exists its owner and mode. */
export function directoryCommand({ path, user, group, mode }: StorageDirectory): string {
  const quoted = /^[\w/.-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
  return `install -d -o ${user} -g ${group} -m ${mode} ${quoted}`;
}
