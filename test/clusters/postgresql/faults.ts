import { Member } from './member';
import { World } from './world';
import { sleep } from '../harness/command';

/** Whether a fault has an effect. Asked again until it has. */
type Proof = () => Promise<boolean> | boolean;

/** What is done to the member that leads, and how it is undone. */
export interface Fault {
  readonly what: string;
  /** The whole cluster stands still meanwhile: the time is counted from when it is undone. */
  readonly stopsAll?: boolean;
  /** Gives how to see that it happened: a fault that does nothing proves nothing. */
  start(world: World, leader: number): Promise<Proof> | Proof;
  end(world: World, leader: number): Promise<void> | void;
}

const agents = (world: World, ordinal: number) => world.members[ordinal].agents();
const nothing = () => undefined;
const HOUR = 3600;

/** Sends a signal to processes, as soon as there are some, and proves that they stand still. */
function still(member: Member, signal: 'KILL' | 'STOP', find: () => readonly number[]): Proof {
  let ids: readonly number[] = [];
  const send = () => {
    ids = find();
    member.signal(signal, ids);
  };
  send();
  return () => {
    if (ids.length === 0) { send(); }
    return member.standStill(ids);
  };
}

/** How far the clock of a member's server is from that of this machine, in seconds. */
async function clockOf(world: World, ordinal: number): Promise<number> {
  const { rows } = await world.ask({ do: 'query', member: ordinal, sql: 'SELECT extract(epoch FROM clock_timestamp())' });
  return rows ? Number(rows[0][0]) - Date.now() / 1000 : 0;
}

const NO_SPACE = 'No space left on device';

/** The log of changes has files in stock: a full disk is noticed when they are used up. */
function fillDisk(world: World, leader: number): Proof {
  const member = world.members[leader];
  const before = member.timesSaid(NO_SPACE);
  member.fillDisk();
  return async () => {
    if (member.hasFullDisk && member.timesSaid(NO_SPACE) > before) { return true; }
    await world.ask({ do: 'query', member: leader, sql: 'SELECT pg_switch_wal() FROM (SELECT txid_current()) AS written' });
    return false;
  };
}

export const FAULTS: readonly Fault[] = [
  {
    what: 'the server is killed',
    start: (world, leader) => still(world.members[leader], 'KILL', () => world.members[leader].postmasters()),
    end: nothing,
  },
  {
    what: 'all of the member is killed',
    start: async (world, leader) => {
      await world.members[leader].crash();
      return () => !world.members[leader].isRunning;
    },
    end: (world, leader) => world.members[leader].start(),
  },
  {
    what: 'the agent hangs',
    start: (world, leader) => still(world.members[leader], 'STOP', () => agents(world, leader).slice(0, 1)),
    end: (world, leader) => world.members[leader].signal('CONT', agents(world, leader).slice(0, 1)),
  },
  {
    what: 'all of the member hangs',
    start: (world, leader) => still(world.members[leader], 'STOP', () => world.members[leader].ids()),
    end: (world, leader) => {
      // Before the first of its processes goes on: one may answer before the last has its signal.
      world.members[leader].woken.push(Date.now());
      world.members[leader].signal('CONT', world.members[leader].ids());
    },
  },
  {
    what: 'the member is cut off',
    start: (world, leader) => {
      world.setLink(leader, 'down');
      return () => world.isCutOff(leader);
    },
    end: (world, leader) => world.setLink(leader, 'up'),
  },
  {
    what: 'the API server is away for the leader',
    start: async (world, leader) => {
      await world.passApi(leader, -1);
      return () => world.apiSuffered(leader);
    },
    end: (world, leader) => world.passApi(leader, 0),
  },
  {
    what: 'the API server answers the leader late',
    start: async (world, leader) => {
      await world.passApi(leader, world.timers.hold * 0.7);
      return () => world.apiSuffered(leader);
    },
    end: (world, leader) => world.passApi(leader, 0),
  },
  {
    what: 'the API server is away for all',
    stopsAll: true,
    start: async world => {
      await Promise.all(world.members.map((_, ordinal) => world.passApi(ordinal, -1)));
      return async () => (await Promise.all(world.members.map((_, ordinal) => world.apiSuffered(ordinal)))).every(suffered => suffered);
    },
    end: async world => { await Promise.all(world.members.map((_, ordinal) => world.passApi(ordinal, 0))); },
  },
  {
    what: "the leader's clock jumps forward by an hour, and back",
    start: (world, leader) => {
      world.members[leader].setClock(HOUR);
      return async () => await clockOf(world, leader) > HOUR - 60;
    },
    end: (world, leader) => world.members[leader].setClock(0),
  },
  {
    what: 'the disk is full',
    start: fillDisk,
    end: (world, leader) => world.members[leader].emptyDisk(),
  },
  {
    what: 'it hands over',
    start: (world, leader) => async () => {
      const state = await world.state(leader);
      if (state?.role === 'primary') { await world.switchover(leader); }
      return state !== undefined && state.role !== 'primary';
    },
    end: nothing,
  },
  {
    what: 'a standby is killed, and the leader a moment later',
    start: async (world, leader) => {
      const standby = (leader + 1) % world.members.length;
      await world.members[standby].crash();
      await sleep(world.timers.renew);
      world.members[standby].start();
      await world.members[leader].crash();
      return () => !world.members[leader].isRunning;
    },
    end: (world, leader) => world.members[leader].start(),
  },
  {
    what: 'all are killed at once',
    stopsAll: true,
    start: async world => {
      await Promise.all(world.members.map(member => member.crash()));
      return () => world.members.every(member => !member.isRunning);
    },
    end: world => { for (const member of world.members) { member.start(); } },
  },
];
