import { objectYaml, podYaml, together } from './examples';
import { imageName } from '../../../kubernetes/image';
import { listOf, textOf } from '../../../kubernetes/manifest';
import { PlacedContainer, containersOf } from '../../../kubernetes/workload';
import { filesInContainer } from '../../../manifest/files-in-container';
import { titleOf } from '../../../manifest/inventory';
import { officialImage } from '../../../manifest/official-image';
import { startsOwnServer } from '../../../manifest/own-server';
import { Check } from '../../engine/check';

const example = (args: string) => together(
  objectYaml('v1', 'ConfigMap', 'cache', 'data: {redis.conf: "maxmemory 100mb"}'),
  podYaml(`containers: [{name: cache, image: "redis:7.4.1", ${args}volumeMounts: [{name: conf, mountPath: /etc/redis}]}]`, 'volumes: [{name: conf, configMap: {name: cache}}]'));

/** A line that a configuration of Redis has. */
const LINE = /^[ \t]*(appendonly|appendfsync|bind|cluster-enabled|databases|dir|maxclients|maxmemory|maxmemory-policy|port|protected-mode|replicaof|requirepass|save|timeout)[ \t]+\S/m;

export const unreadConfiguration: Check = {
  id: 'unread-configuration',
  why: 'the server of these images reads a configuration only if its first argument names the file. A file that is just mounted changes nothing: no password is asked, and nothing is kept on the disk that it says to keep',
  severity: 'warning',
  run: function* (inventory, { references }) {
    for (const pods of references.pods.all) {
      for (const { container, path } of containersOf(pods.template).filter(isAlone)) {
        const file = [...filesInContainer(container, pods, inventory)].find(({ at, text }) => at.endsWith('.conf') && LINE.test(text ?? ''));
        if (!file) { continue; }
        yield {
          object: pods.workload,
          path: `${path}/volumeMounts/${file.mount}`,
          message: `The server of '${textOf(container.image)}' in ${titleOf(pods.workload)} does not read ${file.at}: no argument names it`,
          fix: `write args: [${textOf(container.image).includes('valkey') ? 'valkey' : 'redis'}-server, ${file.at}]`,
        };
      }
    }
  },
  bad: example(''),
  good: example('args: [redis-server, /etc/redis/redis.conf], '),
};

/** True for a server that no argument tells of a file. */
function isAlone({ container, path }: PlacedContainer): boolean {
  return /^(redis|valkey)$/.test(imageName(container.image)) && officialImage(container.image) !== undefined && path.includes('/containers/') && startsOwnServer(container) && !listOf(container.args).some(word => /[/$]|\.conf/.test(textOf(word)));
}
