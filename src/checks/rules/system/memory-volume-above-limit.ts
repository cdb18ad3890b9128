import { podYaml } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { parseQuantity } from '../../../kubernetes/quantity';
import { mountsOfVolume } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (size: string) => podYaml(
  'containers: [{name: web, image: httpd:2.4.62, resources: {limits: {memory: 512Mi}}, volumeMounts: [{name: ram, mountPath: /ram}]}]',
  `volumes: [{name: ram, emptyDir: {medium: Memory, sizeLimit: ${size}}}]`);

export const memoryVolumeAboveLimit: Check = {
  id: 'memory-volume-above-limit',
  why: 'the files of an emptyDir in memory count as memory of the container that writes them. Where the volume may be larger than the limit of the container, '
    + 'the container is killed (OOMKilled) before the volume is full',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      for (const [i, { name, emptyDir }] of listOf(template.spec.volumes).map(recordOf).entries()) {
        const { medium, sizeLimit } = recordOf(emptyDir);
        const size = medium === 'Memory' ? parseQuantity(sizeLimit) : undefined;
        if (size === undefined) { continue; }
        const mounts = mountsOfVolume(template, name);
        const limits = mounts.map(({ container }) => parseQuantity(recordOf(recordOf(container.resources).limits).memory));
        if (limits.length === 0 || limits.some(limit => limit === undefined || limit >= size)) { continue; }
        const { container } = mounts[0];
        yield {
          object: workload,
          path: `${template.path}/spec/volumes/${i}/emptyDir/sizeLimit`,
          message: `Volume '${textOf(name)}' of ${titleOf(workload)} may hold ${textOf(sizeLimit)} of memory, and container '${textOf(container.name)}' has ${textOf(container.resources.limits.memory)} for all it does`,
          fix: 'write a sizeLimit below the limit of memory, or a limit that has room for the volume and the program',
        };
      }
    }
  },
  bad: example('2Gi'),
  good: example('256Mi'),
};
