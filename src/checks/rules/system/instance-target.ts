import { objectYaml, together } from './examples';
import { Manifest, recordOf, textOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const TARGET_TYPE = 'alb.ingress.kubernetes.io/target-type';

const example = (annotations: string) => together(
  objectYaml('networking.k8s.io/v1', 'Ingress', 'web', 'spec: {ingressClassName: alb, defaultBackend: {service: {name: web, port: {number: 80}}}}')
    .replace('{name: web}', `{name: web, annotations: {alb.ingress.kubernetes.io/scheme: internal${annotations}}}`),
  objectYaml('networking.k8s.io/v1', 'IngressClass', 'alb', 'spec: {controller: ingress.k8s.aws/alb}'),
  objectYaml('v1', 'Service', 'web', 'spec: {selector: {app: web}, ports: [{port: 80}]}'),
  objectYaml('v1', 'Pod', 'web', 'spec: {containers: [{name: web, image: httpd:2.4.62}]}').replace('{name: web}', '{name: web, labels: {app: web}}'));

export const instanceTarget: Check = {
  id: 'instance-target',
  why: 'the AWS Load Balancer Controller sends requests to ports of the nodes, unless target-type is ip. A Service of type ClusterIP has no port on the nodes: the controller makes no load balancer ("service must be NodePort or LoadBalancer")',
  severity: 'warning',
  run: function* (inventory, { references }) {
    const isSaidByClass = hasParameters(inventory.ofKind('IngressClass'));
    for (const reference of references.ofKind('Service')) {
      const { from: object, relation, path } = reference;
      if (relation !== 'routes to' || object.kind !== 'Ingress' || !isForNodes(object)) { continue; }
      const service = references.target(reference);
      const { type = 'ClusterIP' } = recordOf(service?.spec);
      // The Service may say it for itself, as the parameters of the class may.
      if (!service || type !== 'ClusterIP' || recordOf(service.metadata?.annotations)[TARGET_TYPE] !== undefined || isSaidByClass) { continue; }
      yield {
        object,
        path,
        message: `${titleOf(object)} sends requests to ports of the nodes, and ${titleOf(service)} of type ClusterIP has none there`,
        fix: `write the annotation ${TARGET_TYPE}: ip, or type: NodePort in the Service`,
      };
    }
  },
  bad: example(''),
  good: example(`, ${TARGET_TYPE}: ip`),
};

function isForNodes({ spec, metadata }: Manifest): boolean {
  const annotations = recordOf(metadata?.annotations);
  const isAlb = recordOf(spec).ingressClassName === 'alb' || annotations['kubernetes.io/ingress.class'] === 'alb';
  return isAlb && textOf(annotations[TARGET_TYPE] ?? 'instance') === 'instance';
}

function hasParameters(classes: readonly Manifest[]): boolean {
  return classes.some(({ spec }) => recordOf(spec).parameters !== undefined);
}
