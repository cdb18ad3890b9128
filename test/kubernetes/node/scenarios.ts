import { Database } from './database';
import { ALL } from '../../support/all';
import { drain } from '../cluster/nodes';

/** What is done to a database of three members while somebody writes to it. Nothing acknowledged may be lost. */
export interface Scenario {
  readonly what: string;
  run(database: Database): Promise<void>;
}

/** In seconds. */
const MOST_TO_STOP = 40;

const CORE: readonly Scenario[] = [{
  what: 'has the pod of its leader deleted',
  run: async database => {
    const leader = await database.leader();
    const begin = Date.now();

    await leader.delete();

    // Clients are connected to it, and its grace period is a minute or more.
    expect((Date.now() - begin) / 1000).toBeLessThan(MOST_TO_STOP);
  },
}, {
  what: 'has every process of its leader killed',
  run: async database => {
    const leader = await database.leader();
    const node = await database.nodeOf(leader);
    for (const id of await leader.containers()) { node.run('ctr', ['--namespace=k8s.io', 'tasks', 'kill', '--signal=SIGKILL', id]); }
  },
}, {
  what: 'has all pods deleted at once',
  run: async database => { await Promise.all(database.members.map(member => member.delete())); },
}, {
  what: 'loses the volume of member 0',
  run: database => database.loseVolume(database.members[0]),
}, {
  what: 'has its pods replaced one by one',
  run: database => database.restart(),
}, {
  what: 'has the kubelet of its leader killed',
  run: async database => {
    const leader = await database.leader();
    const [node, containers] = [await database.nodeOf(leader), await leader.containers()];

    await node.endPart('kubelet');
    await database.writesGoOn();
    node.startPart('kubelet');

    // It asks the kubelet.
    await database.leader();
    expect(await leader.containers()).toEqual(containers);
  },
}, {
  what: 'has a node drained',
  run: async database => {
    const node = database.nodeWithoutWriter();

    expect(await drain(database.kubectl, node, 300)).toBe(true);
  },
}];

const OTHERS: readonly Scenario[] = [{
  what: 'loses the volume of its leader',
  run: async database => database.loseVolume(await database.leader()),
}];

export const SCENARIOS: readonly Scenario[] = ALL ? [...CORE, ...OTHERS] : CORE;
