import { listOf, recordOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (path: string) => `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec:
  rules: [{http: {paths: [{path: ${path}, pathType: Prefix, backend: {resource: {apiGroup: example.com, kind: Bucket, name: web}}}]}}]
`;

export const wildcardPath: Check = {
  id: 'wildcard-path',
  why: 'with pathType Prefix or Exact a path is compared letter by letter: * is a star, and requests without a star in their path find nothing',
  severity: 'warning',
  run: function* (inventory) {
    for (const ingress of inventory.ofKind('Ingress')) {
      for (const [i, rule] of listOf(recordOf(ingress.spec).rules).entries()) {
        for (const [j, value] of listOf(recordOf(recordOf(rule).http).paths).entries()) {
          const { path, pathType } = recordOf(value);
          if (typeof path !== 'string' || !path.includes('*') || pathType !== 'Prefix' && pathType !== 'Exact') { continue; }
          const plain = /^[^*]*(?=\/\*$)/.exec(path)?.[0];
          yield {
            object: ingress,
            path: `/spec/rules/${i}/http/paths/${j}/path`,
            message: `${titleOf(ingress)} has the path '${path}' with pathType ${pathType}, where * stands for itself alone`,
            fix: plain === undefined
              ? 'write pathType: ImplementationSpecific if the controller knows such patterns, or a path without *'
              : `write path: ${plain || '/'} with pathType: Prefix, which means all paths below it`,
          };
        }
      }
    }
  },
  bad: example('/api/*'),
  good: example('/api'),
};
