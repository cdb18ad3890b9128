import { existsSync } from 'fs';

/** Names under which a configuration is found without being named, in this order. */
export const CONFIGURATION_FILES: readonly string[] = ['cdk8s-stateful.yaml', 'cdk8s-stateful.yml', 'cdk8s-stateful.json'];

/** The configuration file of the working directory; undefined if there is none. */
export function findConfigurationFile(): string | undefined {
  return CONFIGURATION_FILES.find(name => existsSync(name));
}
