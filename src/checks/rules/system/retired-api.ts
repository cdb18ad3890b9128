import { objectYaml } from './examples';
import { groupOf, recordOf } from '../../../kubernetes/manifest';
import { groupBy } from '../../../manifest/group-by';
import { titleOf } from '../../../manifest/inventory';
import { RETIRED_APIS } from '../../../manifest/retired-apis';
import { Check } from '../../engine/check';

const example = (version: string) => objectYaml(`cert-manager.io/${version}`, 'Certificate', 'web', 'spec: {secretName: web-tls, dnsNames: [web.example.com], issuerRef: {name: acme, kind: ClusterIssuer}}');

export const retiredApi: Check = {
  id: 'retired-api',
  why: 'programs beside Kubernetes give up old versions of their kinds, too. Where the newer program is, the API server has no such kind any more: "no matches for kind"',
  severity: 'info',
  run: function* (inventory) {
    const defined = new Set(inventory.ofKind('CustomResourceDefinition').map(({ spec }) => recordOf(spec).group));
    for (const object of inventory.manifests) {
      const retired = ROWS.get(object.apiVersion)?.find(({ kinds }) => kinds === undefined || kinds.includes(object.kind));
      // A definition says itself which versions there are.
      if (!retired || defined.has(groupOf(object.apiVersion))) { continue; }
      yield {
        object,
        path: '/apiVersion',
        message: `${titleOf(object)} is of '${object.apiVersion}', which is gone since ${retired.goneIn}`,
        fix: `write apiVersion: ${retired.instead}, unless an older version runs in your cluster`,
      };
    }
  },
  bad: example('v1alpha2'),
  good: example('v1'),
};

const ROWS: ReadonlyMap<string, typeof RETIRED_APIS> = groupBy(RETIRED_APIS, ({ apiVersion }) => apiVersion);
