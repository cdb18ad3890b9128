import { MEMBERS, SET, TrialDatabase, trialOf } from './databases';
import { progressOf } from './progress';
import { clientPod } from '../client-pod';
import { Cluster } from '../cluster';
import { Kubectl } from '../kubectl';
import { LiveObject } from '../live-object';
import { DEFAULT_MINOR } from '../minors';
import { imagesOf } from '../node/images/images-of';
import { missingForNodes } from '../node/requirements';
import { Pod } from '../pod';
import { missingForClusters } from '../requirements';
import { waitUntil } from '../wait';

/** Its cluster, so that no other one is touched. */
export const TRIAL_CLUSTER = 'try';
const CLIENT = 'client';
const READY_SECONDS = 300;
const ANSWER_SECONDS = 60;

/** Starts a database on a real node of this machine, writes to it and reads. Starts the cluster, too, if it does not run. */
export async function tryDatabase(database: TrialDatabase): Promise<void> {
  const begin = Date.now();
  const say = (line: string) => console.log(`${((Date.now() - begin) / 1000).toFixed(0).padStart(5)} s  ${line}`);
  const { manifests, host, passwordSecret } = trialOf(database);
  const images = imagesOf(manifests);
  const server: string = manifests.find(({ kind }) => kind === 'StatefulSet')!.spec.template.spec.containers[0].image;

  const cluster = await runningCluster(say);
  say(`makes images known to the node: ${images.join(', ')}`);
  cluster.load(images);
  const { kubectl } = cluster;
  say(`applies ${manifests.length} objects to namespace ${database.name}`);
  await kubectl.applyStrictly(manifests);
  await membersAreReady(kubectl, database.name, say);

  const client = new Pod(kubectl, database.name, CLIENT);
  const { env, password } = database;
  await kubectl.apply([clientPod({
    namespace: database.name,
    name: CLIENT,
    image: server,
    command: ['sleep', 'infinity'],
    env: { ...env, DATABASE: host },
    password: { variable: password, secret: passwordSecret },
  })]);
  await waitUntil('the client runs', ANSWER_SECONDS, () => client.isReady());
  for (const { what, shell } of database.lines) {
    say(`a client ${what}: ${shell}`);
    process.stdout.write(await answer(client, shell));
  }
  say('done');
  console.log(whatNext(database));
}

/** Says all that is missing before anything is built. */
async function runningCluster(say: (line: string) => void): Promise<Cluster> {
  const cluster = new Cluster(TRIAL_CLUSTER);
  if (cluster.isRunning) {
    say(`cluster '${TRIAL_CLUSTER}' runs already`);
    return cluster;
  }
  const missing = [...missingForNodes(), ...missingForClusters(DEFAULT_MINOR)];
  if (missing.length > 0) { throw new Error(`No database can be tried here. Missing:\n${missing.map(line => `- ${line}`).join('\n')}`); }
  say(`starts Kubernetes ${DEFAULT_MINOR} with a real node, as cluster '${TRIAL_CLUSTER}'; what was never built here is built first, which may take half an hour`);
  await cluster.up(DEFAULT_MINOR, 1);
  return cluster;
}

async function membersAreReady(kubectl: Kubectl, namespace: string, say: (line: string) => void): Promise<void> {
  let last = '';
  await waitUntil('every member is ready', READY_SECONDS, async () => {
    const { items }: { items: LiveObject[] } = JSON.parse(await kubectl.run(['get', 'pods', '-n', namespace, '-o', 'json']));
    const { line, isReady } = progressOf(items, SET, MEMBERS);
    if (line !== last) { say(line); }
    last = line;
    return isReady;
  }).catch(error => { throw new Error(`${error.message}: ${last}\nLook at it: ${kubectlOf(`describe pods -n ${namespace}`)}`); });
}

/** Says it until it is answered: the Service may be behind the pods by a second. */
async function answer(client: Pod, shell: string): Promise<string> {
  let said = '';
  await waitUntil('the database answers', ANSWER_SECONDS, async () => {
    const { code, stdout, stderr } = await client.exec(CLIENT, 'sh', '-c', shell);
    said = stdout + stderr;
    return code === 0;
  }).catch(error => { throw new Error(`${error.message}\n${said}`); });
  return said;
}

const kubectlOf = (args: string) => `npm run kubernetes -- kubectl --name ${TRIAL_CLUSTER} ${args}`;

/** How to look around, and how to end it. */
function whatNext({ name }: TrialDatabase): string {
  return [
    '',
    'Look around:',
    `  ${kubectlOf(`get pods,pvc,services -n ${name}`)}`,
    `  ${kubectlOf(`exec -n ${name} -it ${CLIENT} -- bash`)}   # $DATABASE and the password are set`,
    `  ${kubectlOf(`delete pod -n ${name} ${SET}-0`)}   # then try again: what was written is there`,
    'End it, with all its data:',
    `  npm run kubernetes -- down ${TRIAL_CLUSTER}`,
  ].join('\n');
}
