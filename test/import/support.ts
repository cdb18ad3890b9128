import { LoadPackage } from '../../src/import/evaluate';
import { Imported, ImportOptions, importDocuments } from '../../src/import/import';
import { ApiModel } from '../../src/kubernetes/api/model';
import { readDocuments } from '../../src/manifest/read/read';

/** Packages as the program of a user finds them. */
// eslint-disable-next-line @typescript-eslint/no-require-imports
export const load: LoadPackage = name => require(name);

/** What YAML becomes. */
export function imported(yaml: string, options: Partial<ImportOptions> = {}): Imported {
  return importDocuments(readDocuments(yaml, 'a.yaml'), { models: [ApiModel.of()], load, name: 'shop', ...options });
}
