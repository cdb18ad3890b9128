import { inTheseClusters } from './clusters';
import { Finding } from './finding';
import { toldOnce } from './told-once';
import { ApiModel } from '../kubernetes/api/model';

/** `on Kubernetes 1.36`: how a message names the version that it speaks of. */
export function onVersion({ version }: Pick<ApiModel, 'version'>): string {
  return `on Kubernetes ${version}`;
}

/** The versions that a report speaks of. */
export function namesOf(models: readonly ApiModel[]): readonly string[] {
  return [...new Set(models.map(({ version }) => String(version)))];
}

/** `1.33, 1.34 and 1.36` */
export function versionsInWords(versions: readonly string[]): string {
  return versions.length < 2 ? versions.join('') : `${versions.slice(0, -1).join(', ')} and ${versions[versions.length - 1]}`;
}

/** ` (on Kubernetes 1.33)`, ` (in cluster prod)`: the end of a message that is not said of every version and does not name them itself, or of several clusters. */
export function onTheseOnly({ kubernetesVersions, clusters, message }: Pick<Finding, 'kubernetesVersions' | 'clusters' | 'message'>): string {
  const versions = `on Kubernetes ${versionsInWords(kubernetesVersions ?? [])}`;
  return (kubernetesVersions === undefined || message.includes(versions) ? '' : ` (${versions})`) + inTheseClusters({ clusters });
}

/** What is found on one version after the other. What is the same on several is told once, with the versions on which it holds. */
export function foundOnEach<T extends Finding>(models: readonly ApiModel[], find: (model: ApiModel) => T[]): T[] {
  if (models.length === 1) { return find(models[0]); }
  const all = toldOnce<T, ApiModel>(models.map(model => [model, find(model)]), keyOf);
  return all.map(({ said, parts }) => withVersions(said, [...new Set(parts.map(({ version }) => String(version)))], models));
}

function keyOf(finding: Finding, model: ApiModel): string {
  // The same words about another version are the same thing.
  return JSON.stringify(finding).replaceAll(named(String(model.version)), 'on Kubernetes *');
}

/** The words about a version, and about no patch of it or longer number. */
function named(version: string): RegExp {
  return new RegExp(`on Kubernetes ${version.replaceAll('.', '\\.')}(?!\\.?\\d)`, 'g');
}

function withVersions<T extends Finding>(finding: T, versions: readonly string[], models: readonly ApiModel[]): T {
  const message = finding.message.replace(named(versions[0]), `on Kubernetes ${versionsInWords(versions)}`);
  return { ...finding, message, ...versions.length < models.length && { kubernetesVersions: versions } };
}
