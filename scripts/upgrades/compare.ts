import { pathByName } from './by-name';
import { UpgradeCase } from './cases';
import { Seen } from './trial';
import { SYSTEM_CHECKS } from '../../src/checks/rules/registry';
import { ApiModel } from '../../src/kubernetes/api/model';
import { KubernetesVersion } from '../../src/kubernetes/kubernetes-version';
import { readDocuments } from '../../src/manifest/read/read';
import { Finding } from '../../src/reports/finding';
import { fieldIgnored, fieldObeyed } from '../../src/upgrade/changed-findings';
import { applyRefused, podsRestart } from '../../src/upgrade/next-apply';
import { upgradeFindings } from '../../src/upgrade/upgrade-check';
import { wayOf } from '../../src/upgrade/way';

/** What is asked of an upgrade of one manifest. */
export const QUESTIONS = ['refused when created', 'refused when applied again', 'pods restart', 'fields obeyed', 'fields ignored'] as const;

/** A question, what the servers did, and what upgrade-check says. An empty text is no. */
export interface Comparison {
  readonly given: UpgradeCase;
  readonly question: typeof QUESTIONS[number];
  readonly server: string;
  readonly tool: string;
  /** Why they differ, if that is known and left so. */
  readonly known?: string;
  /** What the second server said. */
  readonly messages: readonly string[];
}

/** What upgrade-check says of each manifest, next to what the servers did. */
export function comparisons(seen: readonly Seen[], from: string, to: string): Comparison[] {
  const way = wayOf(KubernetesVersion.of(from), KubernetesVersion.of(to)).map(version => ApiModel.of(version));
  return seen.flatMap(one => {
    const found = upgradeFindings(readDocuments(JSON.stringify(one.given.manifest), 'case.json'), way);
    const pathsOf = (rule: string) =>
      found.filter(finding => finding.rule === rule).map(({ path }) => pathByName(one.given.manifest, path)).sort().join(' ');
    const has = (rule: string) => yes(found.some(finding => finding.rule === rule));
    const answers: readonly [server: string, tool: string][] = [
      [yes(one.refusedWhenCreated), yes(found.some(isRefusal))],
      [yes(one.refusedWhenApplied), has(applyRefused.id)],
      [yes(one.changesPods && REPLACING.includes(one.given.manifest.kind)), has(podsRestart.id)],
      // Of what is refused nothing is stored.
      ...one.refusedWhenCreated ? [] : [
        [one.obeyed.join(' '), pathsOf(fieldObeyed.id)],
        [one.ignored.join(' '), pathsOf(fieldIgnored.id)],
      ] as [string, string][],
    ];
    return answers.map(([server, tool], index) => ({
      given: one.given,
      question: QUESTIONS[index],
      server,
      tool,
      messages: one.messages,
      ...server !== tool && { known: knownReason(one.given, from) },
    }));
  });
}

function yes(is: boolean): string {
  return is ? 'yes' : '';
}

/** What nodes and controllers make of an object, the server does not know. */
const OF_SYSTEM: ReadonlySet<string> = new Set(SYSTEM_CHECKS.map(({ id }) => id));

function isRefusal({ severity, rule }: Finding): boolean {
  return severity === 'error' && rule !== applyRefused.id && !OF_SYSTEM.has(rule);
}

/** The kinds whose controllers replace pods. */
const REPLACING: readonly string[] = ['StatefulSet', 'Deployment', 'DaemonSet'];

/** Differences that are left as they are. */
const KNOWN: readonly { readonly text: RegExp; readonly before?: string; readonly why: string }[] = [
  { text: /"volumeClaimTemplates".*"volumeAttributesClassName"/s, why: 'a claim template is stored with the class, and the claims are made without it: the class has no effect' },
  { text: /"image":\{"(reference|pullPolicy)"/, before: '1.31', why: 'a volume of an unknown type is an emptyDir; from 1.31 on the server drops the volume, until it knows the type' },
];

function knownReason({ manifest }: UpgradeCase, from: string): string | undefined {
  const version = KubernetesVersion.of(from);
  return KNOWN.find(({ text, before }) => text.test(JSON.stringify(manifest)) && !(before && version.isSince(before)))?.why;
}
