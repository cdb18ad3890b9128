import { podYaml } from './examples';
import { IMAGE_REFERENCE } from '../../../kubernetes/formats/image';
import { recordOf } from '../../../kubernetes/manifest';
import { PodTemplate, containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

export const imageTag: Check = {
  id: 'image-tag',
  why: 'an image without a tag, or with latest, is whatever the registry holds when a pod happens to start: '
    + 'members of one cluster run different versions, and a rollback changes nothing',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      for (const { container, path } of containersOf(template)) {
        const tag = tagOf(container.image);
        if (tag !== '' && tag !== 'latest' || isWrittenByIstio(container.image, template)) { continue; }
        yield {
          object: workload,
          path: `${path}/image`,
          message: `${titleOf(workload)} runs the image '${container.image}' ${tag === '' ? 'without a tag, which means latest' : 'by the tag latest'}`,
          fix: 'write the version as tag, such as :2.4.62, or a digest',
        };
      }
    }
  },
  bad: podYaml('containers: [{name: web, image: registry.example.com:5000/httpd}]'),
  good: podYaml('containers: [{name: web, image: "registry.example.com:5000/httpd:2.4.62"}]'),
};

/**
 * Istio writes the image of its proxy where a pod asks for it.
 *
 * @see https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/#customizing-injection
 */
function isWrittenByIstio(image: unknown, { metadata }: PodTemplate): boolean {
  const marks = { ...recordOf(metadata.annotations), ...recordOf(metadata.labels) };
  return image === 'auto' && ('inject.istio.io/templates' in marks || marks['sidecar.istio.io/inject'] === 'true');
}

/** The tag of an image, empty if there is none; undefined for a digest, or if it is no image. */
function tagOf(image: unknown): string | undefined {
  if (typeof image !== 'string' || image.includes('@') || !IMAGE_REFERENCE.fits(image)) { return undefined; }
  const name = image.slice(image.lastIndexOf('/') + 1);
  const colon = name.indexOf(':');
  return colon < 0 ? '' : name.slice(colon + 1);
}
