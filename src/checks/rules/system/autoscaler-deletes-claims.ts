import { DATA, DB_WITH_DATA, objectYaml, setYaml, together } from './examples';
import { claimTemplatesOf, retentionOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (retention: string) => together(
  setYaml('db', [DB_WITH_DATA.replace('redis:7.4.1', '"registry.example.com/db:1.4.2"').replace('volumeMounts', 'resources: {requests: {cpu: 100m}}, volumeMounts')], DATA,
    `persistentVolumeClaimRetentionPolicy: {whenScaled: ${retention}}`),
  objectYaml('autoscaling/v2', 'HorizontalPodAutoscaler', 'db', 'spec: {scaleTargetRef: {apiVersion: apps/v1, kind: StatefulSet, name: db}, minReplicas: 2, maxReplicas: 5}'));

export const autoscalerDeletesClaims: Check = {
  id: 'autoscaler-deletes-claims',
  why: 'with whenScaled: Delete the claims of a pod go with it. An autoscaler takes pods away whenever there is less to do, and with each of them its data',
  severity: 'warning',
  run: function* (inventory, { references }) {
    for (const set of inventory.ofKind('StatefulSet')) {
      if (retentionOf(set).whenScaled !== 'Delete' || claimTemplatesOf(set).length === 0) { continue; }
      const scaling = references.to(set).find(({ relation }) => relation === 'scales');
      if (!scaling) { continue; }
      yield {
        object: set,
        path: '/spec/persistentVolumeClaimRetentionPolicy/whenScaled',
        message: `${titleOf(scaling.from)} scales ${titleOf(set)}, whose claims are deleted with each pod that it takes away`,
        fix: 'write whenScaled: Retain, unless the data of each pod may be lost at any time',
      };
    }
  },
  bad: example('Delete'),
  good: example('Retain'),
};
