import { FAULTS, Fault } from './faults';
import { World } from './world';
import { sleep, until } from '../harness/command';

/** One fault and what came of it. */
export interface Trouble {
  readonly what: string;
  /** Milliseconds from the fault to the first acknowledged write that was sent after it. */
  readonly time: number;
  /** Whether another time line began: a new leader, or the old one anew. */
  readonly ended: boolean;
}

/** What a number of failovers showed. */
export interface History {
  readonly troubles: readonly Trouble[];
  readonly failovers: number;
  readonly acknowledged: number;
  readonly lost: readonly object[];
  /** Writes that were acknowledged on an older time line after a newer one acknowledged. */
  readonly twoPrimaries: readonly object[];
  /** Members that called themselves primary after a newer one was seen. */
  readonly sightings: readonly object[];
  /** Those of them that had just gone on after all of the member had hung: whoever stands still cannot stop in time. It acknowledges nothing. */
  readonly afterHanging: number;
  /** How often an agent ended by itself and was started again. */
  readonly deaths: number;
}

/** Numbers by chance that are the same in every run with the same seed. */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

/** Faults by chance, one after the other, while clients write. Each waits until writes go on, and mostly until all is whole again. */
export async function failovers(world: World, count: number, seed: number, tell: (line: string) => void, faults = FAULTS): Promise<History> {
  const chance = chanceOf(seed);
  const troubles: Trouble[] = [];
  const lost: object[] = [];
  const first = (await world.ask({ do: 'report' })).leader?.timeline ?? 0;
  while (troubles.length < count) {
    const trouble = await once(world, faults[Math.floor(chance() * faults.length)], chance);
    troubles.push(trouble);
    const { length } = troubles;
    tell(`${length}: ${trouble.what}: ${Math.round(trouble.time)} ms${trouble.ended ? '' : ', the same leadership'}`);
    if (chance() < 0.8) { await world.whole(); }
    if (length % 10 === 0 || length === count) {
      await world.whole();
      const compared = await compare(world);
      const { problems, sightings } = await world.ask({ do: 'report' });
      tell(`after ${length}: ${compared.acknowledged} acknowledged, ${compared.held} held, ${compared.lost.length} lost, `
        + `two acknowledged ${problems.length} times, two were seen ${sightings.length} times`);
      lost.push(...compared.lost);
    }
  }
  const { acknowledged, problems, sightings, leader } = await world.ask({ do: 'report' });
  const deaths = world.members.reduce((sum, member) => sum + member.deaths, 0);
  const others = sightings.filter((sighting: Sighting) => !isAfterHanging(world, sighting));
  return {
    troubles,
    failovers: leader.timeline - first,
    acknowledged,
    lost,
    twoPrimaries: problems,
    sightings: others,
    afterHanging: sightings.length - others.length,
    deaths,
  };
}

/** A member that called itself primary after a newer one was seen. */
export interface Sighting { readonly member: number; readonly at: number }

export function isAfterHanging(world: World, { member, at }: Sighting): boolean {
  const { hold, take } = world.timers;
  return world.members[member].woken.some(woken => at >= woken && at - woken < take - hold);
}

/** What a primary holds, against what was acknowledged; one that could not be asked proves nothing. */
function compare(world: World): Promise<{ held: number; acknowledged: number; lost: object[] }> {
  return until('a primary says what it holds', 120, async () => {
    const answer = await world.ask({ do: 'verify' });
    return answer.held >= 0 ? answer : undefined;
  });
}

async function once(world: World, fault: Fault, chance: () => number): Promise<Trouble> {
  const leader = await world.leader();
  const before = await timelineOf(world, leader);
  const begin = Date.now();
  const happens = await fault.start(world, leader);
  const started = Date.now();
  // Long enough for a new leader, or for too short a moment.
  const length = world.timers.take * (0.3 + 2.2 * chance());
  await until(`${fault.what}: it happens`, 60, happens, () => world.logs());
  const undone = sleep(Math.max(0, started + length - Date.now())).then(() => fault.end(world, leader));
  if (fault.stopsAll) {
    await undone;
    const back = Date.now();
    return { what: fault.what, time: await world.writesGoOn(back, 600), ended: await timelineOf(world, await world.leader()) > before };
  }
  const time = started - begin + await world.writesGoOn(started, 600);
  await undone;
  // A leadership may end, or a fault be noticed, a moment after writes that were still on their way.
  await sleep(world.timers.renew);
  const ended = await timelineOf(world, await world.leader()) > before;
  if (!ended) { return { what: fault.what, time, ended }; }
  await world.writesGoOn(Date.now(), 600);
  return { what: fault.what, time: Math.max(time, await world.pauseSince(begin)), ended };
}

/** The newest on which a member was seen to lead. */
async function timelineOf(world: World, leader: number): Promise<number> {
  const [state, { leader: seen }] = await Promise.all([world.state(leader), world.ask({ do: 'report' })]);
  return Math.max(seen.timeline, state?.position?.timeline ?? 0);
}

function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? NaN;
}

/** A line for all faults, and one for each kind. */
export function summary({ troubles }: History): string[] {
  const line = (name: string, some: readonly Trouble[]) => {
    const times = some.filter(({ ended }) => ended).map(({ time }) => time);
    const [middle, late] = [0.5, 0.99].map(part => Math.round(percentile(times, part)));
    return `${name}: ${some.length} faults, ${times.length} ended a leadership, p50 ${middle} ms, p99 ${late} ms`;
  };
  const kinds = [...new Set(troubles.map(({ what }) => what))].sort();
  return [line('all', troubles), ...kinds.map(kind => line(kind, troubles.filter(({ what }) => what === kind)))];
}
