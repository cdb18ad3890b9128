import { together } from './examples';
import { Manifest, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { identityOf, titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const ingress = (name: string, path: string) => `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: ${name}}
spec:
  rules: [{host: web.example.com, http: {paths: [{path: ${path}, pathType: Prefix, backend: {resource: {apiGroup: example.com, kind: Bucket, name: ${name}}}}]}}]
`;

export const duplicateRoute: Check = {
  id: 'duplicate-route',
  why: 'of two rules for one host and path only one gets the requests, and which one differs from controller to controller; that of ingress-nginx refuses the second',
  severity: 'warning',
  run: function* (inventory) {
    const known = new Map<string, Manifest>();
    for (const object of inventory.ofKind('Ingress')) {
      if (isSecondOnPurpose(object)) { continue; }
      for (const { key, host, path, at } of routesOf(object)) {
        const first = known.get(key);
        if (!first) { known.set(key, object); continue; }
        // An object that is given twice is told as such.
        if (first !== object && identityOf(first) === identityOf(object)) { continue; }
        yield {
          object,
          path: at,
          message: `${titleOf(object)} routes '${host || '*'}${path}', which ${first === object ? 'it routes already' : `${titleOf(first)} routes, too`}`,
          fix: 'remove one of the two, or write another host or path',
        };
      }
    }
  },
  bad: together(ingress('a', '/'), ingress('b', '/')),
  good: together(ingress('a', '/'), ingress('b', '/b')),
};

/** A canary takes a part of the requests; ALB merges the rules of a group. */
function isSecondOnPurpose({ metadata }: Manifest): boolean {
  return Object.keys(recordOf(metadata?.annotations)).some(key => /\/canary$|^alb\.ingress\.kubernetes\.io\/|\/mergeable-ingress-type$/.test(key));
}

/** Their controllers make a load balancer for each Ingress. */
const CLASSES_WITH_OWN_ADDRESS: ReadonlySet<unknown> = new Set(['alb', 'gce', 'gce-internal', 'tailscale']);

interface Route {
  readonly key: string;
  readonly host: string;
  readonly path: string;
  readonly at: string;
}

function routesOf({ metadata, spec }: Manifest): Route[] {
  const { ingressClassName = recordOf(metadata?.annotations)['kubernetes.io/ingress.class'], rules } = recordOf(spec);
  if (CLASSES_WITH_OWN_ADDRESS.has(ingressClassName)) { return []; }
  return listOf(rules).flatMap((rule, i) => listOf(recordOf(recordOf(rule).http).paths).map(recordOf).map(({ path, pathType }, j) => {
    const host = textOf(recordOf(rule).host);
    return { key: JSON.stringify([ingressClassName, host, path, pathType]), host, path: textOf(path), at: `/spec/rules/${i}/http/paths/${j}/path` };
  }));
}
