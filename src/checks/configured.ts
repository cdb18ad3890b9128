import { catalogue } from './catalogue';
import { acknowledge, findingsAbout } from './configuration/acknowledge';
import { clusterApiOf } from './configuration/cluster-api';
import type { Configuration } from './configuration/configuration';
import { CheckOptions, checkDocuments } from './run';
import { SourceDocument } from '../manifest/read/document';
import { Finding } from '../reports/finding';

/** What is found in documents by the light of a configuration file. */
export interface ConfiguredFindings {
  /** Those nobody has acknowledged, and acknowledgements that cover nothing. */
  readonly findings: readonly Finding[];
  readonly acknowledged: readonly Finding[];
}

/**
 * Checks documents in the environment that a configuration file declares, and
 * takes away what it acknowledges.
 */
export function checkConfigured(
  documents: readonly SourceDocument[],
  configuration: Configuration,
  { scope, definitions, model = clusterApiOf(configuration).models }: Pick<CheckOptions, 'scope' | 'model' | 'definitions'> = {},
): ConfiguredFindings {
  const found = checkDocuments(documents, { scope, environment: configuration.environment, model, definitions });
  const { acknowledgements } = configuration;
  const { open, acknowledged, unused } = acknowledge(found, acknowledgements);
  // A check that did not run could not find anything.
  const findings = scope === 'object' ? open : [...open, ...findingsAbout(acknowledgements, unused, catalogue().keys())];
  return { findings, acknowledged };
}
