import { isRecord, listOf, textOf } from '../../kubernetes/manifest';

/** A setting that names the directory of a program's data. */
export interface DataDirectory {
  readonly value: string;
  /** JSON pointer below the container. */
  readonly path: string;
}

/** Variables whose names say it; the rest ends in what these end in. */
const VARIABLE = new RegExp('^(PGDATA|MYSQL_DATADIR|RABBITMQ_MNESIA_(BASE|DIR)|MINIO_VOLUMES|KAFKA_(CFG_)?LOG_DIRS?|ZOO_DATA_(DIR|LOG_DIR)|path\\.data|GF_PATHS_DATA'
  + '|NEO4J_(dbms_|server_)directories_data|.*_(DATA_?DIR(ECTORY)?|DATA_?PATH|STORAGE_?(DIR|PATH)|DB_?PATH|DATA_HOME))$');

const FLAG = new RegExp('^(--?(datadir|data-dir|dir|dbpath|data-directory|data_directory|data-path|store|store[-_]dir|storage\\.path|storage\\.tsdb\\.path'
  + '|E?path\\.data|log\\.dirs|engine-path|bolt-path)|data_directory)$');

/** The settings of a container that say where its data is: variables and flags, by name. */
export function dataDirectories(container: Record<string, any>): Map<string, DataDirectory> {
  const found = new Map<string, DataDirectory>();
  const add = (name: string, value: string, path: string) => {
    const directory = value.replace(/\/+$/, '');
    found.set(name, { value: directory, path });
  };
  listOf(container.env).forEach((variable, index) => {
    if (isRecord(variable) && typeof variable.value === 'string' && VARIABLE.test(textOf(variable.name))) {
      add(variable.name, variable.value, `/env/${index}`);
    }
  });
  for (const field of ['command', 'args']) {
    // A word of a shell's holds words of its own.
    const words = listOf(container[field]).flatMap((text, index) => textOf(text).split(/\s+/).map(word => ({ word, index })));
    words.forEach(({ word, index }, at) => {
      const [flag, ...value] = word.split('=');
      if (FLAG.test(flag)) { add(flag, value.length > 0 ? value.join('=') : words[at + 1]?.word ?? '', `/${field}/${index}`); }
    });
  }
  return found;
}
