import { WEB, objectYaml, together, workloadYaml } from './examples';
import { recordOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (kind: string) => together(workloadYaml(kind, 'web', [WEB]),
  objectYaml('v1', 'Service', 'web', 'spec: {internalTrafficPolicy: Local, selector: {app: web}, ports: [{port: 80}]}'));

export const localTrafficOnly: Check = {
  id: 'local-traffic-only',
  why: 'with internalTrafficPolicy: Local a Service sends to pods of the caller\'s own node and to no others. On a node without such a pod every connection is refused, '
    + 'and only a DaemonSet has one on each',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const selection of references.selectionsFor('routes to')) {
      const { internalTrafficPolicy, clusterIP } = recordOf(selection.from.spec);
      if (internalTrafficPolicy !== 'Local' || clusterIP === 'None') { continue; }
      const all = references.pods.select(selection.selector, selection.namespaces[0]);
      const [elsewhere] = all.filter(({ workload }) => ['Deployment', 'StatefulSet'].includes(workload.kind));
      if (!elsewhere || all.some(({ workload }) => workload.kind === 'DaemonSet')) { continue; }
      yield {
        object: selection.from,
        path: '/spec/internalTrafficPolicy',
        message: `${titleOf(selection.from)} sends to pods of the caller's own node alone, and ${titleOf(elsewhere.workload)} has no pod on most nodes`,
        fix: 'remove internalTrafficPolicy; for short ways write trafficDistribution: PreferClose, which goes on to other nodes where it must',
      };
    }
  },
  bad: example('Deployment'),
  good: example('DaemonSet'),
};
