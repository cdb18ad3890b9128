import { objectYaml, podYaml, together } from './examples';
import { imageName } from '../../../kubernetes/image';
import { listOf, textOf } from '../../../kubernetes/manifest';
import { containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { ProcessCall, processCallsOf, scriptOf } from '../../../manifest/process-calls';
import { Pods } from '../../../manifest/references/pods';
import { Check } from '../../engine/check';

const example = (argument: string) => together(
  podYaml(`containers: [{name: db, image: "mongo:7.0.15", command: [mongod, --replSet, rs0${argument}]}]`),
  objectYaml('v1', 'Service', 'db', 'spec: {clusterIP: None, selector: {app: web}, ports: [{port: 27017}]}'));

export const listensOnLoopback: Check = {
  id: 'listens-on-loopback',
  why: 'mongod listens on 127.0.0.1 alone unless it is told otherwise. The entry point of its image tells it; a command takes the place of this entry point, and then nobody outside the container reaches the database',
  severity: 'warning',
  run: function* (_, { references }) {
    const isRouted = (pods: Pods) => references.selectionsFor('routes to').some(selection => references.selects(selection, pods));
    for (const pods of references.pods.all) {
      for (const placed of containersOf(pods.template)) {
        if (!/^mongo(db)?$/.test(imageName(placed.container.image)) || /bitnami/.test(textOf(placed.container.image))) { continue; }
        const call = processCallsOf(placed).find(({ by, namesProgram }) => by === 'container' && namesProgram);
        const words = call && wordsOfServer(call);
        if (!words || words.some(word => /^(--bind_ip|--bind_ip_all|--config|-f|--ipv6)(=|$)/.test(word)) || !isRouted(pods)) { continue; }
        yield {
          object: pods.workload,
          path: `${placed.path}/command`,
          message: `The server of ${titleOf(pods.workload)} is started by a command of its own without --bind_ip_all: it listens on 127.0.0.1, where no other pod reaches it`,
          fix: 'add --bind_ip_all, or write these words as args without command',
        };
      }
    }
  },
  bad: example(''),
  good: example(', --bind_ip_all'),
};

/** The words of `mongod` itself, or of the line of a script that starts it; undefined if something else does. */
function wordsOfServer(call: ProcessCall): string[] | undefined {
  if (/(^|\/)mongod$/.test(textOf(call.words[0]))) { return listOf(call.words).map(textOf); }
  const [line] = /(?:^|[\n;&])\s*(?:exec\s+)?(?:\/usr\/bin\/)?mongod\s[^\n;&]*(?:\\\n[^\n;&]*)*/.exec(scriptOf(call)?.text ?? '') ?? [];
  return line === undefined || line.includes('$') ? undefined : line.split(/[\s\\]+/);
}
