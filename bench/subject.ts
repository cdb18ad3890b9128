// Compiled to dist/bench. One measurement: `node subject.js SUBJECT COUNT SHAPE OUTDIR` writes the manifests of COUNT apps and reports what the process took.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as cdk8s from 'cdk8s';
import type { YamlWriter } from '../src/manifest/write/yaml-writer';
import type * as stateful from 'cdk8s-stateful';

interface Run {
  readonly count: number;
  /** `one`: one chart holds all apps. `many`: each app has a chart, and a file, of its own. */
  readonly shape: 'one' | 'many';
  readonly outdir: string;
}

/** Same name, same manifests, whoever makes them. */
export const nameOf = (index: number) => `app-${index}`;
const NAMESPACE = 'prod';

/* eslint-disable @typescript-eslint/no-require-imports -- a process loads only what its subject needs */
const loadCdk8s = () => require('cdk8s') as typeof cdk8s;
const loadLibrary = () => require('cdk8s-stateful') as typeof stateful;
const loadWriter = () => new (require('./yaml-writer').YamlWriter as typeof YamlWriter)();
const loadPlainObjects = () => require('./plain-objects') as (name: string) => any[];
/* eslint-enable @typescript-eslint/no-require-imports */

const SUBJECTS: Record<string, (run: Run) => void> = {
  'nothing': () => {},

  'plain + writer': run => {
    const writer = loadWriter();
    writePlain(run, documents => writer.stringify(documents));
  },

  'plain + yaml': run => {
    const { Yaml } = loadCdk8s();
    writePlain(run, documents => Yaml.stringify(...documents));
  },

  'ApiObject + App': run => {
    const { App, ApiObject } = loadCdk8s();
    synthesize(new App({ outdir: run.outdir }), run, addPlain(ApiObject));
  },

  'ApiObject + LinearApp': run => {
    const { ApiObject } = loadCdk8s();
    const { LinearApp } = loadLibrary();
    synthesize(new LinearApp({ outdir: run.outdir }), run, addPlain(ApiObject));
  },

  'StatefulApp + App': run => {
    const { App } = loadCdk8s();
    synthesize(new App({ outdir: run.outdir }), run, addStatefulApp(), withoutChecks);
  },

  'StatefulApp + LinearApp': run => {
    const { LinearApp } = loadLibrary();
    synthesize(new LinearApp({ outdir: run.outdir }), run, addStatefulApp(), withoutChecks);
  },

  // What users get.
  'StatefulApp + LinearApp + checks': run => {
    const { LinearApp } = loadLibrary();
    synthesize(new LinearApp({ outdir: run.outdir }), run, addStatefulApp());
  },
};

/** Takes the construct away that checks the app, to see what the rest costs. */
function withoutChecks(app: cdk8s.App) {
  const checks = app.node.children.find(child => 'validateManifests' in child);
  if (!checks || !app.node.tryRemoveChild(checks.node.id)) { throw new Error('nothing checks this app'); }
}

type AddApp = (chart: cdk8s.Chart, name: string) => void;

function addPlain(ApiObject: typeof cdk8s.ApiObject): AddApp {
  const objectsOf = loadPlainObjects();
  return (chart, name) => objectsOf(name).forEach((manifest, i) => new ApiObject(chart, `${name}-${i}`, manifest));
}

function addStatefulApp(): AddApp {
  const { Size } = loadCdk8s();
  const { HealthCheck, StatefulApp } = loadLibrary();
  return (chart, name) => new StatefulApp(chart, name, {
    image: 'httpd:2.4.62',
    replicas: 3,
    ports: [{ name: 'http', port: 8080 }],
    env: { APP: name },
    volumes: [{ name: 'data', mountPath: '/data', size: Size.gibibytes(10) }],
    files: [{ path: '/etc/app/app.conf', content: 'Listen 8080\nDocumentRoot /data\n' }],
    healthCheck: HealthCheck.http(),
  });
}

function synthesize(app: cdk8s.App, { count, shape }: Run, addApp: AddApp, change: (app: cdk8s.App) => void = () => {}) {
  const { Chart } = loadCdk8s();
  const one = shape === 'one' ? new Chart(app, 'fleet', { namespace: NAMESPACE }) : undefined;
  for (let i = 0; i < count; i++) { addApp(one ?? new Chart(app, nameOf(i), { namespace: NAMESPACE }), nameOf(i)); }
  change(app);
  app.synth();
}

function writePlain({ count, shape, outdir }: Run, stringify: (documents: any[]) => string) {
  const objectsOf = loadPlainObjects();
  mkdirSync(outdir, { recursive: true });
  const names = Array.from({ length: count }, (_, i) => nameOf(i));
  if (shape === 'one') {
    writeFileSync(join(outdir, 'fleet.k8s.yaml'), stringify(names.flatMap(objectsOf)));
  } else {
    for (const name of names) { writeFileSync(join(outdir, `${name}.k8s.yaml`), stringify(objectsOf(name))); }
  }
}

const [, , subject, count, shape, outdir] = process.argv;
SUBJECTS[subject]({ count: Number(count), shape: shape as Run['shape'], outdir });
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
console.log(JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024 }));
