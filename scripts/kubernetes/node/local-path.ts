import { LOCAL_PATH_IMAGE } from './provisioner-images';
import { Cluster } from '../cluster';

/** Its helper pods make and delete folders with the shell of this one. */
const HELPER_IMAGE = 'busybox:1.36.1';
const NAMESPACE = 'local-path-storage';
const NAME = 'local-path-provisioner';
const CONFIG = 'local-path-config';
const CONFIG_PATH = '/etc/local-path';
const PROVISIONER = 'rancher.io/local-path';
/** Folder of a node's own disk: another node does not reach it. */
export const LOCAL_PATH_FOLDER = '/var/lib/local-path';
const SECONDS = 120;

/** Its class, which is there as soon as it runs. */
export const LOCAL_PATH_CLASS = 'local-path';

/** Starts local-path-provisioner in a cluster with real nodes: claims of its class get folders on the disk of the node where their pod is. */
export async function addLocalPath(cluster: Cluster): Promise<void> {
  const { kubectl } = cluster;
  cluster.load([LOCAL_PATH_IMAGE, HELPER_IMAGE]);
  await kubectl.apply(localPathObjects());
  await kubectl.run(['rollout', 'status', '-n', NAMESPACE, `deployment/${NAME}`, `--timeout=${SECONDS}s`]);
}

/** A class of it, as its own manifests have one: volumes cannot grow, and are where their first pod is. */
export function localPathClass(name: string, fields: object = {}) {
  return {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name },
    provisioner: PROVISIONER,
    volumeBindingMode: 'WaitForFirstConsumer',
    reclaimPolicy: 'Delete',
    ...fields,
  };
}

const named = { name: NAME, namespace: NAMESPACE };
const RBAC = 'rbac.authorization.k8s.io';
const READ = ['get', 'list', 'watch'];
const WRITE = [...READ, 'create', 'patch', 'update', 'delete'];
const ACCOUNT = { kind: 'ServiceAccount', ...named };

/** With the rights that its own manifests give it, and no others. */
const localPathObjects = () => [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } },
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: named },
  { apiVersion: `${RBAC}/v1`, kind: 'Role', metadata: named, rules: [{ apiGroups: [''], resources: ['pods'], verbs: WRITE }] },
  {
    apiVersion: `${RBAC}/v1`,
    kind: 'ClusterRole',
    metadata: { name: NAME },
    rules: [
      { apiGroups: [''], resources: ['nodes', 'persistentvolumeclaims', 'configmaps', 'pods', 'pods/log'], verbs: READ },
      { apiGroups: [''], resources: ['persistentvolumes'], verbs: WRITE },
      { apiGroups: [''], resources: ['events'], verbs: ['create', 'patch'] },
      { apiGroups: ['storage.k8s.io'], resources: ['storageclasses'], verbs: READ },
    ],
  },
  { apiVersion: `${RBAC}/v1`, kind: 'RoleBinding', metadata: named, roleRef: { apiGroup: RBAC, kind: 'Role', name: NAME }, subjects: [ACCOUNT] },
  { apiVersion: `${RBAC}/v1`, kind: 'ClusterRoleBinding', metadata: { name: NAME }, roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: NAME }, subjects: [ACCOUNT] },
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: CONFIG, namespace: NAMESPACE }, data: configuration },
  localPathClass(LOCAL_PATH_CLASS),
  deployment(),
];

const configuration = {
  'config.json': JSON.stringify({ nodePathMap: [{ node: 'DEFAULT_PATH_FOR_NON_LISTED_NODES', paths: [LOCAL_PATH_FOLDER] }] }),
  // Pods write as users of their own, and no group is given a folder of the node.
  'setup': '#!/bin/sh\nset -eu\nmkdir -m 0777 -p "$VOL_DIR"\n',
  'teardown': '#!/bin/sh\nset -eu\nrm -rf "$VOL_DIR"\n',
  'helperPod.yaml': JSON.stringify({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'helper-pod' },
    spec: { containers: [{ name: 'helper-pod', image: HELPER_IMAGE, imagePullPolicy: 'IfNotPresent' }] },
  }),
};

function deployment() {
  const labels = { app: NAME };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: named,
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          serviceAccountName: NAME,
          containers: [{
            name: NAME,
            image: LOCAL_PATH_IMAGE,
            args: ['start', `--config=${CONFIG_PATH}/config.json`, `--configmap-name=${CONFIG}`, `--namespace=${NAMESPACE}`, `--service-account-name=${NAME}`],
            volumeMounts: [{ name: 'config', mountPath: CONFIG_PATH }],
          }],
          volumes: [{ name: 'config', configMap: { name: CONFIG } }],
        },
      },
    },
  };
}
