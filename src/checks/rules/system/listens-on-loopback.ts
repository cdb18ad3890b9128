import { objectYaml, podYaml, together } from './examples';
import { imageName } from '../../../kubernetes/image';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { once } from '../../../kubernetes/once';
import { PlacedContainer, containersOf } from '../../../kubernetes/workload';
import { Inventory, titleOf } from '../../../manifest/inventory';
import { hasOwnUrlsOnly, isMosquittoAlone, leavesAddressesOut, mayBeTold, ownPodOnly } from '../../../manifest/listen-settings';
import { filesOfVolume } from '../../../manifest/mounted-files';
import { ProcessCall, processCallsOf, scriptOf } from '../../../manifest/process-calls';
import { Pods } from '../../../manifest/references/pods';
import { Check, SystemProblem } from '../../engine/check';

const example = (argument: string) => together(
  podYaml(`containers: [{name: db, image: "mongo:7.0.15", command: [mongod, --replSet, rs0${argument}]}]`),
  objectYaml('v1', 'Service', 'db', 'spec: {clusterIP: None, selector: {app: web}, ports: [{port: 27017}]}'));

export const listensOnLoopback: Check = {
  id: 'listens-on-loopback',
  why: 'a server that listens on 127.0.0.1 alone is reached from its own pod, and from nowhere else. mongod does so unless it is told otherwise. The entry point of its image tells it; a command takes the place of this entry point, and then nobody outside the container reaches the database',
  severity: 'warning',
  run: function* (inventory, { references }) {
    const routed = once(() => new Set<Pods>(references.selectionsFor('routes to').flatMap(({ selector, namespaces }) => references.pods.select(selector, namespaces[0]))));
    for (const pods of references.pods.all) {
      for (const placed of containersOf(pods.template)) {
        const told = toldByFile(placed, pods, inventory);
        if (told && routed().has(pods)) { yield told; }
        if (isMosquittoAlone(placed.container) && routed().has(pods)) {
          yield {
            object: pods.workload,
            path: `${placed.path}/image`,
            message: `The image '${textOf(placed.container.image)}' of ${titleOf(pods.workload)} has no configuration with a listener: it listens on 127.0.0.1, where no other pod reaches it`,
            fix: "mount a mosquitto.conf at /mosquitto/config with the line 'listener 1883', and with password_file or 'allow_anonymous true'",
          };
        }
        if (hasOwnUrlsOnly(placed.container.image, settingsOf(placed.container)) && routed().has(pods)) {
          yield {
            object: pods.workload,
            path: placed.path,
            message: `The server of ${titleOf(pods.workload)} is told by listen-client-urls to listen on 127.0.0.1, where no other pod reaches it`,
            fix: 'write http://0.0.0.0:2379, or https with certificates, and keep others out by these or by a NetworkPolicy',
          };
        }
        if (!/^mongo(db)?$/.test(imageName(placed.container.image)) || /bitnami/.test(textOf(placed.container.image))) { continue; }
        const call = processCallsOf(placed).find(({ by, namesProgram }) => by === 'container' && namesProgram);
        const words = call && wordsOfServer(call);
        if (!words || words.some(word => /^(--bind_ip|--bind_ip_all|--config|-f|--ipv6)(=|$)/.test(word)) || !routed().has(pods)) { continue; }
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

/** A file of the container that its server reads, with addresses of its own pod alone. */
function toldByFile({ container, path }: PlacedContainer, { workload, template, namespace }: Pods, inventory: Inventory): SystemProblem | undefined {
  if (!mayBeTold(container.image)) { return undefined; }
  const words = [...listOf(container.command), ...listOf(container.args)].map(textOf);
  const volumes = new Map(listOf(template.spec.volumes).map(recordOf).filter(one => (one.configMap ?? one.projected) !== undefined)
    .map(one => [one.name, one]));
  for (const [i, { name, mountPath, subPath }] of listOf(container.volumeMounts).map(recordOf).entries()) {
    const volume = volumes.get(name);
    for (const [file, text] of volume ? filesOfVolume(volume, namespace, inventory) ?? [] : []) {
      const at = subPath ? textOf(mountPath) : `${textOf(mountPath).replace(/\/+$/, '')}/${file}`;
      if (text === undefined || subPath && subPath !== file) { continue; }
      if (leavesAddressesOut(container.image, words, at, text)) {
        return {
          object: workload,
          path: `${path}/volumeMounts/${i}`,
          message: `The server of ${titleOf(workload)} is told by ${at} alone, which has no listen_addresses: it listens on localhost, where no other pod reaches it`,
          fix: "write listen_addresses = '*' in this file, and let a password or a NetworkPolicy keep others out",
        };
      }
      const own = ownPodOnly(container.image, words, at, text);
      if (!own) { continue; }
      return {
        object: workload,
        path: `${path}/volumeMounts/${i}`,
        message: `The server of ${titleOf(workload)} is told by ${at}: '${own.line}'. There no other pod reaches it`,
        fix: `write '${own.open}' in this file, and let a password or a NetworkPolicy keep others out`,
      };
    }
  }
  return undefined;
}

/** What a container is told by arguments and variables. */
function settingsOf({ env, command, args }: Record<string, any>): [name: string, value: string][] {
  const words = [...listOf(command), ...listOf(args)].map(textOf);
  const flags = words.map((word, i): [string, string] => word.includes('=') ? [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)] : [word, words[i + 1] ?? '']);
  return [...flags, ...listOf(env).map(recordOf).map(({ name, value }): [string, string] => [textOf(name), textOf(value)])];
}

/** The words of `mongod` itself, or of the line of a script that starts it; undefined if something else does. */
function wordsOfServer(call: ProcessCall): string[] | undefined {
  if (/(^|\/)mongod$/.test(textOf(call.words[0]))) { return listOf(call.words).map(textOf); }
  const [line] = /(?:^|[\n;&])\s*(?:exec\s+)?(?:\/usr\/bin\/)?mongod\s[^\n;&]*(?:\\\n[^\n;&]*)*/.exec(scriptOf(call)?.text ?? '') ?? [];
  return line === undefined || line.includes('$') ? undefined : line.split(/[\s\\]+/);
}
