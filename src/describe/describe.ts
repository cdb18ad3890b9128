import { whatOpens } from './access';
import { whereDataIs } from './data';
import { Description, Section, Sentence, SystemDescription, Topic } from './description';
import { whatDrainsDo } from './drain';
import { DescribeOptions, Facts, factsOf } from './facts';
import { whenThingsGo } from './failures';
import { namesOf } from './names';
import { overviewOf } from './overview';
import { whenRemoved } from './removal';
import { howItStarts } from './start';
import { summaryOf, whatRuns } from './what-runs';
import { counted } from './words';
import { Manifest } from '../kubernetes/manifest';
import { identityOf, referenceTo } from '../manifest/inventory';
import { Pods } from '../manifest/references/pods';

/** What is computed for each section; what needs a human is collected from all of them. */
const TOPICS: readonly (readonly [topic: Topic, compute: (pods: Pods, facts: Facts) => readonly Sentence[]])[] = [
  ['runs', whatRuns],
  ['data', whereDataIs],
  ['failures', whenThingsGo],
  ['removal', whenRemoved],
  ['drain', whatDrainsDo],
  ['names', (pods, facts) => namesOf(pods, facts).sentences],
  ['access', whatOpens],
  ['start', howItStarts],
];

/** What manifests make of a cluster, in words. */
export function describe(manifests: readonly Manifest[], options: DescribeOptions = {}): Description {
  const applied = lastOfEach(manifests);
  const facts = factsOf(applied, options);
  const systems = facts.references.pods.all.map(pods => describeSystem(pods, facts));
  const overview = [...overviewOf(facts), ...leftOut(manifests.length - applied.length)];
  return { kubernetesVersion: String(facts.model.version), overview, systems };
}

/** A folder may hold an object in several variants: kubectl applies one after the other. */
function lastOfEach(manifests: readonly Manifest[]): Manifest[] {
  const keyOf = (manifest: Manifest) => manifest.metadata?.name === undefined ? manifest : identityOf(manifest);
  return [...new Map(manifests.map(manifest => [keyOf(manifest), manifest])).values()];
}

function leftOut(count: number): Sentence[] {
  return count === 0 ? [] : [{ text: `Left out: ${counted(count, 'object')}, since a later one has the same name, and kubectl applies that last.` }];
}

function describeSystem(pods: Pods, facts: Facts): SystemDescription {
  const sections: Section[] = TOPICS.map(([topic, compute]) => (
    { topic, sentences: compute(pods, facts).filter(isFirst), ...topic === 'names' && { names: namesOf(pods, facts).names } }));
  const deeds = sections.flatMap(({ sentences }) => sentences).flatMap(({ human }) => human ?? []);
  const humanSection: Section = { topic: 'human', sentences: urgentFirst([...new Set(deeds)]).map(text => ({ text })) };
  const [runs, ...rest] = sections;
  return {
    object: referenceTo(pods.workload),
    summary: summaryOf(pods, facts),
    sections: [runs, humanSection, ...rest].filter(({ sentences, names = [] }) => sentences.length + names.length > 0),
  };
}

/** What must be done before anything runs comes before what may happen one day. */
function urgentFirst(deeds: readonly string[]): string[] {
  const isUrgent = (deed: string) => deed.startsWith('Before the first start');
  return [...deeds.filter(isUrgent), ...deeds.filter(deed => !isUrgent(deed))];
}

/** Containers that are alike say the same. */
function isFirst({ text }: Sentence, index: number, all: readonly Sentence[]): boolean {
  return all.findIndex(other => other.text === text) === index;
}

/** The systems of this name: `db`, or `shop/db`. */
export function systemsNamed({ systems }: Description, name: string): SystemDescription[] {
  return systems.filter(({ object }) => object.name === name || `${object.namespace}/${object.name}` === name);
}
