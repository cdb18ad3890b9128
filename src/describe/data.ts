import { Sentence } from './description';
import { Facts } from './facts';
import { UsedClaim, emptyDirs, hostPaths, pathsOf, usedClaims } from './pod-volumes';
import { enumeratedShort, titled } from './words';
import { isRecord, listOf, recordOf, textOf } from '../kubernetes/manifest';
import { replicasOf } from '../kubernetes/workload';
import { accessModesOf, requestedSize } from '../manifest/claims';
import { officialImage } from '../manifest/official-image';
import { Pods } from '../manifest/references/pods';

/** Where each pod's data lies, and what is kept nowhere. */
export function whereDataIs(pods: Pods, facts: Facts): Sentence[] {
  const claims = usedClaims(pods, facts);
  const sentences = [
    ...claims.flatMap(used => claimed(used, pods, facts)),
    ...direct(pods),
    ...scratch(pods),
    ...uncovered(pods),
  ];
  const isKept = claims.length > 0 || listOf(pods.template.spec.volumes).some(volume => ['nfs', 'hostPath', 'csi', 'ephemeral'].some(type => recordOf(volume)[type] !== undefined));
  return isKept ? sentences : [{ text: 'Its pods have no volume that outlives them: whatever they write is gone with the pod.' }, ...sentences];
}

const MODES: Readonly<Record<string, string>> = {
  ReadWriteOnce: 'ReadWriteOnce, on one node at a time',
  ReadWriteMany: 'ReadWriteMany, on many nodes at once',
  ReadOnlyMany: 'ReadOnlyMany, read only on many nodes',
  ReadWriteOncePod: 'ReadWriteOncePod, in one pod at a time',
};

function claimed({ names, isOwn, claim, storage, mountPath, example }: UsedClaim, pods: Pods, facts: Facts): Sentence[] {
  const at = mountPath === '' ? 'mounted nowhere' : `at ${mountPath}`;
  if (!claim || !storage) {
    return [{
      text: `All pods use PersistentVolumeClaim ${names}, ${at}. It is not among the manifests: size and place are not known from the manifests.`,
      human: `Before the first start: make sure that PersistentVolumeClaim ${pods.namespace}/${names} exists.`,
    }];
  }
  const size = [textOf(requestedSize({ spec: claim.spec })), ...accessModesOf(claim.spec).map(mode => MODES[mode] ?? mode)].filter(text => text !== '').join(', ');
  const many = replicasOf(pods.workload) > 1 || pods.workload.kind === 'DaemonSet';
  const maker = !isOwn && claim.from.kind === 'StatefulSet' ? `, which ${titled(claim.from)} makes` : '';
  const none = replicasOf(pods.workload) === 0;
  const who = none && isOwn ? `Scaled up, each pod has a claim of its own ${at}, such as ${example}` : isOwn ? many ? `Each pod has a claim of its own ${at}: ${names}` : `The pod has claim ${names} ${at}` : `${many ? 'All pods share' : 'The pod uses'} claim ${names} ${at}${maker}`;
  const place = isOwn && many && storage.where.includes(example) ? `The data of ${example}, for one, lies in ${storage.where}.` : `The data lies in ${storage.where}.`;
  const sharers = isOwn ? [] : sharersOf(names, pods, facts);
  return [{ text: `${who} (${size}). ${place}` }, ...sharers, ...makers(storage)];
}

/** Other workloads that write to the same claim. */
function sharersOf(name: string, { workload, namespace }: Pods, { references }: Facts): Sentence[] {
  const others = references.ofKind('PersistentVolumeClaim').filter(({ relation, from, ...claim }) =>
    relation === 'mounts' && from !== workload && claim.name === name && claim.namespace === namespace);
  return others.length === 0 ? [] : [{ text: `Claim ${name} is also used by ${enumeratedShort([...new Set(others.map(({ from }) => titled(from)))])}.` }];
}

function makers({ isMade, maker, server }: NonNullable<UsedClaim['storage']>): Sentence[] {
  if (!isMade || !maker) { return []; }
  return [{ text: `${titled(maker)} makes the volumes${server === undefined ? '' : ` on NFS server ${server}`}: while it does not run, new claims wait, and existing ones go on.` }];
}

function direct({ template, workload }: Pods): Sentence[] {
  const paths = pathsOf(template);
  const isOne = replicasOf(workload) === 1 && workload.kind !== 'DaemonSet';
  const at = (name: unknown) => paths.get(textOf(name)) ?? 'nowhere';
  return listOf(template.spec.volumes).map(recordOf).flatMap(({ name, nfs, ephemeral }) => [
    ...isRecord(nfs) ? [{ text: `${isOne ? 'The pod has' : 'All pods share'} directory ${textOf(nfs.path)} of NFS server ${textOf(nfs.server)}, mounted at ${at(name)}${nfs.readOnly === true ? ', read only' : ''}.` }] : [],
    ...isRecord(ephemeral) ? [{ text: `Each pod gets a new, empty volume at ${at(name)}, which is deleted with the pod.` }] : [],
  ]).concat(hostPaths(template).map(({ name, hostPath }) => ({
    text: `Each pod sees directory ${textOf(hostPath.path)} of its node at ${at(name)}${workload.kind === 'DaemonSet' ? '' : ': it stays on that node and does not follow the pod'}.`,
  })));
}

function scratch({ template }: Pods): Sentence[] {
  const paths = pathsOf(template);
  const [disk, memory] = [false, true].map(inMemory => emptyDirs(template).filter(({ emptyDir }) => (recordOf(emptyDir).medium === 'Memory') === inMemory)
    .map(({ name }) => paths.get(textOf(name)) ?? '').filter(path => path !== ''));
  return [
    ...disk.length === 0 ? [] : [{ text: `What is written to ${enumeratedShort(disk)} is gone with the pod (emptyDir).` }],
    ...memory.length === 0 ? [] : [{ text: `What is written to ${enumeratedShort(memory)} is kept in memory and is gone with the pod (emptyDir).` }],
  ];
}

/** Images that are known to write their data where no volume is. */
function uncovered({ template }: Pods): Sentence[] {
  return listOf(template.spec.containers).map(recordOf).flatMap(({ image, volumeMounts, env, args, command }) => {
    const data = officialImage(image)?.data;
    // A command or a file may name another directory.
    const isTold = [args, command].some(words => listOf(words).length > 0)
      || listOf(template.spec.volumes).map(recordOf).some(({ configMap, projected }) => isRecord(configMap) || isRecord(projected));
    const mounts = listOf(volumeMounts).map(mount => textOf(recordOf(mount).mountPath).replace(/\/+$/, ''));
    const isElsewhere = (data?.settings ?? []).some(setting => listOf(env).some(variable => recordOf(variable).name === setting));
    const isCovered = mounts.some(path => data !== undefined && (data.directory === path || data.directory.startsWith(`${path}/`) || path.startsWith(`${data.directory}/`)));
    if (!data || isTold || isElsewhere || isCovered) { return []; }
    return [{
      text: `${textOf(image)} by itself writes its data to ${data.directory}, where no volume is: it is gone with the container.`,
      human: `Before data matters: mount a volume at ${data.volume ?? data.directory}.`,
    }];
  });
}
