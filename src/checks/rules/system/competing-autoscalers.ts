import { WEB_WITH_CPU, autoscalerYaml, objectYaml, together, workloadYaml } from './examples';
import { Manifest, groupOf, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { namespaceOf, titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

/** The modes in which a VerticalPodAutoscaler changes requests. */
const CHANGES = ['Auto', 'Recreate', 'Initial', 'InPlaceOrRecreate', 'InPlace'];

const example = (mode: string) => together(workloadYaml('Deployment', 'web', [WEB_WITH_CPU]), autoscalerYaml(),
  objectYaml('autoscaling.k8s.io/v1', 'VerticalPodAutoscaler', 'web', `spec: {targetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, updatePolicy: {updateMode: "${mode}"}}`));

export const competingAutoscalers: Check = {
  id: 'competing-autoscalers',
  why: 'a HorizontalPodAutoscaler counts the use in shares of the requests, which a VerticalPodAutoscaler changes: each undoes what the other has done. '
    + 'And KEDA makes a HorizontalPodAutoscaler for each ScaledObject: a second one for the same target stops both',
  severity: 'warning',
  run: function* (inventory) {
    const scaled = new Map(inventory.ofKind('HorizontalPodAutoscaler').map(scaler => [targetOf(scaler, recordOf(scaler.spec).scaleTargetRef), scaler]));
    if (scaled.size === 0) { return; }
    for (const vertical of inventory.ofKind('VerticalPodAutoscaler')) {
      const scaler = scaled.get(targetOf(vertical, recordOf(vertical.spec).targetRef));
      const both = scaler && groupOf(vertical.apiVersion) === 'autoscaling.k8s.io' ? resourcesOfBoth(vertical, scaler) : [];
      if (both.length === 0) { continue; }
      yield {
        object: vertical,
        path: '/spec/updatePolicy/updateMode',
        message: `${titleOf(vertical)} changes the requests of ${both.join(' and ')} that ${titleOf(scaler!)} counts the use by`,
        fix: `write updateMode: "Off", or controlledResources without ${both.join(' and ')}`,
      };
    }
    for (const object of inventory.ofKind('ScaledObject')) {
      const target = { kind: 'Deployment', ...recordOf(recordOf(object.spec).scaleTargetRef) };
      const scaler = groupOf(object.apiVersion) === 'keda.sh' ? scaled.get(targetOf(object, target)) : undefined;
      // KEDA can take over one that is there.
      const takesOver = recordOf(object.metadata?.annotations)['scaledobject.keda.sh/transfer-hpa-ownership'] === 'true';
      if (!scaler || takesOver) { continue; }
      yield {
        object,
        path: '/spec/scaleTargetRef/name',
        message: `${titleOf(object)} and ${titleOf(scaler)} both scale ${target.kind} '${textOf(recordOf(target).name)}'`,
        fix: 'remove the HorizontalPodAutoscaler, and write what it measures as a trigger of the ScaledObject',
      };
    }
  },
  bad: example('Auto'),
  good: example('Off'),
};

function targetOf(from: Manifest, reference: unknown): string {
  const { kind, name } = recordOf(reference);
  return `${namespaceOf(from)}/${textOf(kind)}/${textOf(name)}`;
}

/** Resources whose requests the one changes and whose use the other one counts in shares of them. */
function resourcesOfBoth(vertical: Manifest, scaler: Manifest): string[] {
  const { updatePolicy, resourcePolicy } = recordOf(vertical.spec);
  const { updateMode = 'Auto' } = recordOf(updatePolicy);
  if (!CHANGES.includes(updateMode)) { return []; }
  const policies = listOf(recordOf(resourcePolicy).containerPolicies).map(recordOf).filter(({ mode }) => mode !== 'Off');
  const changes = (resource: string) => policies.length === 0
    || policies.some(({ controlledResources }) => !controlledResources || listOf(controlledResources).includes(resource));
  const { metrics, targetCPUUtilizationPercentage } = recordOf(scaler.spec);
  const shares = listOf(metrics).map(recordOf).map(({ resource, containerResource }) => recordOf(resource ?? containerResource))
    .filter(({ target }) => recordOf(target).averageUtilization !== undefined).map(({ name }) => textOf(name));
  const counted = metrics === undefined || targetCPUUtilizationPercentage !== undefined ? ['cpu', ...shares] : shares;
  return [...new Set(counted)].filter(changes);
}
