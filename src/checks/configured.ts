import { catalogue } from './catalogue';
import { ReadAcknowledgement, acknowledge, findingsAbout } from './configuration/acknowledge';
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
  const [open, acknowledged] = [new Map<string, readonly Finding[]>(), new Map<string, readonly Finding[]>()];
  const all = new Set<ReadAcknowledgement>();
  const used = new Set<ReadAcknowledgement>();
  for (const { name = '', documents, configuration, definitions, models = clusterApiOf(configuration).models } of parts) {
    const found = checkDocuments(documents, { scope, environment: configuration.environment, model: models, definitions, repository });
    const result = acknowledge(found, configuration.acknowledgements);
    open.set(name, withoutConsequences(result.open));
    acknowledged.set(name, result.acknowledged);
    const unused = new Set(result.unused);
    for (const one of configuration.acknowledgements) {
      all.add(one);
      if (!unused.has(one)) { used.add(one); }
    }
  }
  // A check that did not run could not find anything.
  const about = scope === 'object' ? [] : findingsAbout([...all], [...all].filter(one => !used.has(one)), catalogue().keys());
  return { findings: [...foundInEach(open), ...about], acknowledged: foundInEach(acknowledged) };
}
