import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { checkManifests } from '../../src/checks/run';
import { knownMinors } from '../../src/kubernetes/api/known-versions';
import { ApiModel } from '../../src/kubernetes/api/model';
import { Manifest } from '../../src/kubernetes/manifest';

/** A field or rule that is newer than 1.27, and what is written to use it. */
interface Entry {
  readonly name: string;
  /** @default - no feature gate is asked */
  readonly gate?: string;
  /** A whole manifest, or parts of one, by what they are parts of. */
  readonly [part: string]: unknown;
}

export const ENTRIES: readonly Entry[] = parse(readFileSync(join(__dirname, 'entries.yaml'), 'utf8'));

const CONTAINER = { name: 'web', image: 'httpd:2.4' };
const LABELS = { app: 'web' };
const TEMPLATE = { metadata: { labels: LABELS }, spec: { containers: [CONTAINER] } };

/** What a part is put into. */
const WHOLES: Readonly<Record<string, (part: object, entry: Entry) => Manifest>> = {
  object: object => object as Manifest,
  pod: (spec, { container = {} }) => manifest('v1', 'Pod', { containers: [{ ...CONTAINER, ...container as object }], ...spec }),
  container: container => manifest('v1', 'Pod', { containers: [{ ...CONTAINER, ...container }] }),
  set: spec => manifest('apps/v1', 'StatefulSet', { serviceName: 'web', selector: { matchLabels: LABELS }, template: TEMPLATE, ...spec }),
  job: spec => manifest('batch/v1', 'Job', { template: { spec: { containers: [CONTAINER], restartPolicy: 'Never' } }, ...spec }),
  service: spec => manifest('v1', 'Service', { selector: LABELS, ports: [{ port: 80 }], ...spec }),
  claim: spec => manifest('v1', 'PersistentVolumeClaim', { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, ...spec }),
  scaler: spec => manifest('autoscaling/v2', 'HorizontalPodAutoscaler', { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' }, maxReplicas: 3, ...spec }),
};

function manifest(apiVersion: string, kind: string, spec: object): Manifest {
  return { apiVersion, kind, metadata: { name: 'web' }, spec };
}

function manifestOf(entry: Entry): Manifest {
  const part = Object.keys(WHOLES).find(name => entry[name] !== undefined)!;
  return WHOLES[part](entry[part] as object, entry);
}

/** What `check` says of it on a minor: the rules that it breaks, or nothing. */
function answer(entry: Entry, minor: string): string {
  const findings = checkManifests([manifestOf(entry)], { scope: 'object', model: ApiModel.of(minor) });
  const errors = findings.filter(({ severity }) => severity === 'error');
  const [first] = errors.length > 0 ? errors : findings.filter(({ severity }) => severity === 'warning');
  return first ? WORDS[first.rule] ?? `${errors.length > 0 ? '✗' : '!'} [${first.rule}](checks.md#${first.rule})` : '✓';
}

/** What is said most. */
const WORDS: Readonly<Record<string, string>> = {
  'schema-unknown-field': '–', 'unknown-kind': '–', 'removed-api': '–', 'api-off': 'off', 'dropped-field': 'dropped',
};

const HEAD = `# What check says of newer fields, minor by minor

<!-- Printed from the data of the checks by \`npx projen docs:upgrades\`; do not edit. -->

A manifest for each field and rule that came after Kubernetes 1.27, checked for each minor in its newest patch and with its defaults.
The manifests are in \`scripts/kubernetes-fields/entries.yaml\`.

- ✓: nothing to say
- –: an error: the version has no such field or kind, not yet or no more
- off: an error: the version of the API is off unless the cluster switches it on
- dropped: a warning: the server drops the field, since its feature is off
- !: another warning: the server warns of it, or it does not do what it seems to
- ✗: another error: the server refuses the object, or what controllers make of it
`;

/** The page: a row for each entry, a column for each minor. */
export function fieldsPage(): string {
  const minors = knownMinors();
  const title = ['', 'gate', ...minors].map(cell => `${cell} |`).join(' ');
  const rows = ENTRIES.map(entry => [entry.name, entry.gate ? `\`${entry.gate}\`` : '', ...minors.map(minor => answer(entry, minor))]);
  return [HEAD, `| ${title}`, `|${' --- |'.repeat(minors.length + 2)}`, ...rows.map(cells => `| ${cells.join(' | ')} |`), ''].join('\n');
}
