import { readFileSync } from 'fs';
import type { Configuration } from '../checks/configuration/configuration';
import { findConfigurationFile } from '../reports/configuration-files';

/** The configuration file of the working directory, as the command line reads it. */
export function readConfigurationFile(): { readonly configuration?: Configuration; readonly problems: string[] } {
  const file = findConfigurationFile();
  if (file === undefined) { return { problems: [] }; }
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the YAML parser is loaded only where there is a file
  const { readConfiguration } = require('../checks/configuration/configuration') as typeof import('../checks/configuration/configuration');
  try {
    return { configuration: readConfiguration(readFileSync(file, 'utf8'), file), problems: [] };
  } catch (error) {
    return { problems: [(error as Error).message] };
  }
}
