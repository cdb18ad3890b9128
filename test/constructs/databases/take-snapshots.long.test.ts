import { Chart, Testing } from 'cdk8s';
import * as fc from 'fast-check';
import { SnapshotsApi } from './stand-ins/snapshots-api';
import { PATIENCE } from './stand-ins/stage';
import { SnapshotBackup } from '../../../src/constructs/databases/snapshot-backup';

jest.setTimeout(PATIENCE);

const CLAIMS = ['data-db-0', 'data-db-1', 'data-db-2'];
const OLD = ['20250101t030000z', '20250102t030000z', '20250103t030000z', '20250104t030000z'];

let api: SnapshotsApi;

async function open(keep = 2): Promise<void> {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'data' });
  new SnapshotBackup(chart, 'db-snapshots', { claimNames: CLAIMS, volumeSnapshotClassName: 'fast', keep });
  api = new SnapshotsApi(Testing.synth(chart));
  await api.start();
}
afterEach(() => api.stop());

/** Times of the backups that a run has added, and those that are left of the old ones. */
const times = () => Object.keys(api.taken).sort();
const left = () => times().filter(taken => OLD.includes(taken));

test('takes a snapshot of every claim, of the class that was asked for, and waits until all are ready', async () => {
  await open();
  api.outcome = claim => ({ readyAfter: claim === 'data-db-2' ? 5 : 1 });

  const { succeeded, log } = await api.run('job-1');

  expect(succeeded).toBe(true);
  expect(Object.values(api.taken)).toEqual([CLAIMS]);
  expect(api.snapshots.map(({ spec }) => spec.volumeSnapshotClassName)).toEqual(['fast', 'fast', 'fast']);
  expect(api.snapshots[2].questions).toBeGreaterThan(5);
  expect(log).toMatch(/the backup \d{8}t\d{6}z is complete: 3 snapshots/);
});

test('removes the oldest once there are more complete ones than asked for, and no other', async () => {
  await open(3);
  OLD.forEach(taken => api.add(taken, CLAIMS));

  const { succeeded } = await api.run('job-1');

  expect(succeeded).toBe(true);
  expect(left()).toEqual([OLD[2], OLD[3]]);
  expect(times()).toHaveLength(3);
});

test('removes nothing before all snapshots of the new backup are ready', async () => {
  await open(1);
  api.add(OLD[0], CLAIMS);
  api.outcome = () => ({ readyAfter: 20 });
  const early: string[] = [];
  api.meanwhile = () => { if (api.snapshots.some(({ questions, status }) => !status && questions < 20)) { early.push(...api.changes.filter(change => change.startsWith('DELETE'))); } };

  await api.run('job-1');

  expect(early).toEqual([]);
  expect(left()).toEqual([]);
});

test('removes nothing if a snapshot never becomes ready, and says why it does not', async () => {
  await open(1);
  api.add(OLD[0], CLAIMS);
  api.outcome = claim => claim === 'data-db-1' ? { readyAfter: Infinity, error: 'failed to take a snapshot: quota exceeded' } : {};

  api.meanwhile = () => { if (api.snapshots.some(({ questions }) => questions > 20)) { api.stopRun(); } };

  const { succeeded, log } = await api.run('job-1');

  expect(succeeded).toBe(false);
  expect(log.match(/data-db-1 is not ready yet: failed to take a snapshot: quota exceeded/g)).toHaveLength(1);
  expect(left()).toEqual([OLD[0]]);
  expect(api.changes.filter(change => change.startsWith('DELETE'))).toEqual([]);
});

test('a backup that was never complete does not count, and goes when enough newer ones are', async () => {
  await open(2);
  api.add(OLD[0], CLAIMS);
  api.add(OLD[1], CLAIMS, { status: { readyToUse: false } });
  api.add(OLD[2], CLAIMS.slice(1), { labels: { 'cdk8s-stateful/claims': '3' } });

  await api.run('job-1');
  const afterOne = left();
  await new Promise(resolve => setTimeout(resolve, 1000));
  await api.run('job-2');

  expect(afterOne).toEqual([OLD[0], OLD[1], OLD[2]]);
  expect(left()).toEqual([]);
  expect(times()).toHaveLength(2);
});

test('what something else has made stays: of another backup, without its labels, or labelled by hand', async () => {
  await open(1);
  api.add(OLD[0], ['data-db-0'], { labels: { 'cdk8s-stateful/backup': 'weekly' } });
  api.add(OLD[1], ['data-db-0'], { labels: { 'cdk8s-stateful/backup': undefined } });
  api.add(OLD[2], ['data-db-0'], { labels: { 'cdk8s-stateful/taken': 'before-the-upgrade' } });

  await api.run('job-1');

  expect(api.changes.filter(change => change.startsWith('DELETE'))).toEqual([]);
  expect(api.snapshots).toHaveLength(3 + CLAIMS.length);
});

test('its own snapshots stay, also where the clock was wrong and older ones seem newer', async () => {
  await open(1);
  api.add('29990101t030000z', CLAIMS);

  await api.run('job-1');

  expect(times()).toHaveLength(2);
});

test('a run that is tried again goes on with the snapshots that it has made', async () => {
  await open();
  api.add(OLD[0], CLAIMS.slice(0, 2), { labels: { 'cdk8s-stateful/job': 'job-1', 'cdk8s-stateful/claims': '3' } });

  const { succeeded } = await api.run('job-1');

  expect(succeeded).toBe(true);
  expect(api.changes).toEqual([`POST db-snapshots-${OLD[0]}-data-db-2`]);
  expect(api.taken).toEqual({ [OLD[0]]: CLAIMS });
});

test('fails if somebody removes one of its snapshots meanwhile', async () => {
  await open();
  api.outcome = () => ({ readyAfter: Infinity });
  api.meanwhile = () => { if (api.snapshots.length === 3) { api.snapshots.pop(); } };

  const { succeeded, log } = await api.run('job-1');

  expect(succeeded).toBe(false);
  expect(log).toContain('FAILED: somebody has removed a snapshot of this run; the snapshots that exist stay as they are');
});

test('goes on waiting when the API server cannot answer for a while', async () => {
  await open();
  api.outcome = () => ({ readyAfter: 10 });
  let disturbed = false;
  api.meanwhile = () => {
    if (!disturbed && api.snapshots.length === 3) { disturbed = true; api.disturbances.push(503, 429, 500); }
  };

  const { succeeded, log } = await api.run('job-1');

  expect(succeeded).toBe(true);
  expect(log).toContain('answered with 503');
});

test('says what a cluster without snapshots answers', async () => {
  await open();
  api.disturbances.push(404);

  const { succeeded, log } = await api.run('job-1');

  expect(succeeded).toBe(false);
  expect(log).toContain('answered with 404');
  expect(log).toContain('has the cluster a CSI snapshot controller?');
});

test('a snapshot that cannot be removed fails nothing', async () => {
  await open(1);
  api.add(OLD[0], CLAIMS);
  api.meanwhile = () => { if (api.changes.length === 4) { api.disturbances.push(500); } };

  const { succeeded, log } = await api.run('job-1');

  expect(succeeded).toBe(true);
  expect(log).toContain('could not be removed');
});

test.each(['0', '-1', 'seven', '1.5'])('keeps everything if it is to keep %s', async keep => {
  await open();
  OLD.forEach(taken => api.add(taken, CLAIMS));

  const { succeeded } = await api.run('job-1', { KEEP: keep });

  expect(succeeded).toBe(false);
  expect(api.changes).toEqual([]);
});

test('whatever was there before, the newest complete backups are there afterwards', async () => {
  await open();
  const run = fc.record({ isReady: fc.boolean(), claims: fc.integer({ min: 1, max: 3 }), hasAll: fc.boolean() });

  await fc.assert(fc.asyncProperty(fc.array(run, { maxLength: 6 }), fc.integer({ min: 1, max: 4 }), async (runs, keep) => {
    api.snapshots.length = 0;
    const taken = runs.map((_, index) => `2025010${index + 1}t030000z`);
    runs.forEach(({ isReady, claims, hasAll }, index) => api.add(taken[index], CLAIMS.slice(0, claims), {
      status: { readyToUse: isReady }, labels: { 'cdk8s-stateful/claims': String(hasAll ? claims : claims + 1) },
    }));
    const complete = taken.filter((_, index) => runs[index].isReady && runs[index].hasAll);

    const { succeeded } = await api.run(`job-${Math.random()}`, { KEEP: String(keep) });

    const kept = times();
    const spared = complete.slice(Math.max(0, complete.length - keep + 1));
    return succeeded && spared.every(one => kept.includes(one)) && kept.some(one => !taken.includes(one));
  }), { numRuns: 15 });
});
