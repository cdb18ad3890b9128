import { objectYaml } from './examples';
import { recordOf } from '../../../kubernetes/manifest';
import { once } from '../../../kubernetes/once';
import { pointer } from '../../../kubernetes/pointer';
import { INGRESS_NGINX, INGRESS_NGINX_ANNOTATIONS } from '../../../manifest/ingress-annotations';
import { titleOf } from '../../../manifest/inventory';
import { closest } from '../../../reports/did-you-mean';
import { Check } from '../../engine/check';

const example = (name: string) => objectYaml('networking.k8s.io/v1', 'Ingress', 'web', 'spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}')
  .replace('{name: web}', `{name: web, annotations: {${INGRESS_NGINX}${name}: "10m"}}`)
  + '---\n' + objectYaml('v1', 'Service', 'web', 'spec: {ports: [{port: 80}]}');

export const misspeltIngressAnnotation: Check = {
  id: 'misspelt-ingress-annotation',
  why: 'Ingress NGINX ignores an annotation that it does not know, without a word: what it should change stays as it is',
  severity: 'warning',
  run: function* (inventory) {
    for (const object of inventory.ofKind('Ingress')) {
      for (const annotation of Object.keys(recordOf(object.metadata?.annotations))) {
        const name = annotation.startsWith(INGRESS_NGINX) ? annotation.slice(INGRESS_NGINX.length) : undefined;
        const meant = name === undefined ? undefined : meantBy(name);
        if (meant === undefined) { continue; }
        yield {
          object,
          path: pointer('metadata', 'annotations', annotation),
          message: `Ingress NGINX knows no annotation '${name}' (${titleOf(object)}); did you mean '${meant}'?`,
          fix: `write ${INGRESS_NGINX}${meant}`,
        };
      }
    }
  },
  bad: example('proxy-body-sise'),
  good: example('proxy-body-size'),
};

const known = once((): ReadonlySet<string> => new Set(INGRESS_NGINX_ANNOTATIONS));

/** A newer version may know more: only a name that differs by a letter, or by its dashes, is taken for a slip. */
function meantBy(name: string): string | undefined {
  if (known().has(name)) { return undefined; }
  const letters = (word: string) => word.toLowerCase().replace(/[^a-z0-9]/g, '');
  return INGRESS_NGINX_ANNOTATIONS.find(one => letters(one) === letters(name)) ?? closest(name, INGRESS_NGINX_ANNOTATIONS, 1);
}
