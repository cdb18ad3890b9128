// Takes one backup of claims: a VolumeSnapshot of each. Removes old ones once all are ready.
//
// 1. The snapshots are created, one right after the other. A run that is tried
//    again goes on with those that it has made.
// 2. All are ready to use: they are a backup.
// 3. Only then is everything of this backup removed that is older than the
//    newest KEEP complete ones. With fewer than that, nothing is.
// Snapshots without the labels of this backup are never seen, nor removed.
//
// Needs BACKUP, its name; CLAIMS and CLASS; KEEP; NAMESPACE; and JOB, the uid
// of the Job, which all tries of one run have in common.
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const { BACKUP, CLASS, NAMESPACE, JOB } = process.env;
const CLAIMS = process.env.CLAIMS.split(' ');
const KEEP = Number(process.env.KEEP);
const ACCOUNT = process.env.ACCOUNT_DIRECTORY ?? '/var/run/secrets/kubernetes.io/serviceaccount';
const SNAPSHOTS = `${process.env.API_SERVER ?? 'https://kubernetes.default.svc'}/apis/snapshot.storage.k8s.io/v1/namespaces/${NAMESPACE}/volumesnapshots`;

const LABEL = { backup: 'cdk8s-stateful/backup', taken: 'cdk8s-stateful/taken', job: 'cdk8s-stateful/job', claims: 'cdk8s-stateful/claims' };
const takenOf = ({ metadata }) => metadata.labels[LABEL.taken] ?? '';
const isReady = ({ metadata, status }) => status?.readyToUse === true && !metadata.deletionTimestamp;

const say = text => console.log(`${new Date().toISOString().slice(0, 19)}Z ${text}`);

/** What the API server answers. An answer that it has no such API, or no such object, is an error like any other. */
async function call(method, url, body) {
  const headers = { 'authorization': `Bearer ${(await readFile(`${ACCOUNT}/token`, 'utf8')).trim()}`, 'content-type': 'application/json' };
  const response = await fetch(url, { method, headers, body: body && JSON.stringify(body), signal: AbortSignal.timeout(30_000) });
  const text = await response.text();
  if (response.ok) { return JSON.parse(text); }
  const error = new Error(`${method} of VolumeSnapshots was answered with ${response.status}: ${text.slice(0, 500)}`);
  throw Object.assign(error, { status: response.status });
}

/** All snapshots of this backup, of every run. */
async function list() {
  const { items } = await call('GET', `${SNAPSHOTS}?labelSelector=${encodeURIComponent(`${LABEL.backup}=${BACKUP}`)}`);
  return items.filter(snapshot => /^\d{8}t\d{6}z$/.test(takenOf(snapshot)));
}

const ofThisRun = snapshots => snapshots.filter(({ metadata }) => metadata.labels[LABEL.job] === JOB);

/** Creates what this run has not created yet, and returns when it began. */
async function create() {
  const made = ofThisRun(await list());
  const taken = made.length > 0 ? takenOf(made[0]) : new Date().toISOString().slice(0, 19).replace(/[-:]/g, '').toLowerCase() + 'z';
  for (const claim of CLAIMS) {
    if (made.some(({ spec }) => spec.source.persistentVolumeClaimName === claim)) { continue; }
    await call('POST', SNAPSHOTS, {
      apiVersion: 'snapshot.storage.k8s.io/v1',
      kind: 'VolumeSnapshot',
      metadata: {
        name: `${BACKUP}-${taken}-${claim}`,
        labels: { [LABEL.backup]: BACKUP, [LABEL.taken]: taken, [LABEL.job]: JOB, [LABEL.claims]: String(CLAIMS.length) },
      },
      spec: { volumeSnapshotClassName: CLASS, source: { persistentVolumeClaimName: claim } },
    });
    say(`taking a snapshot of ${claim}`);
  }
  return taken;
}

/** Waits until all snapshots of this run are ready, and returns those of all runs. A server that is busy, or away, is asked again. */
async function wait() {
  const told = new Set();
  const tell = text => {
    if (!told.has(text)) { say(text); }
    told.add(text);
  };
  for (;;) {
    const snapshots = await list().catch(error => {
      if (error.status < 500 && error.status !== 429) { throw error; }
      tell(error.message);
    });
    if (snapshots) {
      const own = ofThisRun(snapshots);
      if (own.length < CLAIMS.length) { throw new Error('somebody has removed a snapshot of this run'); }
      if (own.every(isReady)) { return snapshots; }
      own.filter(({ status }) => status?.error).forEach(({ metadata, status }) => tell(`${metadata.name} is not ready yet: ${status.error.message}`));
    }
    await sleep(Number(process.env.INTERVAL ?? 5000));
  }
}

/** Everything that is older than the newest KEEP complete backups, but nothing of this run, whatever the clock says. */
function surplus(snapshots, own) {
  const isComplete = taken => {
    const run = snapshots.filter(snapshot => takenOf(snapshot) === taken);
    return run.every(isReady) && run.length === Number(run[0].metadata.labels[LABEL.claims]);
  };
  const complete = [...new Set(snapshots.map(takenOf))].filter(isComplete).sort();
  const oldest = complete[complete.length - KEEP];
  return oldest === undefined ? [] : snapshots.filter(snapshot => takenOf(snapshot) < oldest && takenOf(snapshot) !== own);
}

async function remove({ metadata: { name, uid } }) {
  try {
    await call('DELETE', `${SNAPSHOTS}/${name}`, { apiVersion: 'v1', kind: 'DeleteOptions', preconditions: { uid } });
    say(`removed ${name}`);
  } catch (error) {
    if (error.status !== 404) { say(`${name} could not be removed: ${error.message}`); }
  }
}

async function run() {
  if (!Number.isInteger(KEEP) || KEEP < 1) { throw new Error(`KEEP must be a whole number from 1, got ${process.env.KEEP}`); }
  const taken = await create();
  const snapshots = await wait();
  say(`the backup ${taken} is complete: ${CLAIMS.length} snapshots`);
  for (const snapshot of surplus(snapshots, taken)) { await remove(snapshot); }
}

// As the first process of a container it would ignore this otherwise.
process.on('SIGTERM', () => process.exit(1));
run().catch(error => {
  const cause = error.cause ? ` (${error.cause.message})` : '';
  const hint = error.status === 404 ? '; has the cluster a CSI snapshot controller?' : '';
  say(`FAILED: ${error.message}${cause}${hint}; the snapshots that exist stay as they are`);
  process.exitCode = 1;
});
