// Clients on the cluster's network. Writers try every member until one takes their write, and remember what was acknowledged;
// a watcher for each member asks all the time whether it accepts writes. Arguments: addresses of the members.
// Requests, a JSON line each: {do: 'create' | 'start' | 'stop' | 'report' | 'pause' | 'query' | 'state' | 'verify'}.
const { get } = require('http');
const { createInterface } = require('readline');
const { Connection } = require('./wire');

const hosts = process.argv.slice(2);
const WRITERS = 4;
/** Numbers of acknowledged writes, when each was sent and acknowledged, and by whom. */
const acknowledged = new Map();
/** Writes that were acknowledged on a time line after a newer one acknowledged: two members accepted writes. */
const problems = [];
/** Members that called themselves primary on a time line after a newer one was seen. */
const sightings = [];
const accepted = [];
/** When each time line acknowledged its first write. */
const firstOf = new Map();
let [next, running, unanswered] = [1, false, 0];

const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));
const now = () => Number(process.hrtime.bigint() / 1000n) / 1000;
const wall = Date.now() - now();

async function writer(index) {
  let [member, connection] = [index % hosts.length, undefined];
  while (running) {
    const [key, sent] = [next++, now()];
    try {
      connection ??= new Connection(hosts[member]);
      const [[file]] = await connection.query(`INSERT INTO entries VALUES (${key}) RETURNING pg_walfile_name(pg_current_wal_insert_lsn())`, 4000);
      noteAcknowledged(key, { sent, at: now(), member, timeline: timelineOf(file) });
    } catch (error) {
      if (/no answer|lost|standby/.test(error.message)) { unanswered++; }
      connection?.close();
      connection = undefined;
      member = (member + 1) % hosts.length;
      await sleep(20);
    }
    await sleep(5);
  }
  connection?.close();
}

const timelineOf = file => parseInt(file.slice(0, 8), 16);

function noteAcknowledged(key, write) {
  acknowledged.set(key, write);
  for (const [timeline, first] of firstOf) {
    if (timeline > write.timeline && first < write.sent) { problems.push({ key, ...write, newer: timeline, first }); }
  }
  if (!firstOf.has(write.timeline)) { firstOf.set(write.timeline, write.at); }
}

/** Time lines only grow: whoever accepts on an older one after a newer one was seen is a second primary. */
async function watcher(member) {
  let connection;
  for (;;) {
    const sent = now();
    try {
      connection ??= new Connection(hosts[member], { connectMs: 500 });
      const [[recovers, file]] = await connection.query(
        "SELECT pg_is_in_recovery(), CASE WHEN pg_is_in_recovery() THEN '' ELSE pg_walfile_name(pg_current_wal_insert_lsn()) END", 1000);
      if (recovers === 'f') { note(member, timelineOf(file), sent, now()); }
    } catch {
      connection?.close();
      connection = undefined;
    }
    await sleep(25);
  }
}

function note(member, timeline, sent, received) {
  const last = accepted[accepted.length - 1];
  const newer = accepted.find(one => one.timeline > timeline && one.first < sent);
  const same = accepted.find(one => one.timeline === timeline && one.member !== member);
  if (newer || same) { sightings.push({ member, timeline, at: received + wall, other: newer ?? same }); }
  const known = accepted.find(one => one.timeline === timeline && one.member === member);
  if (known) { known.last = received; } else if (!last || timeline > last.timeline) { accepted.push({ member, timeline, first: received, last: received }); }
}

/** What a primary holds, compared with what was acknowledged. */
async function verify() {
  for (const host of hosts) {
    const connection = new Connection(host);
    try {
      const [[recovers]] = await connection.query('SELECT pg_is_in_recovery()');
      if (recovers !== 'f') { continue; }
      const known = [...acknowledged.keys()];
      const held = new Set((await connection.query('SELECT k FROM entries', 60000)).map(([key]) => Number(key)));
      const lost = known.filter(key => !held.has(key));
      return { held: held.size, acknowledged: acknowledged.size, lost: lost.map(key => ({ key, ...acknowledged.get(key) })) };
    } catch { /* another one */ } finally { connection.close(); }
  }
  return undefined;
}

const TASKS = {
  async create() {
    for (const host of hosts) {
      const connection = new Connection(host);
      try {
        await connection.query('CREATE TABLE IF NOT EXISTS entries (k bigint PRIMARY KEY)', 20000);
        return { done: true };
      } catch { /* another one */ } finally { connection.close(); }
    }
    return { done: false };
  },
  start() {
    running = true;
    for (let index = 0; index < WRITERS; index++) { void writer(index); }
    return {};
  },
  stop() { running = false; return {}; },
  /** When the first write was acknowledged that was sent after a moment. */
  report({ since = 0 }) {
    const times = [...acknowledged.values()].filter(({ sent }) => sent + wall >= since).map(({ at }) => at + wall);
    return { acknowledged: acknowledged.size, unanswered, problems, sightings, leaders: accepted.length, first: times.length ? times.reduce((least, time) => Math.min(least, time)) : undefined,
      leader: accepted.length ? accepted[accepted.length - 1] : undefined };
  },
  /** Longest time after a moment in which no write was acknowledged; the last one may go on. */
  pause({ since }) {
    const times = [...acknowledged.values()].map(({ at }) => at + wall).filter(at => at >= since).sort((a, b) => a - b);
    // A call takes a hundred thousand arguments at most, and there are more writes than that.
    return { pause: times.reduce((longest, at, index) => Math.max(longest, at - (times[index - 1] ?? since)), 0) };
  },
  /** Rows of a statement on one member, whoever leads; nothing if it fails. */
  async query({ member, sql }) {
    const connection = new Connection(hosts[member]);
    try { return { rows: await connection.query(sql) }; } catch (error) { return { failed: error.message }; } finally { connection.close(); }
  },
  /** What a member's agent says of itself; nothing if it does not answer. */
  state({ member }) {
    return new Promise(resolve => {
      const fail = () => resolve({});
      const request = get({ host: hosts[member], port: 8008, path: '/state', timeout: 2000, agent: false }, response => {
        let text = '';
        response.on('data', data => { text += data; }).on('error', fail).on('end', () => {
          try { resolve({ state: JSON.parse(text) }); } catch { fail(); }
        });
      });
      request.on('error', fail).on('timeout', () => request.destroy(new Error('no answer in time')));
    });
  },
  async verify() { return await verify() ?? { lost: [], held: -1, acknowledged: acknowledged.size }; },
};

hosts.forEach((host, member) => void watcher(member));
/** Answers go out in the order of the requests, whichever is known first. */
let told = Promise.resolve();
createInterface({ input: process.stdin }).on('line', line => {
  const request = JSON.parse(line);
  const answer = TASKS[request.do](request);
  told = told.then(async () => console.log(JSON.stringify(await answer)));
});
