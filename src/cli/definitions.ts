import { dirname, join } from 'node:path';
import { manifestsOf } from './manifests';
import { CommandOption } from './option';
import { Terminal } from './terminal';
import { Configuration } from '../checks/configuration/configuration';
import { isDefinition } from '../checks/custom-resources/custom-kinds';
import { Manifest } from '../kubernetes/manifest';

export const CRDS: CommandOption = {
  name: 'crds',
  value: 'folder',
  multiple: true,
  description: 'CustomResourceDefinitions that are in the cluster besides those in the manifests: a file or folder; may be given several times',
};

/** The CustomResourceDefinitions that the configuration names, and those of `--crds`. What else stands in these files is passed over. */
export function definitionsFor(named: readonly string[], { file, crds = [] }: Pick<Configuration, 'file' | 'crds'>, terminal: Terminal): Manifest[] {
  const folders = [...crds.map(path => join(dirname(file), path)), ...named];
  return folders.flatMap(path => manifestsOf(path, terminal)).filter(isDefinition);
}
