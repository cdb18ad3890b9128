import { contentOf } from './files';
import { Terminal } from './terminal';
import { UsageError } from './usage-error';
import { Configuration, ConfigurationError, readConfiguration } from '../checks/configuration/configuration';
import { findConfigurationFile } from '../reports/configuration-files';

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
