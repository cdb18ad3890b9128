import * as fs from 'fs';
import { clusterApiOf } from './configuration/cluster-api';
import { clusterParts } from './configuration/cluster-part';
import { Configuration, readConfiguration } from './configuration/configuration';
import { placeOfFile } from './configuration/document-place';
import { checkConfigured } from './configured';
import { definitionsIn, definitionsOf } from './definition-files';
import { inNamespace } from '../manifest/in-namespace';
import { decodeText } from '../manifest/read/decode';
import { readDocuments } from '../manifest/read/read';
import { findConfigurationFile } from '../reports/configuration-files';
import { fixInWords } from '../reports/declaration';
import { Finding, Severity } from '../reports/finding';
import { namesOf, onTheseOnly } from '../reports/on-versions';
import { printable } from '../reports/printable';
import { objectInWords, urlOf } from '../reports/report';
import { SEVERITIES, isAtLeast } from '../reports/severity';

/** What the plugin asks of the ValidationContext that cdk8s-cli gives it. */
export interface ValidationContext {
  /** Paths of the files that were synthesized. */
  readonly manifests: readonly string[];
  readonly report: {
    addViolation(violation: Violation): void;
    submit(status: 'success' | 'failure', metadata?: Readonly<Record<string, string>>): void;
  };
}

/** One finding as cdk8s-cli reports it. */
export interface Violation {
  readonly ruleName: string;
  readonly recommendation: string;
  readonly fix: string;
  readonly violatingResources: readonly { readonly resourceName: string; readonly locations: readonly string[]; readonly manifestPath: string }[];
}

/** When a synthesis fails, and what else is known: as `properties` of the plugin say. */
export interface ViolationOptions {
  readonly failOn?: Severity;
  readonly config?: string;
  /** Files and folders with CustomResourceDefinitions, besides those of the configuration file. */
  readonly crds?: readonly string[];
}

/** Checks the files of a synthesis and reports errors and warnings, the worst first. */
export function reportViolations({ manifests, report }: ValidationContext, { failOn = 'error', config, crds = [] }: ViolationOptions): void {
  const documents = manifests.flatMap(file => readDocuments(decodeText(fs.readFileSync(file)), file));
  const configuration = configurationFrom(config);
  const { parts } = clusterParts(documents, configuration, ({ file, manifest }) => ({ ...placeOfFile(file, configuration.file), manifest }));
  const named = crds.flatMap(definitionsIn);
  const checked = parts.map(part => ({
    ...part,
    documents: inNamespace(part.documents, part.configuration.namespace),
    models: clusterApiOf(part.configuration).models,
    definitions: [...definitionsOf(part.configuration), ...named],
  }));
  const { findings, acknowledged } = checkConfigured(checked);
  for (const severity of SEVERITIES.filter(one => one !== 'info')) {
    for (const finding of findings.filter(found => found.severity === severity)) { report.addViolation(violationOf(finding)); }
  }
  const failed = findings.some(({ severity }) => isAtLeast(severity, failOn));
  report.submit(failed ? 'failure' : 'success', {
    ...checked[0].name !== undefined && { Clusters: checked.map(({ name }) => name).join(', ') },
    Kubernetes: namesOf(checked.flatMap(({ models }) => models)).join(', '),
    Objects: String(documents.length),
    Acknowledged: String(acknowledged.length),
  });
}

function configurationFrom(config: string | undefined): Configuration {
  const file = config ?? findConfigurationFile();
  return file === undefined ? { file: '', acknowledgements: [] } : readConfiguration(fs.readFileSync(file, 'utf8'), file);
}

function violationOf({ rule, severity, object, path, message, kubernetesVersions, clusters, place = {}, ...finding }: Finding): Violation {
  return {
    ruleName: rule,
    recommendation: printable(`${[severity, objectInWords(object)].filter(Boolean).join(' in ')}: ${message}${onTheseOnly({ kubernetesVersions, clusters, message })}`),
    fix: printable(`${fixInWords(finding)}; ${urlOf(rule)}`),
    violatingResources: [{
      // cdk8s-cli finds the construct by the name alone.
      resourceName: object.name,
      locations: [`line ${place.line}, column ${place.column}${path && `: ${path}`}`],
      manifestPath: place.file ?? '',
    }],
  };
}
