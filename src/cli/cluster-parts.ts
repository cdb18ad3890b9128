import { Arguments } from './arguments';
import { apisFor } from './cluster-option';
import { definitionsFor } from './definitions';
import { STANDARD_INPUT } from './files';
import { pathOfGitFile } from './git';
import { Terminal } from './terminal';
import { UsageError } from './usage-error';
import { ClusterPart, ClusterParts, clusterParts } from '../checks/configuration/cluster-part';
import { Configuration } from '../checks/configuration/configuration';
import { placeOfFile } from '../checks/configuration/document-place';
import { ApiModel } from '../kubernetes/api/model';
import { Manifest } from '../kubernetes/manifest';
import { oncePerKey } from '../kubernetes/once';
import { inNamespace } from '../manifest/in-namespace';
import { SourceDocument } from '../manifest/read/document';
import { ReportedClusters } from '../reports/clusters';
import { didYouMean } from '../reports/did-you-mean';
import { namesOf } from '../reports/on-versions';

/** Documents by the cluster that they are for, as the configuration file or the folders say; in the namespace of their deployer. */
export function partsOf<D extends SourceDocument>(documents: readonly D[], configuration: Configuration, args: Arguments): ClusterParts<D> {
  const { parts, by } = clusterParts(documents, configuration, ({ file, manifest }) => file === STANDARD_INPUT
    ? { paths: () => [STANDARD_INPUT], manifest } : { ...placeOfFile(pathOfGitFile(file), configuration.file), manifest });
  return { parts: parts.map(part => ({ ...part, documents: inNamespace(part.documents, namespaceFor(part, args)) })), by };
}

/** The part that is meant: what is made of one cluster cannot be made of several. */
export function partNamed<P extends { readonly name?: string }>(name: string | undefined, parts: readonly P[], verb: string): P {
  const names = parts.map(part => part.name ?? '');
  const found = name === undefined ? parts.length === 1 ? parts[0] : undefined : parts.find(part => part.name === name);
  if (found) { return found; }
  throw new UsageError([name === undefined
    ? `these are the manifests of ${parts.length} clusters: ${names.join(', ')}; ${verb} one of them: --cluster ${names[0]}`
    : `no cluster has the name '${name}'${didYouMean(name, names)}`]);
}

/** The command line decides before the configuration file does. */
export function namespaceFor({ configuration }: Pick<ClusterPart<unknown>, 'configuration'>, args: Arguments): string | undefined {
  return args.value('namespace') ?? configuration.namespace;
}

/** A part with the API of its cluster, in each of its versions. */
export type PartWithApi<D> = ClusterPart<D> & { readonly models: readonly ApiModel[] };

/** The same with the API of each cluster: the command line decides before the configuration file does. */
export function withApis<D>(parts: readonly ClusterPart<D>[], args: Arguments, terminal: Terminal): PartWithApi<D>[] {
  const apis = apisFor(args, parts.map(({ configuration }) => configuration), terminal);
  return parts.map((part, index) => ({ ...part, models: apis[index].models }));
}

/** The CustomResourceDefinitions of each cluster; files are read once. */
export function definitionsOf(args: Arguments, terminal: Terminal): (configuration: Configuration) => readonly Manifest[] {
  const read = oncePerKey((key: string) => {
    const [file, crds] = JSON.parse(key) as [string, string[]];
    return definitionsFor(args.all('crds'), { file, crds }, terminal);
  });
  return ({ file, crds = [] }) => read(JSON.stringify([file, crds]));
}

/** What a report says of its clusters; undefined if there is one that has no name. */
export function reported(parts: readonly PartWithApi<unknown>[], by: ReportedClusters['by'] | undefined): ReportedClusters | undefined {
  return by && { by, all: parts.map(({ name = '', models }) => ({ name, kubernetesVersions: namesOf(models) })) };
}
