import { WEB_WITH_PAGES, podYaml } from './examples';
import { nfsSources } from './nfs-sources';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (server: string) => podYaml(WEB_WITH_PAGES, `volumes: [{name: pages, nfs: {server: "${server}", path: /pages}}]`);

/** The words before the host, and the host. */
const WRITTEN = /^(?:[a-z][a-z0-9+.-]*:\/\/)?([^/\s]*)/i;

export const nfsServerAddress: Check = {
  id: 'nfs-server-address',
  why: 'the node runs mount with `server:path`. A server with a path, a scheme or a blank in it is no host that it can find: the mount fails, and the pod never starts',
  severity: 'error',
  run: function* (_, context) {
    for (const { object, path, server } of nfsSources(context)) {
      if (typeof server !== 'string' || !/[/\s]/.test(server)) { continue; }
      const [, host] = WRITTEN.exec(server.trim()) ?? [];
      yield {
        object,
        path,
        message: `${titleOf(object)} is served by '${server}', which is no host name and no address`,
        fix: `write the host alone${host ? `, server: ${host.replace(/(?<=\w|\]):.*$/, '')},` : ''} and the directory as path`,
      };
    }
  },
  bad: example('10.0.0.5:/exports'),
  good: example('10.0.0.5'),
};
