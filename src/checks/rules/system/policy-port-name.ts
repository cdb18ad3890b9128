import { objectYaml, podYaml, together } from './examples';
import { Manifest, listOf, recordOf } from '../../../kubernetes/manifest';
import { portNamesOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { closest } from '../../../reports/did-you-mean';
import { Check } from '../../engine/check';

const example = (port: string) => together(
  objectYaml('networking.k8s.io/v1', 'NetworkPolicy', 'web', `spec: {podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress], ingress: [{ports: [{port: ${port}}]}]}`),
  podYaml('containers: [{name: web, image: "registry.example.com/web:1.4.2", ports: [{name: http, containerPort: 8080}]}]'));

export const policyPortName: Check = {
  id: 'policy-port-name',
  why: 'a NetworkPolicy finds a port by the name that the containers of the selected pods give it. A name that none of them has, such as that of the Service, opens nothing',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const selection of references.selectionsFor('restricts')) {
      const names = namesIn(selection.from);
      const pods = names.length > 0 ? references.pods.select(selection.selector, selection.namespaces[0]) : [];
      if (pods.length === 0) { continue; }
      const known = new Set(pods.flatMap(({ template }) => portNamesOf(template)).filter(name => typeof name === 'string'));
      for (const { name, path } of names) {
        if (known.has(name)) { continue; }
        const meant = closest(name, known) ?? (known.size === 1 ? [...known][0] : undefined);
        yield {
          object: selection.from,
          path,
          message: `${titleOf(selection.from)} opens the port '${name}', and no container of the pods that it selects has a port of this name`,
          fix: meant === undefined ? 'write the number of the port, or give the port of the container this name' : `write port: ${meant}`,
        };
      }
    }
  },
  bad: example('web'),
  good: example('http'),
};

function namesIn({ spec }: Manifest): { readonly name: string; readonly path: string }[] {
  return listOf(recordOf(spec).ingress).flatMap((rule, i) => listOf(recordOf(rule).ports).map(recordOf).flatMap(({ port }, j) =>
    typeof port === 'string' ? [{ name: port, path: `/spec/ingress/${i}/ports/${j}/port` }] : []));
}
