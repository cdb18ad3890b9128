import { severityOfNoNames } from './asked-by-name';
import { WEB, objectYaml, together, workloadYaml } from './examples';
import { recordOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (clusterIp: string) => together(
  objectYaml('v1', 'Service', 'web', `spec: {${clusterIp}selector: {app: web}, ports: [{port: 80}]}`),
  workloadYaml('StatefulSet', 'web', [WEB], 'replicas: 3'));

export const headlessService: Check = {
  id: 'headless-service',
  why: 'pods of a StatefulSet get DNS names only from a Service without a cluster IP; '
    + 'and clusterIP cannot be changed later, the Service must be made anew',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const reference of references.ofKind('Service')) {
      const service = references.target(reference);
      if (reference.relation !== 'governed by' || !service || recordOf(service.spec).clusterIP === 'None') { continue; }
      yield {
        object: reference.from,
        path: reference.path,
        severity: severityOfNoNames(reference.from, references.inventory),
        message: `${titleOf(reference.from)} is governed by ${titleOf(service)}, which is not headless, so its pods get no DNS names`,
        fix: `write clusterIP: None in the spec of ${titleOf(service)}, or name a headless Service here`,
      };
    }
  },
  bad: example(''),
  good: example('clusterIP: None, '),
};
