import { objectYaml, together } from './examples';
import { Manifest, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const REWRITE = 'nginx.ingress.kubernetes.io/rewrite-target';

const example = (path: string) => together(
  objectYaml('networking.k8s.io/v1', 'Ingress', 'web',
    `spec: {rules: [{http: {paths: [{path: ${path}, pathType: ImplementationSpecific, backend: {service: {name: web, port: {number: 80}}}}]}}]}`)
    .replace('{name: web}', `{name: web, annotations: {${REWRITE}: /$2}}`),
  objectYaml('v1', 'Service', 'web', 'spec: {clusterIP: None, ports: [{port: 80}]}'));

export const rewriteWithoutGroup: Check = {
  id: 'rewrite-without-group',
  why: 'ingress-nginx puts the groups of the path in for $1, $2 and so on. Where the path has no such group nothing is put in, and each request asks the program for the same page',
  severity: 'warning',
  run: function* (inventory) {
    for (const ingress of inventory.ofKind('Ingress')) {
      const target = textOf(recordOf(ingress.metadata?.annotations)[REWRITE]);
      const wanted = Math.max(0, ...[...target.matchAll(/\$(\d)/g)].map(([, number]) => Number(number)));
      if (wanted === 0) { continue; }
      for (const { path, at } of pathsOf(ingress)) {
        const groups = groupsIn(path);
        if (groups >= wanted) { continue; }
        yield {
          object: ingress,
          path: at,
          message: `${titleOf(ingress)} rewrites to '${target}', and the path '${path}' has ${groups === 0 ? 'no group' : `${groups} group${groups === 1 ? '' : 's'}`}: $${wanted} is empty`,
          fix: wanted === 2 && groups === 0 ? `write path: ${path.replace(/\/+$/, '')}(/|$)(.*) with pathType: ImplementationSpecific` : 'put what is to stay into brackets, or move the path to another Ingress',
        };
      }
    }
  },
  bad: example('/api'),
  good: example('/api(/|$)(.*)'),
};

function pathsOf({ spec }: Manifest): { readonly path: string; readonly at: string }[] {
  return listOf(recordOf(spec).rules).flatMap((rule, i) => listOf(recordOf(recordOf(rule).http).paths)
    .map((entry, k) => ({ path: textOf(recordOf(entry).path), at: `/spec/rules/${i}/http/paths/${k}/path` }))).filter(({ path }) => path.startsWith('/'));
}

/** Round brackets that keep what they match. */
function groupsIn(path: string): number {
  return path.replace(/\\./g, '').match(/\((?!\?)/g)?.length ?? 0;
}
