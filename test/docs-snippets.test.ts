import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { App, Chart } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { record } from './cli/recorder';
import { readConfiguration } from '../src/checks/configuration/configuration';
import { checkDocuments } from '../src/checks/run';
import { parseArguments } from '../src/cli/arguments';
import { COMMANDS } from '../src/cli/commands';
import { StatefulApp } from '../src/constructs/stateful-app';
import { readDocuments } from '../src/manifest/read/read';

const ROOT = resolve(__dirname, '..');
// The examples of docs/checks.md are tests of the checks, and many are wrong on purpose.
const PAGES = ['README.md', 'CONTRIBUTING.md', ...readdirSync(join(ROOT, 'docs')).filter(file => file.endsWith('.md') && file !== 'checks.md').map(file => `docs/${file}`)];

const textOf = (page: string) => readFileSync(join(ROOT, page), 'utf8');

interface Block {
  readonly page: string;
  readonly language: string;
  readonly text: string;
}

const BLOCKS: readonly Block[] = PAGES.flatMap(page =>
  [...textOf(page).matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language, text]) => ({ page, language, text })));
const blocksOf = (language: string) => BLOCKS.filter(block => block.language === language);

/** Single commands of a text for the shell, without comments. */
const commandsOf = (text: string) => text.replace(/\\\n/g, ' ').split('\n').map(line => line.replace(/(^| )# .*$/, ''))
  .flatMap(line => line.split(/\||&&|;|<\(/)).map(command => command.trim()).filter(Boolean);

/** Every command line that a page shows, in a block or in a sentence. */
const COMMAND_LINES = [
  ...blocksOf('sh').flatMap(({ page, text }) => commandsOf(text).map(command => ({ page, command }))),
  ...blocksOf('yaml').flatMap(({ page, text }) => [...text.matchAll(/^ *- (?:run: )?((?:npx|npm) .*)$/gm)].map(match => ({ page, command: match[1] }))),
  ...PAGES.flatMap(page => [...textOf(page).replace(/^```[\s\S]*?^```$/gm, '').matchAll(/`((?:npx |npm run |cdk8s-stateful )[^`]+)`/g)]
    .flatMap(match => commandsOf(match[1])).map(command => ({ page, command }))),
];

const ours = COMMAND_LINES.map(({ page, command }) => ({ page, command, words: command.replace(/^(npx |bin\/)/, '').replace(/ > .*$/, '').split(/ +/) }))
  .filter(({ words }) => words[0] === 'cdk8s-stateful' && words[1] !== undefined && /^[a-z]/.test(words[1]))
  // A construct has this name.
  .filter(({ command }) => command !== 'cdk8s-stateful checks');

test('every command of ours on a page is one, and takes the options that it has there', () => {
  const problems = ours.flatMap(({ page, command, words: [, name, ...rest] }) => {
    const found = COMMANDS.find(candidate => candidate.name === name);
    if (!found) { return [`${page}: ${command}: there is no such command`]; }
    try {
      parseArguments(rest.map(word => word.replace(/['")\]]+$/, '')), [...found.load().options, { name: 'help' } as never]);
      return [];
    } catch (error) {
      return [`${page}: ${command}: ${(error as { problems?: string[] }).problems?.join(', ') ?? String(error)}`];
    }
  });

  expect(ours.length).toBeGreaterThan(60);
  expect(problems).toEqual([]);
});

test('every script of npm, task of projen and file that a command names exists', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  // Commands in the folder of a user, who has a script of this name.
  const users = ['synth'];
  const missing = COMMAND_LINES.flatMap(({ page, command }) => {
    const script = /^(?:npm run|npx projen) ([a-z][\w:-]*)/.exec(command)?.[1];
    const files = [...command.matchAll(/(?<![\w/.])((?:scripts|test|examples|bench)\/[\w./-]+)/g)].map(match => match[1]);
    return [
      ...script !== undefined && !(script in scripts) && !users.includes(script) ? [`${page}: ${command}`] : [],
      ...files.filter(file => !existsSync(join(ROOT, file))).map(file => `${page}: ${file}`),
    ];
  });

  expect(missing).toEqual([]);
});

test('everything for the shell is read by bash', () => {
  // Words such as <before> stand for what a user writes.
  const texts = blocksOf('sh').map(({ text }) => text.replace(/<[a-zA-Z-]+>/g, 'x'));
  const whole = texts.map((text, index) => `f${index}() {\n${text}\n:\n}\n`).join('');

  expect(() => execFileSync('bash', ['-n'], { input: whole, stdio: ['pipe', 'ignore', 'pipe'] })).not.toThrow();
});

test('everything in YAML and JSON can be read', () => {
  const problems = [
    ...blocksOf('yaml').flatMap(({ page, text }) => parseAllDocuments(text).flatMap(({ errors }) => errors.map(error => `${page}: ${error.message}`))),
    ...blocksOf('json').flatMap(({ page, text }) => parseAllDocuments(text).flatMap(({ errors }) => errors.map(error => `${page}: ${error.message}`))),
  ];

  expect(problems).toEqual([]);
});

test('manifests on a page are accepted', () => {
  const manifests = blocksOf('yaml').filter(({ text }) => /^apiVersion:/m.test(text));
  const findings = manifests.flatMap(({ page, text }) => checkDocuments(readDocuments(text, page)).filter(({ severity }) => severity === 'error'));

  expect(manifests).not.toEqual([]);
  expect(findings.map(({ message }) => message)).toEqual([]);
});

test('what a page writes into the configuration file is taken there', () => {
  const keys = /^(acceptedChanges|acknowledge|clusters|crds|environment|featureGates|kubernetesVersion|runtimeConfig):/m;
  const files = blocksOf('yaml').filter(({ text }) => keys.test(text) && !/^apiVersion:/m.test(text));

  expect(files.length).toBeGreaterThan(4);
  for (const { page, text } of files) { expect(() => readConfiguration(text, page)).not.toThrow(); }
});

const WEB = `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec:
  clusterIP: None
  selector: { app: web }
  ports: [{ name: http, port: 80 }]
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: web, namespace: shop }
spec:
  serviceName: web
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - { name: web, image: 'httpd:2.4.62', volumeMounts: [{ name: data, mountPath: /data }],
          ports: [{ name: http, containerPort: 80 }] }
  volumeClaimTemplates:
    - metadata: { name: data }
      spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
`;

interface Shown {
  readonly page: string;
  /** How the block begins that shows the output, or its end. */
  readonly begins: string;
  readonly words: string;
  readonly files: Readonly<Record<string, string>>;
}

const MISSPELT = {
  'dist/web.k8s.yaml': WEB.replace('ports: [{ name: http, c', 'prots: [{ name: http, c'),
  'cdk8s-stateful.yaml': 'environment: { objects: [{ kind: Namespace, name: shop }] }\n',
};

const REGIONS = ['dev/eu', 'dev/us', 'prod/eu', 'prod/us', 'staging/eu', 'staging/us'];
const ORDERS = WEB.replaceAll('web', 'orders');

/** The same system for six clusters; one of them with another number of pods. */
function ofClusters(side: string, replicas: number): Record<string, string> {
  return Object.fromEntries(REGIONS.map(region => [`${side}/${region}/orders.yaml`, region === 'prod/eu' ? ORDERS.replace('replicas: 3', `replicas: ${replicas}`) : ORDERS]));
}

const SHOWN: readonly Shown[] = [
  { page: 'docs/checker.md', begins: 'dist/web.k8s.yaml', words: 'check dist', files: MISSPELT },
  {
    page: 'docs/diff.md',
    begins: 'EFFECT ',
    words: 'diff before.yaml after.yaml',
    files: { 'before.yaml': WEB, 'after.yaml': WEB.replace('replicas: 3', 'replicas: 2').replace('httpd:2.4.62', 'httpd:2.4.63') },
  },
  { page: 'docs/diff.md', begins: 'Locked shop/web', words: 'lock dist', files: { 'dist/web.k8s.yaml': WEB } },
  { page: 'docs/kubernetes-versions.md', begins: '1 error (2 objects', words: 'check --kubernetes-version 1.34 dist', files: MISSPELT },
  {
    page: 'docs/clusters.md',
    begins: '6 clusters by folder',
    words: 'diff before dist',
    files: { ...ofClusters('before', 3), ...ofClusters('dist', 1) },
  },
  {
    page: 'docs/upgrade-check.md',
    begins: 'dist/orders.k8s.yaml',
    words: 'upgrade-check --from 1.32 --to 1.33 dist',
    files: {
      'dist/orders.k8s.yaml': WEB.replaceAll('name: web', 'name: db').replaceAll('shop', 'orders').replace('      containers:', '      hostUsers: false\n      containers:'),
      'cdk8s-stateful.yaml': 'environment: { objects: [{ kind: Namespace, name: orders }] }\n',
    },
  },
];

test.each(SHOWN)('$page shows what `$words` prints', ({ page, begins, words, files }) => {
  const folder = mkdtempSync(join(tmpdir(), 'shown-'));
  const before = process.cwd();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }

  process.chdir(folder);
  const { out } = record(words.split(' '));
  process.chdir(before);
  rmSync(folder, { recursive: true });

  expect(out).toContain(BLOCKS.find(block => block.page === page && block.text.startsWith(begins))!.text);
});

test('docs/getting-started.md shows what a synthesis says of wrong props', () => {
  const app = new App({ outdir: join(tmpdir(), 'never-written') });
  new StatefulApp(new Chart(app, 'cache'), 'My_Redis', { image: 'redis:8.2.10-bookworm', replicas: -1 });
  const shown = BLOCKS.find(({ page, text }) => page === 'docs/getting-started.md' && text.startsWith('Validation failed'))!.text.trim();

  expect(() => app.synth()).toThrow(shown);
});
