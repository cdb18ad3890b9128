import type * as kplus from 'cdk8s-plus-27';
import type { ConfigFile } from '../options/config-file';
import type { SecretFiles } from '../options/secret-files';

/**
 * How a database is dumped, and how a dump is restored to a server of its own.
 * Both commands run in a container of `image` with a read-only root and `/tmp`
 * to write to.
 */
export interface DumpMethod {
  /** Image with the clients and the server of the database, with its tag. */
  readonly image: string;

  /** User id of both commands, and of the files of a dump. */
  readonly user: number;

  /** Files that the commands need, in `/scripts`. */
  readonly files: ConfigFile[];

  /**
   * Command that dumps the database. Its last argument is an empty directory,
   * in which it leaves the files of the dump. If it ends with an exit code
   * other than 0, none of them is kept.
   */
  readonly dumpCommand: string[];

  /**
   * Command that restores a dump to a server of its own. Its last two
   * arguments are the directory of the dump, and an empty one for the server's
   * data. It ends with 0 only if the server holds what the dump has.
   */
  readonly restoreCommand: string[];

  /**
   * Environment of the dump's command: where the database is and how to
   * authenticate. A restore has none of it.
   *
   * @default - none
   */
  readonly envValues?: { readonly [name: string]: kplus.EnvValue };

  /**
   * Secrets that the dump's command needs as files.
   *
   * @default - none
   */
  readonly secretFiles?: SecretFiles[];

  /**
   * Labels of the pod that takes the dump, by which the database's NetworkPolicy
   * lets it in.
   *
   * @default - none
   */
  readonly podLabels?: { readonly [key: string]: string };

  /**
   * Names of Secrets with the credentials of image registries.
   *
   * @default - none
   */
  readonly imagePullSecrets?: string[];
}

/**
 * A database of which `Backup` can take dumps. Implement it to back up one
 * that this library has no preset for.
 */
export interface IDumpable {
  /** How it is dumped, and how a dump is restored. */
  readonly dumpMethod: DumpMethod;
}
