import { spawnSync } from 'child_process';
import { readdirSync } from 'fs';
import { join } from 'path';
import { FOLDER, explore, withPerl } from './explorer';

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

perlTest.each(['agree', 'any'])('three members lose nothing in any order of four actions, nor on long ways, when clocks are: %s', clocks => {
  const found = explore('--depth', '4', '--walks', '120', '--clocks', clocks);

  expect(found.broken).toBeUndefined();
  expect(found.states).toBeGreaterThan(1500);
  expect(found.steps).toBeGreaterThan(2000);
});

perlTest.each(WAYS)('a known way loses nothing, and would if $rule', ({ rule, clocks, way, holder }) => {
  const args = ['--clocks', clocks, '--way', JSON.stringify(way)];

  const [right, wrong] = [explore(...args), explore(...args, '--broken', rule)];

  expect(right.broken).toBeUndefined();
  expect(right.holder).toBe(holder);
  expect(wrong.broken).toContain('acknowledged and lost');
});
