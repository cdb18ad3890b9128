import { podYaml } from './examples';
import { nfsSources } from './nfs-sources';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

/** A name that only the DNS of the cluster knows. */
const CLUSTER_NAME = /\.svc(\.[a-z0-9.-]+)?\.?$/;

const example = (server: string) => podYaml(
  'containers: [{name: web, image: httpd:2.4.62, volumeMounts: [{name: pages, mountPath: /pages}]}]',
  `volumes: [{name: pages, nfs: {server: ${server}, path: /pages}}]`);

export const nfsServerName: Check = {
  id: 'nfs-server-name',
  why: 'the node mounts an NFS volume, and asks its own DNS for the server, which knows no names of Services: the mount fails, and the pod never starts',
  severity: 'warning',
  run: function* (_, context) {
    for (const { object, path, server } of nfsSources(context)) {
      if (typeof server !== 'string' || !CLUSTER_NAME.test(server)) { continue; }
      yield {
        object,
        path,
        message: `${titleOf(object)} is served by '${server}', which is a name in the DNS of the cluster, and the node does not ask that one`,
        fix: 'write the cluster IP of the Service, which must be fixed in its spec.clusterIP, or a name that the nodes know',
      };
    }
  },
  bad: example('nfs.storage.svc.cluster.local'),
  good: example('nfs.example.com'),
};
