import { FAULTS, Fault } from './faults';
import { World } from './world';
import { sleep } from '../harness/command';

/** What a number of failovers showed. */
export interface History {
  readonly faults: number;
  /** Faults after which another time line began: a new leader, or the old one anew. */
  readonly failovers: number;
  readonly acknowledged: number;
  readonly lost: readonly object[];
  readonly twoPrimaries: readonly object[];
  /** Milliseconds from the fault to the first acknowledged write that was sent after it, for faults that ended a leadership. */
  readonly times: readonly number[];
  /** What took longest, and how long. */
  readonly slowest: string;
}

/** Numbers by chance that are the same in every run with the same seed. */
export function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

/** Faults by chance, one after the other, while clients write. Each waits until writes go on, and mostly until all is whole again. */
export async function failovers(world: World, count: number, seed: number, tell: (line: string) => void, faults = FAULTS): Promise<History> {
  const chance = chanceOf(seed);
  const times: number[] = [];
  let [slowest, longest, done] = ['', 0, 0];
  const lost: object[] = [];
  const first = (await world.ask({ do: 'report' })).leader?.timeline ?? 0;
  for (; done < count; done++) {
    const fault = faults[Math.floor(chance() * faults.length)];
    const { time, ended } = await once(world, fault, chance);
    if (ended) { times.push(time); }
    if (time > longest) { [slowest, longest] = [fault.what, time]; }
    tell(`${done + 1}: ${fault.what}: ${Math.round(time)} ms${ended ? '' : ', the same leadership'}`);
    if (chance() < 0.8) { await world.whole(); }
    if (done % 10 === 9 || done === count - 1) {
      await world.whole();
      lost.push(...(await world.ask({ do: 'verify' })).lost);
    }
  }
  const { acknowledged, problems, leader } = await world.ask({ do: 'report' });
  return { faults: done, failovers: leader.timeline - first, acknowledged, lost, twoPrimaries: problems, times, slowest: `${slowest}: ${Math.round(longest)} ms` };
}

async function once(world: World, fault: Fault, chance: () => number): Promise<{ time: number; ended: boolean }> {
  const leader = await world.leader();
  const before = (await world.ask({ do: 'report' })).leader.timeline;
  const begin = Date.now();
  await fault.start(world, leader);
  const started = Date.now();
  // Long enough for a new leader, or for too short a moment.
  const length = world.timers.take * (0.3 + 2.2 * chance());
  if (fault.stopsAll) {
    await sleep(length);
    await fault.end(world, leader);
    const back = Date.now();
    return { time: await world.writesGoOn(back, 600), ended: await hasEnded(world, before) };
  }
  const undone = sleep(length).then(() => fault.end(world, leader));
  const time = started - begin + await world.writesGoOn(started, 600);
  await undone;
  // A leadership may end, or a fault be noticed, a moment after writes that were still on their way.
  await sleep(world.timers.renew);
  const late = await world.ask({ do: 'report', since: Date.now() });
  return { time: late.leader.timeline > before ? Math.max(time, await world.pauseSince(begin)) : time, ended: late.leader.timeline > before };
}

async function hasEnded(world: World, timeline: number): Promise<boolean> {
  return (await world.ask({ do: 'report' })).leader.timeline > timeline;
}

export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? NaN;
}
