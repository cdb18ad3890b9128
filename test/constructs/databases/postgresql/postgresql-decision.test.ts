import { spawnSync } from 'child_process';
import { readdirSync } from 'fs';
import { join } from 'path';
import { FOLDER, decide, explore, withPerl } from './explorer';

const { test: perlTest } = withPerl;
const times = (count: number, what: string) => Array<string>(count).fill(what);

/** Ways that lose a write when a rule of the protocol is broken. */
const WAYS = [
  {
    // db-2 promised db-1 not to receive, starts anew, and receives a write before db-1's request for the Lease arrives.
    rule: 'a promise is forgotten by a restart',
    clocks: 'any',
    holder: 'db-1',
    way: [
      ...times(4, 'time passes for db-1'), ...times(4, 'time passes for db-2'), 'db-1 ticks', 'db-2 ticks', 'db-1 ticks, its request is late',
      'db-2 crashes', 'db-2 starts', ...times(3, 'db-2 ticks'), 'a client writes to db-0', 'db-2 receives', 'the oldest late request arrives', ...times(3, 'db-1 ticks'),
    ],
  },
  {
    // db-0 has a longer log, but of an older time line: what db-2 has of the newer one was acknowledged.
    rule: 'positions are compared without time lines',
    clocks: 'agree',
    holder: 'db-2',
    way: [
      ...times(3, 'a client writes to db-0'), 'db-0 crashes', ...times(5, 'time passes'), 'db-1 ticks', 'db-2 ticks', 'db-1 ticks', 'db-1 ticks',
      'db-2 ticks', 'db-2 ticks', 'db-2 receives', 'a client writes to db-1', 'db-2 receives', 'db-1 crashes', 'db-0 starts', ...times(5, 'time passes'),
      'db-2 ticks', 'db-0 ticks', 'db-0 ticks', ...times(4, 'time passes'), 'db-0 ticks', 'db-0 ticks', 'db-2 ticks', 'db-0 ticks', 'db-2 ticks', 'db-0 ticks', 'db-0 ticks',
    ],
  },
];

perlTest('every file of the agent compiles', () => {
  const files = readdirSync(FOLDER).filter(name => /\.p[lm]$/.test(name));

  const outcomes = files.map(name => spawnSync('perl', ['-I', FOLDER, '-wc', join(FOLDER, name)], { encoding: 'utf8' }).stderr.trim());

  expect(files.length).toBeGreaterThan(10);
  expect(outcomes.filter(text => !/^\S+ syntax OK$/.test(text))).toEqual([]);
});

perlTest.each(['agree', 'any'])('three members lose nothing in any order of three actions, nor on long ways, when clocks are: %s', clocks => {
  const found = explore('--depth', '3', '--walks', '40', '--clocks', clocks);

  expect(found.broken).toBeUndefined();
  expect(found.states).toBeGreaterThan(500);
  expect(found.steps).toBeGreaterThan(500);
});

perlTest.each(WAYS)('a known way loses nothing, and would if $rule', ({ rule, clocks, way, holder }) => {
  const args = ['--clocks', clocks, '--way', JSON.stringify(way)];

  const [right, wrong] = [explore(...args), explore(...args, '--broken', rule)];

  expect(right.broken).toBeUndefined();
  expect(right.holder).toBe(holder);
  expect(wrong.broken).toContain('acknowledged and lost');
});

/** db-0 led until db-1 took over, and its server ended at each of ten starts. */
function oldPrimary({ own = {}, leader = {}, lease = {} }: { own?: object; leader?: object; lease?: object }) {
  return decide({
    now: 100_000,
    me: 'db-0',
    members: ['db-0', 'db-1', 'db-2'],
    copies: 1,
    timers: { renew: 2000, hold: 10_000, take: 15_000 },
    standbys: {},
    lease: { system: 'S', holder: 'db-1', timeline: 3, version: '7', since: 99_000, read: 99_900, list: ['db-0', 'db-1', 'db-2'], copies: 1, initialized: 1, generation: 4, ...lease },
    peers: { 'db-1': { fresh: 1, role: 'primary', position: { timeline: 3, lsn: 500 }, checkpoint: 3, history: { 2: 400 }, oldest: 0, ...leader } },
    own: {
      data: 'ready', server: 'none', system: 'S', cut: '6', follows: '', job: '', valid: 0, renewed: 0, abstain_until: 0, failed_starts: 10, rewind_failed: 0, rewound: 0, copied: 0, ...own,
    },
  });
}

perlTest.each([
  ['is rewound', 'rewind', {}],
  ['is tried again when it was not many times', 'start', { own: { failed_starts: 9 } }],
  ['is copied when it was rewound and still does not start', 'copy', { own: { rewound: 1 } }],
  ['is copied when the rewind failed', 'copy', { own: { rewind_failed: 1 } }],
  ['is tried again when even a copy does not start', 'start', { own: { rewound: 1, copied: 1 } }],
  ['keeps its data while it promised not to receive', 'start', { own: { cut: '7' } }],
  ['keeps its data while the holder does not lead', 'start', { leader: { role: 'standby' } }],
  ['keeps its data while the holder does not answer', 'start', { leader: { fresh: 0 } }],
  ['keeps its data while nobody holds the Lease', 'start', { lease: { holder: '' } }],
  ['waits for the checkpoint without which pg_rewind sees the old time line', 'wait', { leader: { checkpoint: 2 } }],
  ['waits for it also when its server answers', 'wait', { own: { server: 'standby', position: { timeline: 2, lsn: 450 }, failed_starts: 0 }, leader: { checkpoint: 2 } }],
])('a server that does not start after a fail-over %s', (_, step, seen) => {
  const { do: found } = oldPrimary(seen);

  expect(found).toBe(step);
});

perlTest.each([
  ['gives the Lease back when its server is still starting', 'starting', 16_000, 'stop'],
  ['is still promoted when its server answers but is slow', 'standby', 16_000, 'promote'],
  ['gives the Lease back when its server answers and is not promoted for long', 'standby', 61_000, 'stop'],
])('who holds the Lease %s', (_, server, since, step) => {
  const { do: found } = oldPrimary({
    lease: { holder: 'db-0' },
    own: { server, down_since: 100_000 - since, valid: 105_000, renewed: 99_500, position: { timeline: 2, lsn: 450 } },
  });

  expect(found).toBe(step);
});
