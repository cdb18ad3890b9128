import { podYaml } from './examples';
import { textOf } from '../../../kubernetes/manifest';
import { containersOf } from '../../../kubernetes/workload';
import { goneImage as goneImageOf } from '../../../manifest/gone-images';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (image: string) => podYaml(`containers: [{name: db, image: "${image}", resources: {}}]`);

export const goneImage: Check = {
  id: 'gone-image',
  why: 'an image that was taken away starts only on nodes that have it already: everywhere else it cannot be pulled (ImagePullBackOff)',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      for (const { container, path } of containersOf(template)) {
        const gone = goneImageOf(container.image);
        if (!gone) { continue; }
        yield {
          object: workload,
          path: `${path}/image`,
          message: `The image '${textOf(container.image)}' of ${titleOf(workload)} is not in its registry any more since ${gone.since}`,
          fix: gone.instead,
        };
      }
    }
  },
  bad: example('bitnami/nginx:1.27.3'),
  good: example('docker.io/bitnamilegacy/nginx:1.27.3'),
};
