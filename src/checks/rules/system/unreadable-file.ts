import { objectYaml, podYaml, together } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { PodTemplate, containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

/** A digit for the group and one for all others: 4 and more is to read. */
const READ = 4;

const example = (context: string) => together(
  podYaml(`securityContext: {runAsUser: 1000${context}}`, 'containers: [{name: web, image: httpd:2.4.62, volumeMounts: [{name: key, mountPath: /key}]}]',
    'volumes: [{name: key, secret: {secretName: key, defaultMode: 256}}]'),
  objectYaml('v1', 'Secret', 'key', 'stringData: {key: change-me}'));

export const unreadableFile: Check = {
  id: 'unreadable-file',
  why: 'the files of Secrets and ConfigMaps belong to root. With a mode for their owner alone another user cannot read them, unless fsGroup gives them to a group',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      const closed = closedVolumes(template);
      if (closed.size === 0) { continue; }
      for (const { container } of containersOf(template)) {
        const reader = readerOf(container, template);
        for (const mount of reader === undefined ? [] : listOf(container.volumeMounts)) {
          const { path, mode, isForGroup } = closed.get(recordOf(mount).name) ?? {};
          if (path === undefined || isForGroup && reader!.mayBeGroupRoot) { continue; }
          yield {
            object: workload,
            path,
            message: `Files with the mode ${mode} belong to root, and container '${textOf(container.name)}' of ${titleOf(workload)} runs as user ${reader!.user}: it cannot read them`,
            fix: `write fsGroup: ${reader!.user} in the security context of the pod: the files become readable by this group`,
          };
        }
      }
    }
  },
  bad: example(''),
  good: example(', fsGroup: 1000'),
};

interface Closed {
  readonly path: string;
  readonly mode: string;
  readonly isForGroup: boolean;
}

/** Volumes with files that not all may read, by their name. */
function closedVolumes({ spec, path }: PodTemplate): Map<unknown, Closed> {
  return new Map(listOf(spec.volumes).map(recordOf).flatMap(({ name, secret, configMap, projected }, i): [unknown, Closed][] => {
    const [field, source] = Object.entries({ secret, configMap, projected }).find(([, one]) => one !== undefined) ?? [];
    const { defaultMode, items, sources } = recordOf(source);
    // A token is given to the user of the container, whatever the mode.
    const isOfToken = sources !== undefined && !listOf(sources).map(recordOf).some(one => one.secret ?? one.configMap);
    if (field === undefined || isOfToken) { return []; }
    const at = `${path}/spec/volumes/${i}/${field}`;
    const modes = [
      ...listOf(items).map((item, k) => ({ mode: recordOf(item).mode, at: `${at}/items/${k}/mode` })),
      ...listOf(items).length > 0 && listOf(items).every(item => recordOf(item).mode !== undefined) ? [] : [{ mode: defaultMode, at: `${at}/defaultMode` }],
    ];
    const closed = modes.find(one => typeof one.mode === 'number' && one.mode % 8 < READ);
    return closed ? [[name, { path: closed.at, mode: `0${closed.mode.toString(8)}`, isForGroup: Math.floor(closed.mode / 8) % 8 >= READ }]] : [];
  }));
}

interface Reader {
  readonly user: number;
  readonly mayBeGroupRoot: boolean;
}

/** Who reads the files, if it is known that it is not root and has no group in common with them. */
function readerOf({ securityContext }: Record<string, any>, { spec }: PodTemplate): Reader | undefined {
  const [own, ofPod] = [recordOf(securityContext), recordOf(spec.securityContext)];
  const user = own.runAsUser ?? ofPod.runAsUser;
  const mayReadAll = own.privileged === true || listOf(recordOf(own.capabilities).add).some(one => /^(CAP_)?(ALL|DAC_)/.test(textOf(one)));
  if (typeof user !== 'number' || user === 0 || ofPod.fsGroup !== undefined || mayReadAll) { return undefined; }
  const group = own.runAsGroup ?? ofPod.runAsGroup ?? 0;
  return { user, mayBeGroupRoot: group === 0 || listOf(ofPod.supplementalGroups).includes(0) };
}
