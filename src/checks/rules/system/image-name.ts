import { podYaml } from './examples';
import { IMAGE_REFERENCE } from '../../../kubernetes/formats/image';
import { fillIn } from '../../../kubernetes/placeholder';
import { containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

export const imageName: Check = {
  id: 'image-name',
  why: 'the server takes nearly any text as an image; a container whose image no kubelet can parse never starts (InvalidImageName)',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      for (const { container, path } of containersOf(template)) {
        const { image } = container;
        // Blanks at the ends are refused by the server.
        if (typeof image !== 'string' || image.trim() !== image || image === '' || IMAGE_REFERENCE.fits(image)) { continue; }
        const nearest = IMAGE_REFERENCE.nearest!(image);
        yield {
          object: workload,
          path: `${path}/image`,
          message: `${titleOf(workload)} runs the image '${image}', but an image is ${IMAGE_REFERENCE.mustBe}`,
          fix: fillIn(image) ?? (nearest === undefined ? 'write it like registry.example.com/team/app:1.2.3' : `write ${nearest}`),
        };
      }
    }
  },
  bad: podYaml('containers: [{name: web, image: "https://registry.example.com/httpd:2.4.62"}]'),
  good: podYaml('containers: [{name: web, image: "registry.example.com/httpd:2.4.62"}]'),
};
