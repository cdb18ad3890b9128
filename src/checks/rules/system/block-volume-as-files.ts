import { setYaml } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { claimTemplatesOf, containersOf } from '../../../kubernetes/workload';
import { Claims } from '../../../manifest/claims';
import { titleOf } from '../../../manifest/inventory';
import { Pods } from '../../../manifest/references/pods';
import { Check } from '../../engine/check';

const example = (use: string) => setYaml('db', [`containers: [{name: db, image: redis:7.4.1, ${use}}]`],
  'volumeClaimTemplates: [{metadata: {name: disk}, spec: {volumeMode: Block, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]');

export const blockVolumeAsFiles: Check = {
  id: 'block-volume-as-files',
  why: 'a claim with volumeMode: Block is a bare disk, which a container gets in volumeDevices; one with a file system stands in volumeMounts. The other way round no Pod starts',
  run: function* (_, { references, claims }) {
    for (const pods of references.pods.all) {
      const modes = modesOf(pods, claims);
      if (modes.size === 0) { continue; }
      for (const { container, path } of containersOf(pods.template)) {
        for (const [field, wanted] of USES) {
          for (const [i, use] of listOf(container[field]).entries()) {
            const mode = modes.get(recordOf(use).name);
            if (mode === undefined || mode === wanted) { continue; }
            const isBlock = mode === 'Block';
            yield {
              object: pods.workload,
              path: `${path}/${field}/${i}`,
              message: `Container '${textOf(container.name)}' of ${titleOf(pods.workload)} has '${textOf(recordOf(use).name)}' in ${field}, and its claim has volumeMode: ${mode}`,
              fix: isBlock
                ? 'remove volumeMode: Block from the claim, or write the volume into volumeDevices with devicePath'
                : 'write the volume into volumeMounts with mountPath, or volumeMode: Block in the claim',
            };
          }
        }
      }
    }
  },
  bad: example('volumeMounts: [{name: disk, mountPath: /data}]'),
  good: example('volumeDevices: [{name: disk, devicePath: /dev/xvda}]'),
};

const USES: readonly [field: string, mode: string][] = [['volumeMounts', 'Filesystem'], ['volumeDevices', 'Block']];

/** The mode of each claimed volume of the pods that is known. */
function modesOf({ workload, template, namespace }: Pods, claims: Claims): ReadonlyMap<unknown, string> {
  const modeOf = (spec: unknown) => recordOf(spec).volumeMode === 'Block' ? 'Block' : 'Filesystem';
  const modes = new Map<unknown, string>();
  for (const volume of listOf(template.spec.volumes).map(recordOf)) {
    const claim = claims.find(namespace, recordOf(volume.persistentVolumeClaim).claimName);
    if (claim) { modes.set(volume.name, modeOf(claim.spec)); }
  }
  for (const claim of workload.kind === 'StatefulSet' ? claimTemplatesOf(workload) : []) { modes.set(recordOf(recordOf(claim).metadata).name, modeOf(recordOf(claim).spec)); }
  return modes;
}
