import { claimYaml, podYaml, together } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { officialImage } from '../../../manifest/official-image';
import { Check } from '../../engine/check';

const example = (rest: string) => together(claimYaml('data', 'accessModes: [ReadWriteOnce]'), podYaml(
  `containers: [{name: db, image: "redis:7.4.1", volumeMounts: [{name: data, mountPath: /data${rest}}]}]`, 'volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]'));

export const readOnlyData: Check = {
  id: 'read-only-data',
  why: 'a database writes to its data directory as soon as it starts, also if nobody changes anything. With a volume that is mounted to be read only it ends with an error',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      const volumes = listOf(template.spec.volumes).map(recordOf).filter(volume => recordOf(volume.persistentVolumeClaim).readOnly === true);
      const readOnly = new Set(volumes.map(({ name }) => name));
      for (const { container, path } of containersOf(template)) {
        const { directory } = officialImage(container.image)?.data ?? {};
        if (directory === undefined || container.command !== undefined) { continue; }
        for (const [i, mount] of listOf(container.volumeMounts).map(recordOf).entries()) {
          const isData = textOf(mount.mountPath).replace(/\/+$/, '') === directory;
          if (!isData || mount.readOnly !== true && !readOnly.has(mount.name)) { continue; }
          yield {
            object: workload,
            path: `${path}/volumeMounts/${i}${mount.readOnly === true ? '/readOnly' : ''}`,
            message: `The image '${container.image}' of ${titleOf(workload)} writes to ${directory}, and its volume is mounted there to be read only`,
            fix: `remove readOnly: true${mount.readOnly === true ? '' : ' from the volume'}`,
          };
        }
      }
    }
  },
  bad: example(', readOnly: true'),
  good: example(''),
};
