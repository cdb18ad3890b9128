import { manifestsOf } from './manifests';
import { CommandOption } from './option';
import { Terminal } from './terminal';
import { UsageError } from './usage-error';
import { Configuration, ConfigurationError } from '../checks/configuration/configuration';
import { isDefinition } from '../checks/custom-resources/custom-kinds';
import { definitionsOf } from '../checks/definition-files';
import { Manifest } from '../kubernetes/manifest';

export const CRDS: CommandOption = {
  name: 'crds',
  value: 'folder',
  multiple: true,
  description: 'CustomResourceDefinitions that are in the cluster besides those in the manifests: a file or folder; may be given several times',
};

/** The CustomResourceDefinitions that the configuration names, and those of `--crds`. What else stands in these files is passed over. */
export function definitionsFor(named: readonly string[], configuration: Pick<Configuration, 'file' | 'crds'>, terminal: Terminal): Manifest[] {
  return [...configured(configuration), ...named.flatMap(path => manifestsOf(path, terminal)).filter(isDefinition)];
}

function configured(configuration: Pick<Configuration, 'file' | 'crds'>): Manifest[] {
  try {
    return definitionsOf(configuration);
  } catch (error) {
    throw error instanceof ConfigurationError ? new UsageError(error.problems) : error;
  }
}
