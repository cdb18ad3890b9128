/**
 * How long a diff takes, beside what the `yaml` package needs to parse the same
 * text in the same run. Fails if the diff of 10,000 objects takes more than
 * half of that, or if time grows faster than size.
 */
import { parseAllDocuments, stringify } from 'yaml';
import { diff } from '../src/diff/diff';
import { Manifest } from '../src/kubernetes/manifest';

const MAX_SHARE = 0.5;
const MAX_EXPONENT = 1.1;
const SIZES = [2_500, 5_000, 10_000, 25_000, 50_000];
const COMPARED = 10_000;
const ROUNDS = 3;

/** Systems of five objects; one in `every` is edited, one in `rename` gets another name. */
function manifests(count: number, edited: (system: number) => boolean, renamed: (system: number) => boolean): Manifest[] {
  return Array.from({ length: count / 5 }, (_, system) => {
    const namespace = `team-${system % 50}`;
    const name = renamed(system) ? `db-new-${system}` : `db-${system}`;
    const app = { 'app.kubernetes.io/name': `db-${system}` };
    const metadata = { name, namespace, labels: app };
    const tag = edited(system) ? '15.4' : '15.3';
    return [
      { apiVersion: 'v1', kind: 'Service', metadata, spec: { clusterIP: 'None', selector: app, ports: [{ name: 'sql', port: 5432 }] } },
      { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { 'postgresql.conf': `max_connections = ${edited(system) ? 200 : 100}\n` } },
      { apiVersion: 'v1', kind: 'Secret', metadata, stringData: { password: 'secret' } },
      { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata, spec: { maxUnavailable: 1, selector: { matchLabels: app } } },
      {
        apiVersion: 'apps/v1',
        kind: 'StatefulSet',
        metadata,
        spec: {
          replicas: 3,
          serviceName: name,
          selector: { matchLabels: app },
          template: {
            metadata: { labels: app },
            spec: {
              securityContext: { runAsUser: 999, fsGroup: 999 },
              containers: [{
                name: 'db',
                image: `postgres:${tag}`,
                envFrom: [{ configMapRef: { name } }, { secretRef: { name } }],
                ports: [{ name: 'sql', containerPort: 5432 }],
                resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '256Mi' } },
                readinessProbe: { exec: { command: ['pg_isready'] }, periodSeconds: 5 },
                volumeMounts: [{ name: 'data', mountPath: '/var/lib/postgresql/data' }],
              }],
            },
          },
          volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } } } }],
        },
      },
    ];
  }).flat();
}

interface Case {
  readonly name: string;
  readonly edited: (system: number) => boolean;
  readonly renamed: (system: number) => boolean;
}

const CASES: readonly Case[] = [
  { name: 'one system in ten edited', edited: system => system % 10 === 0, renamed: () => false },
  { name: 'every system edited', edited: () => true, renamed: () => false },
  { name: 'every system renamed', edited: () => false, renamed: () => true },
];

function sides(count: number, { edited, renamed }: Case): [Manifest[], Manifest[]] {
  return [manifests(count, () => false, () => false), manifests(count, edited, renamed)];
}

/** The least CPU time of some rounds, in milliseconds. */
function cpu(run: () => unknown, rounds = ROUNDS): number {
  return Math.min(...Array.from({ length: rounds }, () => {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  }));
}

function textOf(documents: readonly Manifest[]): string {
  return documents.map(document => stringify(document)).join('---\n');
}

/** Slope of time over size in a double logarithmic picture. */
function exponentOf(points: readonly (readonly [size: number, time: number])[]): number {
  const logs = points.map(([size, time]) => [Math.log(size), Math.log(time)]);
  const mean = (index: number) => logs.reduce((sum, point) => sum + point[index], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  return logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0) / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}

const [before, after] = sides(COMPARED, CASES[0]);
const texts = [textOf(before), textOf(after)];
const parsing = cpu(() => texts.map(text => parseAllDocuments(text).map(document => document.toJS())), 1);
console.log(`yaml parses ${COMPARED} + ${COMPARED} objects in ${parsing.toFixed(0)} ms CPU`);

for (const entry of CASES) {
  const points = SIZES.map(size => {
    const [old, next] = sides(size, entry);
    return [size, cpu(() => diff(old, next))] as const;
  });
  const share = points.find(([size]) => size === COMPARED)![1] / parsing;
  const exponent = exponentOf(points);
  const passes = share <= MAX_SHARE && exponent <= MAX_EXPONENT;
  console.log(`${passes ? 'ok  ' : 'FAIL'} ${entry.name}: ${points.map(([size, time]) => `${size}: ${time.toFixed(0)} ms`).join(', ')}; `
    + `${(100 * share).toFixed(0)} % of parsing (bound ${100 * MAX_SHARE} %), exponent ${exponent.toFixed(2)} (bound ${MAX_EXPONENT})`);
  if (!passes) { process.exitCode = 1; }
}
