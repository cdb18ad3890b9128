import { WEB_WITH_PAGES, podYaml } from './examples';
import { listOf, recordOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

/** What the kubelet knows (pkg/volume/emptydir); the API server takes any word. */
const MEDIUM = /^(?:Memory|HugePages(?:-.*)?)?$/;

const example = (medium: string) => podYaml(WEB_WITH_PAGES, `volumes: [{name: pages, emptyDir: {medium: ${medium}}}]`);

export const storageMedium: Check = {
  id: 'storage-medium',
  why: 'the kubelet makes an emptyDir on the disk of the node, in Memory or in HugePages. With any other word the volume is never set up, and the Pod does not start',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      for (const [i, volume] of listOf(template.spec.volumes).entries()) {
        const { medium } = recordOf(recordOf(volume).emptyDir);
        if (typeof medium !== 'string' || MEDIUM.test(medium)) { continue; }
        yield {
          object: workload,
          path: `${template.path}/spec/volumes/${i}/emptyDir/medium`,
          message: `${titleOf(workload)} wants an emptyDir on the medium '${medium}', which no node knows`,
          fix: /^(?:mem|ram|tmpfs)/i.test(medium) ? 'write medium: Memory' : 'write medium: Memory, or remove medium for the disk of the node',
        };
      }
    }
  },
  bad: example('memory'),
  good: example('Memory'),
};
