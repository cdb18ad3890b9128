import { contentOf } from './files';
import { CommandOption } from './option';
import { Terminal } from './terminal';
import { UsageError } from './usage-error';
import { Configuration, ConfigurationError, readConfiguration } from '../checks/configuration/configuration';
import { findConfigurationFile } from '../reports/configuration-files';

/** The option that names the configuration file. @param what is read of it */
export function configOption(what: string): CommandOption {
  return { name: 'config', value: 'file', description: `${what} (default: cdk8s-stateful.yaml, if it is there)` };
}

/** Of commands that read nothing else of it. */
export const CLUSTERS_CONFIG = configOption('which manifests are for which cluster');

/** The configuration that was named, or the one in the current folder; empty if there is none. */
export function configurationFor(file: string | undefined, terminal: Terminal): Configuration {
  const found = file ?? findConfigurationFile();
  if (found === undefined) { return { file: '', acknowledgements: [] }; }
  try {
    return readConfiguration(contentOf(found, terminal), found);
  } catch (error) {
    throw error instanceof ConfigurationError ? new UsageError(error.problems) : error;
  }
}
