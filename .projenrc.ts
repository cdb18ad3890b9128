import { cdk8s, github, javascript, release } from 'projen';
import { ZONES } from './projenrc/folders';

const NODE_VERSIONS = [20, 22, 24];

const project = new cdk8s.ConstructLibraryCdk8s({
  name: 'cdk8s-stateful',
  description: 'Constructs that make stateful workloads on Kubernetes safe to write, safe to change and easy to see.',
  author: 'cdk8s-stateful contributors',
  authorAddress: 'maintainers@cdk8s-stateful.dev',
  repositoryUrl: 'https://github.com/cdk8s-stateful/cdk8s-stateful.git',
  license: 'Apache-2.0',
  copyrightOwner: 'cdk8s-stateful contributors',
  keywords: ['cdk8s', 'kubernetes', 'statefulset', 'nfs', 'storage', 'stateful', 'database', 'construct'],
  defaultReleaseBranch: 'main',
  stability: 'experimental',

  projenVersion: '0.103.25',
  projenrcTs: true,
  // The next major version needs Node 22.
  bumpPackage: 'commit-and-tag-version@^12',
  // Who releases says so: a CHANGELOG.md in words goes with it, not each commit of main.
  releaseTrigger: release.ReleaseTrigger.workflowDispatch(),
  // Without a tag projen would begin with 0.0.0, which npm takes and nobody should install.
  nextVersionCommand: 'node -e "if (process.env.VERSION === \'0.0.0\') console.log(\'0.1.0\')"',
  packageManager: javascript.NodePackageManager.NPM,
  minNodeVersion: '20.0.0',
  jsiiVersion: '~5.9.0',
  typescriptVersion: '~5.9.0',
  cdk8sVersion: '2.68.12',
  constructsVersion: '10.3.0',
  peerDeps: ['cdk8s-plus-27@^2.9.5'],
  // Tests run on current peers; `npm run test:peers` repeats them on the lowest ones, and beside the newest cdk8s-plus.
  peerDependencyOptions: { pinnedDevDependency: false },
  devDeps: [
    'cdk8s@^2.70.106',
    'constructs@^10.8.1',
    'cdk8s-plus-27@^2.9.5',
    '@hpcc-js/wasm-graphviz',
    '@marcbachmann/cel-js',
    '@microsoft/jest-sarif',
    '@types/istanbul-lib-coverage',
    '@types/jest',
    'amqplib',
    'bson',
    'cdk8s-cli',
    'collect-v8-coverage',
    'concurrently',
    'esbuild',
    'fast-check',
    'fast-xml-parser',
    'istanbul-lib-coverage',
    'jest',
    'jest-environment-node',
    'js-yaml',
    'markdown-it',
    'node-zookeeper-client',
    'tsx',
    'vitepress@^1.6.4',
    '@types/js-yaml',
    'axe-core',
    'mermaid',
    'playwright-core',
  ],
  bundledDeps: ['leven@^3.1.0', 'yaml'],
  bin: { 'cdk8s-stateful': 'bin/cdk8s-stateful' },

  publishToPypi: { distName: 'cdk8s-stateful', module: 'cdk8s_stateful' },
  publishToMaven: { javaPackage: 'dev.cdk8s.stateful', mavenGroupId: 'dev.cdk8s', mavenArtifactId: 'cdk8s-stateful' },
  publishToNuget: { dotNetNamespace: 'Cdk8sStateful', packageId: 'Cdk8sStateful' },
  publishToGo: { moduleName: 'github.com/cdk8s-stateful/cdk8s-stateful-go', packageName: 'cdk8sstateful' },

  depsUpgradeOptions: {
    workflowOptions: { schedule: javascript.UpgradeDependenciesSchedule.WEEKLY },
  },
  workflowNodeVersion: '22',
  autoDetectBin: false,
  integrationTestAutoDiscover: false,
  sampleCode: false,
  tsconfigDevFile: 'tsconfig.dev.json',
  tsconfigDev: {
    // Examples import the library by its name, as users do.
    compilerOptions: { paths: { 'cdk8s-stateful': ['./src/index.ts'] } },
    include: ['.projenrc.ts'],
    exclude: ['lib', 'dist'],
  },
  // jest.config.js and jest.long.config.js are written by hand, and take TypeScript as esbuild makes JavaScript of it.
  jest: false,
  eslintOptions: {
    dirs: ['src'],
    devdirs: ['test', 'examples', 'bench', 'scripts'],
    fileExtensions: ['.ts'],
    // Tests run beside it, so it changes no file: `npx projen eslint --fix` does.
    commandOptions: { fix: false, extraArgs: ['--cache', '--cache-strategy', 'content', '--cache-location', 'node_modules/.cache/eslint'] },
  },
  // scripts/api-docs.ts writes API.md.
  docgen: false,
});

// Source maps are twice the size of the code, and would be read each time the library is loaded.
project.tryFindObjectFile('tsconfig.json')?.addOverride('compilerOptions.inlineSourceMap', false);
project.tryFindObjectFile('tsconfig.json')?.addOverride('compilerOptions.inlineSources', false);

// What runs in the browser knows the DOM, and has a tsconfig.json of its own.
project.tryFindObjectFile('tsconfig.json')?.addOverride('exclude', ['node_modules', 'src/graph/page']);
project.tsconfigDev.addExclude('src/graph/page');

const lint = project.eslint!;
lint.config.settings['import/resolver'].typescript.project = './tsconfig.dev.json';
// The project service knows only tsconfig.json, which holds src/ alone.
lint.config.parserOptions = { ...lint.config.parserOptions, projectService: undefined, project: './tsconfig.dev.json' };


lint.addOverride({ files: ['src/graph/page/*.ts'], parserOptions: { project: './src/graph/page/tsconfig.json' } } as never);
lint.addOverride({ files: ['src/**/*.ts', 'scripts/**/*.ts'], rules: { 'max-lines-per-function': ['error', 60] } });
lint.addRules({
  'import/no-restricted-paths': ['error', { zones: ZONES }],
  'complexity': ['error', 20],
  'max-lines': ['error', 300],
});

// By this the package finds itself, so that examples import it by its name, as users do.
project.package.addField('exports', {
  '.': { types: './lib/index.d.ts', default: './lib/index.js' },
  './package.json': './package.json',
  './.jsii': './.jsii',
  './.warnings.jsii.js': './.warnings.jsii.js',
});
// 1.13.0 names packages for other platforms that were never published, which `npm ci` takes for an incomplete lock file.
project.package.addField('overrides', { 'unrs-resolver': '1.12.2' });
// All of them work without, and npm 11 asks about each that is not named.
project.package.addField('allowScripts', { '@parcel/watcher': false, 'backport': false, 'esbuild': false, 'unrs-resolver': false });
project.package.setScript('prepare', 'npx projen compile');
project.gitignore.exclude('/coverage/', '/scripts/site/.vitepress/.temp/');
project.annotateGenerated('*.snap');

const script = (name: string, description: string, exec: string) =>
  project.addTask(name, { description, exec, receiveArgs: true });

script('demo', 'Synthesizes the NFS tutorial and a database into dist/ and prints what was written', 'tsx --tsconfig tsconfig.dev.json scripts/demo.ts');
script('score', 'Measures the checker and the update analysis against the verdicts of a real API server', 'tsx --tsconfig tsconfig.dev.json scripts/score.ts');
script('bench:check', 'Speed of the checker, as ratios within one run', 'tsx --tsconfig tsconfig.dev.json bench/check.ts');
script('api-model', 'Generates src/kubernetes/api/*.generated.ts out of the Go modules of Kubernetes 1.27 to 1.37', 'tsx --tsconfig tsconfig.dev.json scripts/api-model/main.ts');

script('bench:command', 'The command check on many files beside kubeconform, see bench/command.ts', 'tsx --tsconfig tsconfig.dev.json bench/command.ts');
script('bench:commands', 'User CPU time of every command on manifests of slow shapes, and how it grows: see bench/shapes.ts', 'tsx --tsconfig tsconfig.dev.json bench/commands.ts');
script('bench:diff', 'Measures the diff of up to 50,000 objects beside the parsing of their YAML', 'tsx --tsconfig tsconfig.dev.json bench/diff.ts');
script('bench:search', 'How long a letter of a search takes in the page of 1,000 workloads, in Chromium', 'tsx --tsconfig tsconfig.dev.json bench/search.ts');
script('docs:ports', 'Prints docs/database-ports.md from the tables of ports', 'tsx --tsconfig tsconfig.dev.json scripts/database-ports/main.ts');
script('docs:updates', 'Prints docs/updates.md from the table of effects', 'tsx --tsconfig tsconfig.dev.json scripts/update-docs.ts');
script('docs:upgrades', 'Prints docs/kubernetes-1.NN.md and the rules of docs/upgrade-check.md from the data of the checks', 'tsx --tsconfig tsconfig.dev.json scripts/upgrade-docs.ts');
const apiDocs = script('docs:api', 'Writes API.md and docs/api/ out of the docstrings', 'tsx --tsconfig tsconfig.dev.json scripts/api-docs.ts');
script('docs:architecture', 'Draws the rooms of src in docs/architecture.md as they import each other', 'tsx --tsconfig tsconfig.dev.json scripts/architecture.ts');
script('docs:third-party', 'Writes THIRD-PARTY.md: the licences of the code of others that the package holds', 'tsx --tsconfig tsconfig.dev.json scripts/third-party.ts');
script('docs:pictures', 'Draws docs/pictures/ out of an example', 'tsx --tsconfig tsconfig.dev.json scripts/pictures.ts');
const site = script('docs', 'Builds the documentation as a site into dist/site/; `-- --base /path/` for a site below a path', 'vitepress build scripts/site');
site.prependExec('tsx --tsconfig tsconfig.dev.json scripts/site/main.ts');
script('docs:serve', 'Shows the site that `npm run docs` built; a browser reads it over HTTP only', 'vitepress preview scripts/site');
script('docs:checks', 'Prints docs/checks.md from the catalogue of checks', 'tsx --tsconfig tsconfig.dev.json scripts/checks-docs.ts');
script('test:clusters', 'Forms clusters of real database servers in network namespaces; needs root and scripts/install-cluster-servers.sh; `-- --all` for every scenario', 'jest -c test/clusters/jest.config.js');
script('explore:postgresql', 'Walks through all that may happen to three members of PostgreSqlCluster: `npm run explore:postgresql -- --depth 6 --walks 5000 --clocks any`', 'perl test/clusters/postgresql/model/explore.pl');

script('test:browser', 'The page of `graph --format html` in a Chromium that is installed on this machine; skipped where none is', 'jest --ci -c test/browser/jest.config.js');

// Starts and ends clusters on this machine. No task: projen would take options of kubectl, such as `-i`, for its own.
project.package.setScript('kubernetes', 'tsx --tsconfig tsconfig.dev.json scripts/kubernetes/main.ts');
script('test:kubernetes', 'Applies examples, databases and plans to real control planes and real kubelets; `-- --all` for all minors and variants', 'jest -c test/kubernetes/jest.config.js');
script('upgrades', 'Upgrades a real API server, and prints where upgrade-check says something else: `npm run upgrades -- 1.34 1.36`', 'tsx --tsconfig tsconfig.dev.json scripts/upgrades/main.ts');
script('conformance', 'Asks a real API server of a minor about mutations of valid manifests, and prints where the checker says something else', 'tsx --tsconfig tsconfig.dev.json scripts/conformance/main.ts');

script('fuzz', 'Gives broken manifests to all commands; `npm run fuzz -- --inputs 100000 --seed 1`', 'tsx --tsconfig tsconfig.dev.json scripts/fuzz/main.ts');

script('examples', 'Synthesizes all examples into dist/examples/', 'tsx --tsconfig tsconfig.dev.json scripts/examples.ts');

// Makes the files that are published of what jsii compiled: see scripts/bundle.ts.
project.compileTask.exec('tsx --tsconfig tsconfig.dev.json scripts/bundle.ts');

const peers = project.addTask('test:peers', {
  description: 'Repeats the tests on the lowest and the newest versions of the peer dependencies, and with objects of the newest cdk8s-plus; `npm ci` brings the others back',
});
peers.exec('npm install --no-save cdk8s@2.68.12 constructs@10.3.0 cdk8s-plus-27@2.9.5');
peers.exec('jest --ci');
peers.exec('jest --ci -c jest.long.config.js');
peers.exec('npm install --no-save cdk8s@2 constructs@10 cdk8s-plus-27@2 cdk8s-plus-34');
peers.exec('jest --ci');
peers.exec('jest --ci -c jest.peers.config.js');

const bench = project.addTask('bench', { description: 'Measures synthesis, see docs/performance.md; `npm run bench -- --help`' });
bench.spawn(project.compileTask);
bench.exec('tsx bench/synth.ts', { receiveArgs: true });

project.addTask('test:update', { description: 'Accepts new output of the examples', exec: 'jest --ci --updateSnapshot', receiveArgs: true });
script('test:long', 'The long lane: properties tried more often, scripts of databases with stand-ins, large inputs', 'jest --ci -c jest.long.config.js');
script('test:changed', 'Tests of what git says is changed', 'tsx scripts/test-changed.ts');
script('coverage', 'What both lanes cover together, after `npm test -- --coverage` and `npm run test:long -- --coverage`', 'tsx scripts/coverage.ts');

project.testTask.prependExec('jest --ci --coverage', { receiveArgs: true });
project.buildWorkflow!.addPostBuildSteps({ name: 'Long lane of the tests', run: 'npm run test:long -- --coverage && npm run coverage' });

const types = project.addTask('types', {
  description: 'Checks the types of all files',
  exec: 'tsc --noEmit -p tsconfig.dev.json --incremental --tsBuildInfoFile node_modules/.cache/dev.tsbuildinfo',
});
types.exec('tsc --noEmit -p src/graph/page');

const tests = project.addTask('verify:tests', { description: 'Compile, API.md, tests of the fast lane' });
tests.spawn(project.compileTask);
tests.spawn(apiDocs);
tests.exec('jest --ci', { receiveArgs: true });

// Side by side; each one's output is shown in one piece.
const verify = project.addTask('verify', { description: 'Everything that a change is checked by: compile, API.md, types, lint, tests of the fast lane' });
verify.exec(`concurrently --group --passthrough-arguments --names tests,types,lint "projen ${tests.name} {@}" "projen ${types.name}" "projen ${lint.eslintTask.name}" --`, { receiveArgs: true });

project.package.setScript('test', 'npx projen verify');

// Messages, docstrings and the README name pages and examples, which are published too; projen would leave the pages out.
project.npmignore!.removePatterns('/docs/');
for (const folder of ['/bench/', '/scripts/', '/.ci/', '/test-reports/', '/tsconfig.dev.json', '/jest.*', '/coverage/', '/CONTRIBUTING.md', '/docs/architecture.md']) { project.npmignore!.exclude(folder); }

// On every version of Node that `engines` takes and somebody still runs. projen builds on one.
for (const name of ['build', 'release']) {
  project.github!.tryFindWorkflow(name)!.addJob('node', {
    name: 'Node ${{ matrix.node }}',
    runsOn: ['ubuntu-latest'],
    permissions: { contents: github.workflows.JobPermission.READ },
    strategy: { failFast: false, matrix: { domain: { node: NODE_VERSIONS } } },
    steps: [
      { uses: 'actions/checkout@v4' },
      { uses: 'actions/setup-node@v4', with: { 'node-version': '${{ matrix.node }}' } },
      { name: 'Install, and compile', run: 'npm ci' },
      { name: 'Tests of the fast lane', run: 'npx jest --ci' },
    ],
  });
}
project.tryFindObjectFile('.github/workflows/release.yml')?.addOverride('jobs.release.needs', ['node']);

const kind = project.github!.addWorkflow('kind');
kind.on({ pullRequest: {}, workflowDispatch: {} });
kind.addJob('apply', {
  runsOn: ['ubuntu-latest'],
  permissions: { contents: github.workflows.JobPermission.READ },
  steps: [
    { uses: 'actions/checkout@v4' },
    { uses: 'actions/setup-node@v4', with: { 'node-version': '22' } },
    { run: 'npm ci && npm run examples' },
    { uses: 'helm/kind-action@v1', with: { node_image: 'kindest/node:v1.27.16' } },
    {
      name: 'Apply every example to a namespace of its own',
      run: [
        'for file in dist/examples/*.yaml; do',
        '  namespace=$(basename "$file" .k8s.yaml)',
        '  kubectl create namespace "$namespace"',
        '  kubectl config set-context --current --namespace "$namespace"',
        '  kubectl apply --validate=strict -f "$file"',
        'done',
      ].join('\n'),
    },
  ],
});

const clusters = project.github!.addWorkflow('clusters');
clusters.on({ push: { branches: ['main'] }, workflowDispatch: {} });
clusters.addJob('databases', {
  runsOn: ['ubuntu-latest'],
  // Debian bookworm, whose Python and mmdebstrap the tests know; privileged, for they make network namespaces and containers of their own.
  container: { image: 'node:22-bookworm' },
  timeoutMinutes: 120,
  permissions: { contents: github.workflows.JobPermission.READ },
  steps: [
    { uses: 'actions/checkout@v4' },
    // For rclone, which is published as a Go module.
    { uses: 'actions/setup-go@v5', with: { 'go-version': '1.26' } },
    { run: 'npm ci' },
    { run: 'scripts/install-cluster-servers.sh && npm run test:clusters -- --all' },
  ],
});

// projen would write a list, which GitHub does not take.
clusters.file?.addOverride('jobs.databases.container.options', '--privileged');

// npm's own registry is the default.
project.tryFindObjectFile('.github/workflows/release.yml')?.addDeletionOverride('jobs.release_npm.steps.9.env.NPM_REGISTRY');

project.synth();
