import { World } from './world';
import { sleep } from '../harness/command';

/** What is done to the member that leads, and how it is undone. */
export interface Fault {
  readonly what: string;
  /** The whole cluster stands still meanwhile: the time is counted from when it is undone. */
  readonly stopsAll?: boolean;
  start(world: World, leader: number): Promise<void> | void;
  end(world: World, leader: number): Promise<void> | void;
}

const agents = (world: World, ordinal: number) => world.members[ordinal].agents();

export const FAULTS: readonly Fault[] = [
  {
    what: 'the server is killed',
    start: (world, leader) => world.members[leader].signal('KILL', world.members[leader].postmasters()),
    end: () => undefined,
  },
  {
    what: 'all of the member is killed',
    start: (world, leader) => world.members[leader].crash(),
    end: (world, leader) => world.members[leader].start(),
  },
  {
    what: 'the agent hangs',
    start: (world, leader) => world.members[leader].signal('STOP', agents(world, leader).slice(0, 1)),
    end: (world, leader) => world.members[leader].signal('CONT', agents(world, leader).slice(0, 1)),
  },
  {
    what: 'all of the member hangs',
    start: (world, leader) => world.members[leader].signal('STOP', world.members[leader].ids()),
    end: (world, leader) => world.members[leader].signal('CONT', world.members[leader].ids()),
  },
  {
    what: 'the member is cut off',
    start: (world, leader) => world.setLink(leader, 'down'),
    end: (world, leader) => world.setLink(leader, 'up'),
  },
  {
    what: 'the API server is away for the leader',
    start: (world, leader) => world.passApi(leader, -1),
    end: (world, leader) => world.passApi(leader, 0),
  },
  {
    what: 'the API server answers the leader late',
    start: (world, leader) => world.passApi(leader, world.timers.hold * 0.7),
    end: (world, leader) => world.passApi(leader, 0),
  },
  {
    what: 'the API server is away for all',
    stopsAll: true,
    start: async world => { await Promise.all(world.members.map((_, ordinal) => world.passApi(ordinal, -1))); },
    end: async world => { await Promise.all(world.members.map((_, ordinal) => world.passApi(ordinal, 0))); },
  },
  {
    what: "the leader's clock jumps forward by an hour, and back",
    start: (world, leader) => world.members[leader].setClock(3600),
    end: (world, leader) => world.members[leader].setClock(0),
  },
  {
    what: 'the disk is full',
    start: (world, leader) => world.members[leader].fillDisk(),
    end: (world, leader) => world.members[leader].emptyDisk(),
  },
  {
    what: 'it hands over',
    start: async (world, leader) => { await world.switchover(leader); },
    end: () => undefined,
  },
  {
    what: 'a standby is killed, and the leader a moment later',
    start: async (world, leader) => {
      const standby = (leader + 1) % world.members.length;
      await world.members[standby].crash();
      await sleep(world.timers.renew);
      world.members[standby].start();
      await world.members[leader].crash();
    },
    end: (world, leader) => world.members[leader].start(),
  },
  {
    what: 'all are killed at once',
    stopsAll: true,
    start: async world => { await Promise.all(world.members.map(member => member.crash())); },
    end: world => { for (const member of world.members) { member.start(); } },
  },
];
