import { catalogue } from './catalogue';
import { acknowledge, findingsAboutAll } from './configuration/acknowledge';
import { clusterApiOf } from './configuration/cluster-api';
import { ClusterPart } from './configuration/cluster-part';
import { withoutConsequences } from './consequences';
import { CheckOptions, checkDocuments } from './run';
import { ApiModel } from '../kubernetes/api/model';
import { SourceDocument } from '../manifest/read/document';
import { foundInEach } from '../reports/clusters';
import { Finding } from '../reports/finding';

/** What is found in documents by the light of a configuration file. */
export interface ConfiguredFindings {
  /** Those nobody has acknowledged, and acknowledgements that cover nothing. */
  readonly findings: readonly Finding[];
  readonly acknowledged: readonly Finding[];
}

/** What of some documents goes to one cluster, with its API and what is defined there. */
export interface CheckedPart extends ClusterPart<SourceDocument>, Pick<CheckOptions, 'definitions'> {
  /** @default - as the configuration says */
  readonly models?: readonly ApiModel[];
}

/**
 * Checks the documents of each cluster in the environment that a configuration file declares, and takes away what it
 * acknowledges. What is found in several clusters is told once.
 */
export function checkConfigured(parts: readonly CheckedPart[], { scope, repository }: Pick<CheckOptions, 'scope' | 'repository'> = {}): ConfiguredFindings {
  const clusters = parts.map(({ name = '', documents, configuration, definitions, models = clusterApiOf(configuration).models }) => {
    const found = checkDocuments(documents, { scope, environment: configuration.environment, model: models, definitions, repository });
    return { name, given: configuration.acknowledgements, ...acknowledge(found, configuration.acknowledgements) };
  });
  const open = foundInEach(new Map(clusters.map(one => [one.name, withoutConsequences(one.open)])));
  const acknowledged = foundInEach(new Map(clusters.map(one => [one.name, one.acknowledged])));
  // A check that did not run could not find anything.
  const about = scope === 'object' ? [] : findingsAboutAll(clusters, catalogue().keys());
  return { findings: [...open, ...about], acknowledged };
}
