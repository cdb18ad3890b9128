// `npm run kubernetes -- up`: Kubernetes of a version of one's choice on this machine.
import { spawnSync } from 'node:child_process';
import { buildAll } from './binaries';
import { Cluster } from './cluster';
import { MINORS, DEFAULT_MINOR } from './minors';
import { buildCsi } from './node/csi';
import { buildKubeRouter } from './node/kube-router';
import { LOCAL_PATH_CLASS, addLocalPath } from './node/local-path';
import { PROVISIONER_IMAGES, provisionerImage } from './node/provisioner-images';
import { missingForNodes } from './node/requirements';
import { systemImages } from './node/system-images';
import { missingForClusters } from './requirements';
import { TRIAL_DATABASES, trialDatabase } from './trial/databases';
import { TRIAL_CLUSTER, tryDatabase } from './trial/try';

/** Each has a network of its own within that of the cluster, and the memory of all is this machine's. */
const MOST_NODES = 9;

const USAGE = `npm run kubernetes -- COMMAND

  try [${TRIAL_DATABASES.map(({ name }) => name).join('|')}]
                                  starts a database on a real node, as cluster '${TRIAL_CLUSTER}', writes to it and reads
  up [${MINORS.join('|')}] [--nodes N] [--name NAME]
                                  starts a cluster with N real nodes, or with simulated ones; its name is its version if none is given
  requirements                    says what this machine lacks; fails if clusters cannot run here
  build [VERSION]                 builds what clusters need and this machine has not built yet: half an hour of two processors if that is all
  down [NAME]                     ends it, and deletes what it stored
  list                            says what was started
  load [--name NAME] IMAGE …      makes images known to real nodes, under the names that manifests have
  local-path [--name NAME]        starts local-path-provisioner on real nodes, with class '${LOCAL_PATH_CLASS}'
  kubectl [--name NAME] …         kubectl of the cluster's version

Without a name, the only cluster there is.`;

/** Takes an option such as `--name NAME` out of the arguments. */
function take(option: '--name' | '--nodes', args: string[]): string | undefined {
  const at = args.indexOf(option);
  return at < 0 ? undefined : args.splice(at, 2)[1];
}

function nodesOf(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 0 || count > MOST_NODES) { throw new Error(`--nodes must be a number from 0 to ${MOST_NODES}, got '${text}'`); }
  return count;
}

function clusterOf(name = onlyName()): Cluster {
  const cluster = new Cluster(name);
  if (!cluster.exists && !Cluster.names().includes(name)) { throw new Error(`There is no cluster '${name}', but these: ${Cluster.names().join(', ')}`); }
  return cluster;
}

function onlyName(): string {
  const names = Cluster.names();
  if (names.length !== 1) { throw new Error(names.length ? `Say which cluster: ${names.join(', ')}` : 'No cluster runs. Start one: npm run kubernetes -- up'); }
  return names[0];
}

async function up(args: string[]): Promise<void> {
  const name = take('--name', args);
  const nodes = nodesOf(take('--nodes', args) ?? '0');
  const minor = args[0] ?? DEFAULT_MINOR;
  const cluster = new Cluster(name ?? minor);
  if (cluster.isRunning) {
    console.log(`It already runs: ${cluster.state}\nKUBECONFIG=${cluster.kubeconfig}`);
    return;
  }
  const begin = Date.now();
  await cluster.up(minor, nodes);
  console.log(`${cluster.state} after ${((Date.now() - begin) / 1000).toFixed(1)} s\nKUBECONFIG=${cluster.kubeconfig}`);
}

function kubectl(args: string[]): void {
  const { kubectl: { program, env } } = clusterOf(args[0] === '--name' ? take('--name', args) : undefined);
  // npm changes to the project's folder.
  process.exitCode = spawnSync(program, args, { env, cwd: process.env.INIT_CWD, stdio: 'inherit' }).status ?? 1;
}

function load(args: string[]): void {
  clusterOf(take('--name', args)).load(args);
}

function requirements(): void {
  const [forClusters, forNodes] = [missingForClusters(DEFAULT_MINOR), missingForNodes()];
  const list = (what: string, missing: readonly string[]) => console.log(missing.length === 0
    ? `${what} can run here`
    : `${what} cannot run here. Missing:\n${missing.map(line => `- ${line}`).join('\n')}`);
  list('Kubernetes with simulated nodes', forClusters);
  list('Kubernetes with real nodes', [...forClusters, ...forNodes]);
  if (forClusters.length > 0) { process.exitCode = 1; }
}

function build(minor = DEFAULT_MINOR): void {
  buildAll(minor, 'simulated');
  if (missingForNodes().length === 0) {
    buildAll(minor, 'real');
    systemImages();
    buildCsi();
    buildKubeRouter();
    PROVISIONER_IMAGES.forEach(provisionerImage);
  }
}

async function main([command, ...args]: string[]): Promise<void> {
  switch (command) {
    case 'try': return tryDatabase(trialDatabase(args[0]));
    case 'up': return up(args);
    case 'requirements': return requirements();
    case 'build': return build(args[0]);
    case 'down': return clusterOf(args[0]).down();
    case 'load': return load(args);
    case 'local-path': return addLocalPath(clusterOf(take('--name', args)));
    case 'kubectl': return kubectl(args);
    case 'list': return Cluster.names().forEach(name => console.log(new Cluster(name).state));
    default:
      console.error(USAGE);
      process.exitCode = 2;
  }
}

main(process.argv.slice(2)).catch(error => {
  console.error(error.message);
  process.exitCode = 1;
});
