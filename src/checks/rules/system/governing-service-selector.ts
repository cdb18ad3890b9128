import { DB, WEB, objectYaml, together, workloadYaml } from './examples';
import { describeSelector } from './selecting';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (app: string) => together(
  objectYaml('v1', 'Service', 'db', `spec: {clusterIP: None, selector: {app: ${app}}, ports: [{port: 3306}]}`),
  workloadYaml('StatefulSet', 'db', [DB]),
  workloadYaml('Deployment', 'other', [WEB]));

export const governingServiceSelector: Check = {
  id: 'governing-service-selector',
  why: 'a pod of a StatefulSet gets its DNS name only if the Service that serviceName names selects it',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const reference of references.ofKind('Service')) {
      const service = references.target(reference);
      if (reference.relation !== 'governed by' || !service) { continue; }
      const pods = references.pods.of(reference.from);
      const [selection] = references.selectionsOf(service);
      if (!pods || !selection || references.selects(selection, pods)) { continue; }
      yield {
        object: reference.from,
        path: reference.path,
        message: `${titleOf(reference.from)} is governed by ${titleOf(service)}, whose selector ${describeSelector(selection.selector)} `
          + 'does not match the labels of its pods, so they get no DNS names',
        fix: `write the labels of the pod template in the selector of ${titleOf(service)}`,
      };
    }
  },
  bad: example('other'),
  good: example('db'),
};
