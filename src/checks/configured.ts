import { catalogue } from './catalogue';
import { acknowledge, unusedAcknowledgement, unusedProblem } from './configuration/acknowledge';
import type { Configuration, ConfiguredAcknowledgement } from './configuration/configuration';
import { CheckOptions, checkDocuments } from './run';
import { SourceDocument } from '../manifest/read/document';
import { SourceFinding } from '../reports/finding';

/** What is found in documents by the light of a configuration file. */
export interface ConfiguredFindings {
  /** Those nobody has acknowledged, and acknowledgements that cover nothing. */
  readonly findings: readonly SourceFinding[];
  readonly acknowledged: readonly SourceFinding[];
}

/**
 * Checks documents in the environment that a configuration file declares, and
 * takes away what it acknowledges.
 */
export function checkConfigured(
  documents: readonly SourceDocument[],
  configuration: Configuration,
  { scope, kubernetesVersion }: Pick<CheckOptions, 'scope' | 'kubernetesVersion'> = {},
): ConfiguredFindings {
  const found = checkDocuments(documents, {
    scope,
    environment: configuration.environment,
    kubernetesVersion: kubernetesVersion ?? configuration.kubernetesVersion,
  });
  const { open, acknowledged, unused } = acknowledge(found, configuration.acknowledgements);
  // A check that did not run could not find anything.
  const findings = scope === 'object' ? open : [...open, ...unused.map(acknowledgement => unusedFinding(acknowledgement, configuration.file))];
  return { findings, acknowledged };
}

function unusedFinding(acknowledgement: ConfiguredAcknowledgement, file: string): SourceFinding {
  const { path, position: { line, column } } = acknowledgement;
  const { id, severity } = unusedAcknowledgement;
  const object = { apiVersion: '', kind: '', name: '' };
  return { id, severity, object, path, ...unusedProblem(acknowledgement, catalogue().keys()), file, document: 0, line, column };
}
