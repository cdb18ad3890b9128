import { readFileSync } from 'fs';
import type { Configuration } from '../checks/configuration/configuration';
import { Manifest } from '../kubernetes/manifest';
import { findConfigurationFile } from '../reports/configuration-files';

/** The configuration file of the working directory with what it names, as the command line reads it. */
export interface ConfigurationOfApp {
  readonly configuration?: Configuration;
  /** The CustomResourceDefinitions that it names. @default - none */
  readonly definitions?: readonly Manifest[];
  /** Those that it names for one cluster besides, by the name of the cluster. @default - none */
  readonly definitionsIn?: ReadonlyMap<string, readonly Manifest[]>;
  readonly problems: string[];
}

export function readConfigurationFile(): ConfigurationOfApp {
  const file = findConfigurationFile();
  if (file === undefined) { return { problems: [] }; }
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the YAML parser is loaded only where there is a file
  const { readConfiguration } = require('../checks/configuration/configuration') as typeof import('../checks/configuration/configuration');
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the same
  const { definitionsOf } = require('../checks/definition-files') as typeof import('../checks/definition-files');
  try {
    const configuration = readConfiguration(readFileSync(file, 'utf8'), file);
    const clusters = configuration.clusters?.filter(({ crds }) => crds !== undefined) ?? [];
    return {
      configuration,
      ...configuration.crds && { definitions: definitionsOf(configuration) },
      ...clusters.length > 0 && { definitionsIn: new Map(clusters.map(({ name, crds }) => [name, definitionsOf({ file, crds })])) },
      problems: [],
    };
  } catch (error) {
    return { problems: [(error as Error).message] };
  }
}
