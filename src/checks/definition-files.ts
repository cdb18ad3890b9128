import { readFileSync, statSync } from 'fs';
import { dirname, join } from 'path';
import { Configuration, ConfigurationError } from './configuration/configuration';
import { Manifest } from '../kubernetes/manifest';
import { isDefinition } from './custom-resources/custom-kinds';
import { decodeText } from '../manifest/read/decode';
import { manifestFilesIn } from '../manifest/read/manifest-files';
import { readDocuments } from '../manifest/read/read';

/** The CustomResourceDefinitions that a configuration names. What else stands in these files is passed over. */
export function definitionsOf({ file, crds = [] }: Pick<Configuration, 'file' | 'crds'>): Manifest[] {
  return crds.flatMap(path => {
    try {
      return definitionsIn(join(dirname(file), path));
    } catch (error) {
      throw new ConfigurationError([`${file}: crds: cannot read '${path}': ${(error as Error).message}`]);
    }
  });
}

/** Those of a file, or of all files in a folder. */
export function definitionsIn(path: string): Manifest[] {
  const files = statSync(path).isDirectory() ? manifestFilesIn(path) : [path];
  return files.flatMap(file => readDocuments(decodeText(readFileSync(file)), file))
    .flatMap(({ manifest }) => manifest ?? []).filter(isDefinition);
}
