import { objectYaml, together } from './examples';
import { recordOf, textOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { isPlaced, namespaceOf, titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const ANNOTATION = 'traefik.ingress.kubernetes.io/router.middlewares';
const PROVIDER = '@kubernetescrd';

const example = (name: string) => together(
  objectYaml('traefik.io/v1alpha1', 'Middleware', 'strip', 'spec: {stripPrefix: {prefixes: [/api]}}').replace('{name: strip}', '{name: strip, namespace: shop}'),
  objectYaml('networking.k8s.io/v1', 'Ingress', 'web', 'spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}').replace('{name: web}', `{name: web, namespace: shop, annotations: {${ANNOTATION}: ${name}${PROVIDER}}}`),
  objectYaml('v1', 'Namespace', 'shop'),
  objectYaml('v1', 'Service', 'web', 'spec: {type: ExternalName, externalName: web.example.com}').replace('{name: web}', '{name: web, namespace: shop}'));

export const middlewareName: Check = {
  id: 'middleware-name',
  why: 'Traefik gives a Middleware the name NAMESPACE-NAME@kubernetescrd. An Ingress that names one that is not there answers every request with 404',
  severity: 'warning',
  run: function* (inventory) {
    const middlewares = inventory.ofKind('Middleware').filter(({ apiVersion }) => /^traefik\./.test(textOf(apiVersion)));
    if (middlewares.length === 0) { return; }
    const full = new Set(middlewares.map(one => `${namespaceOf(one)}-${one.metadata?.name}`));
    const byName = new Map(middlewares.map(one => [textOf(one.metadata?.name), one]));
    for (const object of inventory.ofKind('Ingress')) {
      for (const word of textOf(recordOf(object.metadata?.annotations)[ANNOTATION]).split(',').map(one => one.trim())) {
        const name = word.endsWith(PROVIDER) ? word.slice(0, -PROVIDER.length) : undefined;
        const middleware = name === undefined || full.has(name) ? undefined : byName.get(name);
        if (!middleware) { continue; }
        const namespace = isPlaced(middleware) ? namespaceOf(middleware) : undefined;
        yield {
          object,
          path: pointer('metadata', 'annotations', ANNOTATION),
          message: `${titleOf(object)} names the middleware '${word}', and that of ${titleOf(middleware)} begins with its namespace: '${namespace ?? '<namespace>'}-${name}${PROVIDER}'`,
          fix: `write ${namespace ?? '<namespace>'}-${name}${PROVIDER}`,
        };
      }
    }
  },
  bad: example('strip'),
  good: example('shop-strip'),
};
