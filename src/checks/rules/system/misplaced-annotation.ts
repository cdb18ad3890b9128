import { WEB, workloadYaml } from './examples';
import { Manifest, recordOf, textOf } from '../../../kubernetes/manifest';
import { once } from '../../../kubernetes/once';
import { pointer, segmentsOf } from '../../../kubernetes/pointer';
import { AnnotationPlace, placeOfAnnotation } from '../../../manifest/annotation-places';
import { Inventory, namespaceOf, titleOf } from '../../../manifest/inventory';
import { Pods } from '../../../manifest/references/pods';
import { Check, SystemProblem } from '../../engine/check';

const example = (ofDeployment: string, ofPods: string) => workloadYaml('Deployment', 'web', [WEB])
  .replace('metadata: {name: web}', `metadata: {name: web${ofDeployment}}`).replace('labels: {app: web}}', `labels: {app: web}${ofPods}}`);

const INJECT = ', annotations: {sidecar.istio.io/inject: "false"}';

export const misplacedAnnotation: Check = {
  id: 'misplaced-annotation',
  why: 'a program that reads annotations reads those of its own kind of object: what is written on a Deployment is not on its pods, and what is on the pods is not on their '
    + 'ServiceAccount. An annotation in another place is ignored without a word',
  severity: 'warning',
  run: function* (inventory, { references }) {
    const readWhere = once(() => annotationsOf(inventory));
    for (const pods of references.pods.all) { yield* misplacedIn(pods, (kind, name) => readWhere().has(`${kind} ${pods.namespace} ${name}`)); }
  },
  bad: example(INJECT, ''),
  good: example('', INJECT),
};

/** Whether an object of this kind in the namespace of the pods has the annotation: then it works, and stands here once more. */
type IsGiven = (kind: string, name: string) => boolean;

function annotationsOf(inventory: Inventory): ReadonlySet<string> {
  return new Set(['Ingress', 'Service', 'ServiceAccount'].flatMap(kind => inventory.ofKind(kind).flatMap(object =>
    Object.keys(recordOf(object.metadata?.annotations)).map(name => `${kind} ${namespaceOf(object)} ${name}`))));
}

function* misplacedIn(pods: Pods, isElsewhere: IsGiven): Iterable<SystemProblem> {
  const { workload, template } = pods;
  const [ofObject, ofPods] = [workload.metadata, template.metadata].map(metadata => recordOf(metadata?.annotations));
  const isPod = template.path === '';
  for (const name of isPod ? [] : Object.keys(ofObject)) {
    const place = placeOfAnnotation(name);
    // Metrics may be asked for by way of a Service.
    const isMissing = place?.in === 'pods' && !isGiven(ofPods, name, place) && !(name.startsWith('prometheus.io/') && isElsewhere('Service', name));
    if (isMissing || isOfOther(place, name, isElsewhere)) { yield problem(workload, '/metadata/annotations', name, place!, pods); }
  }
  for (const name of Object.keys(ofPods)) {
    const place = placeOfAnnotation(name);
    if (isOfOther(place, name, isElsewhere) || place?.in === 'object' && !isPod && ofObject[name] === undefined) {
      yield problem(workload, `${template.path}/metadata/annotations`, name, place!, pods);
    }
  }
}

/** Charts write some of them in both places. */
function isGiven(annotations: Record<string, unknown>, name: string, { annotation, any }: AnnotationPlace): boolean {
  return annotations[name] !== undefined || any === true && Object.keys(annotations).some(other => other.startsWith(annotation));
}

function isOfOther(place: AnnotationPlace | undefined, name: string, isElsewhere: IsGiven): boolean {
  return place !== undefined && typeof place.in !== 'string' && !place.in.some(kind => isElsewhere(kind, name));
}

function problem(workload: Manifest, path: string, name: string, place: AnnotationPlace, { template }: Pods): SystemProblem {
  const account = textOf(template.spec.serviceAccountName) || 'default';
  const kind = typeof place.in === 'string' ? '' : place.in[0];
  const [where, fix] = place.in === 'pods' ? ['the pods', `move it to ${template.path}/metadata/annotations`]
    : place.in === 'object' ? ['the object', 'move it to /metadata/annotations']
      : [`a ${kind}`, `move it to the annotations of ${kind === 'ServiceAccount' ? `ServiceAccount '${account}'` : `the ${kind}`}`];
  return {
    object: workload,
    path: pointer(...segmentsOf(path), name),
    message: `${place.by} reads ${name} of ${where}, and ${titleOf(workload)} has it in ${path}: ${place.otherwise}`,
    fix,
  };
}
