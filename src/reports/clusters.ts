import { Finding } from './finding';
import { toldOnce } from './told-once';

/** A cluster that a report speaks of. */
export interface ReportedCluster {
  readonly name: string;
  readonly kubernetesVersions: readonly string[];
  /** What a change does to the cluster itself. @default - it is there before and after */
  readonly presence?: 'new' | 'gone';
}

/** The clusters that a report speaks of, if there are several or they are declared. */
export interface ReportedClusters {
  /** Who says which manifests are for which cluster: the folders that they are in, or a declaration. */
  readonly by: 'folder' | 'declaration';
  readonly all: readonly ReportedCluster[];
}

/** What is in no cluster although clusters are declared; never dropped. */
export const NO_CLUSTER = '(no cluster)';

/** So many are named. */
const SHOWN = 6;

/** What is found in one cluster after the other. What is the same in several is told once, at its first place, with the clusters. */
export function foundInEach<T extends Finding>(found: ReadonlyMap<string, readonly T[]>): T[] {
  if (found.size < 2) { return [...found.values()].flat(); }
  const numbered = [...found].map(([name, findings]): [string, Numbered<T>[]] => [name, numberedBy(findings)]);
  return toldOnce(numbered, ({ key }) => key).map(({ said, parts }) => ({ ...said.finding, clusters: parts }));
}

interface Numbered<T> {
  readonly finding: T;
  readonly key: string;
}

/** Twice in one cluster is twice, wherever it stands. */
function numberedBy<T extends Finding>(findings: readonly T[]): Numbered<T>[] {
  const counts = new Map<string, number>();
  return findings.map(finding => {
    const key = JSON.stringify({ ...finding, place: undefined });
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return { finding, key: `${count} ${key}` };
  });
}

/** `cluster prod`, `clusters dev and prod`, `300 clusters: a, b, c, d, e, f and 294 more`. */
export function clustersInWords(names: readonly string[]): string {
  if (names.length < 2) { return `cluster ${names.join('')}`; }
  return names.length <= 3 ? `clusters ${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : `${names.length} clusters: ${listed(names)}`;
}

/** ` (in clusters dev and prod)`: the end of a message that is not said of every cluster, or of several. */
export function inTheseClusters({ clusters }: Pick<Finding, 'clusters'>): string {
  return clusters === undefined ? '' : ` (in ${clustersInWords(clusters)})`;
}

/** The first lines of a report: which clusters it is about, and who says so. */
export function clusterLines({ by, all }: ReportedClusters): string[] {
  const names = all.map(({ name }) => name).filter(name => name !== NO_CLUSTER);
  const count = `${names.length} ${names.length === 1 ? 'cluster' : 'clusters'}`;
  return [
    by === 'folder' ? `${count} by folder: ${listed(names)}; write \`clusters:\` to fix this` : `${count}: ${listed(names)}`,
    ...names.length < all.length ? ['some manifests are in none of them; write their paths into `clusters:`'] : [],
    ...versionLine(all),
    ...presenceLine(all, 'new', 'is new', 'are new'),
    ...presenceLine(all, 'gone', 'is gone', 'are gone'),
  ];
}

function listed(names: readonly string[]): string {
  const more = names.length - SHOWN;
  return names.slice(0, SHOWN).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** `Kubernetes 1.35 in cluster eu, 1.36 in cluster us`, unless it is the same in all. */
function versionLine(all: readonly ReportedCluster[]): string[] {
  const byVersion = toldOnce<string, string>(all.map(({ name, kubernetesVersions }) => [name, [kubernetesVersions.join(', ')]]), version => version);
  return byVersion.length < 2 ? [] : [`Kubernetes ${byVersion.map(({ said, parts }) => `${said} in ${clustersInWords(parts)}`).join('; ')}`];
}

function presenceLine(all: readonly ReportedCluster[], wanted: ReportedCluster['presence'], one: string, several: string): string[] {
  const names = all.filter(({ presence }) => presence === wanted).map(({ name }) => name);
  if (names.length === 0) { return []; }
  return [`${clustersInWords(names)} ${names.length === 1 ? one : several}`];
}

/** Findings of the same clusters together, in the order in which they come. */
export function sectionsOf<T extends Pick<Finding, 'clusters'>>(findings: readonly T[]): { readonly clusters?: readonly string[]; readonly findings: readonly T[] }[] {
  const sections = new Map<string, { clusters?: readonly string[]; findings: T[] }>();
  for (const finding of findings) {
    const key = JSON.stringify(finding.clusters);
    const section = sections.get(key) ?? { clusters: finding.clusters, findings: [] };
    sections.set(key, section);
    section.findings.push(finding);
  }
  return [...sections.values()];
}
