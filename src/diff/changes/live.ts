import { withAllocated } from './service';
import { FieldType } from '../../kubernetes/api/field-type';
import { ApiModel } from '../../kubernetes/api/model';
import { Manifest, groupOf, isRecord, recordOf } from '../../kubernetes/manifest';
import { segmentsOf } from '../../kubernetes/pointer';
import { podTemplateOf } from '../../kubernetes/workload';

/** One of the labels by which a Job finds its pods; they all come and go together. */
export const JOB_LABEL = 'batch.kubernetes.io/controller-uid';

/** The stored object with what the server adds by itself once it exists: addresses, ports, a Job's selector. */
export function liveOf(stored: Manifest): Manifest {
  return stored.kind === 'Job' && groupOf(stored.apiVersion) === 'batch' ? withGeneratedSelector(stored) : withAllocated(stored);
}

/** Unless it is manual, a Job's selector and the pod label for it are made of its uid. */
function withGeneratedSelector(job: Manifest): Manifest {
  const spec = recordOf(job.spec);
  if (spec.manualSelector === true || spec.selector !== undefined || !isRecord(spec.template)) { return job; }
  const metadata = recordOf(spec.template.metadata);
  const generated = { [JOB_LABEL]: 'generated' };
  return {
    ...job,
    // As it reads a Job, the server gives it the labels of its template where it has none.
    metadata: { ...job.metadata, labels: job.metadata?.labels ?? generated },
    spec: {
      ...spec,
      selector: { matchLabels: generated },
      template: { ...spec.template, metadata: { ...metadata, labels: { ...recordOf(metadata.labels), ...generated } } },
    },
  };
}

/**
 * The live object with both names of a pod's service account, as the server
 * gives it back. Who wrote one name does not own the other, so leaving
 * `serviceAccountName` out of a manifest does not take it away.
 */
export function withBothAccountNames(live: Manifest, model: ApiModel): Manifest {
  const pod = podTemplateOf(live);
  const name = pod?.spec.serviceAccountName;
  if (!pod || typeof name !== 'string') { return live; }
  const spec = [...segmentsOf(pod.path), 'spec'];
  return isPodSpec(live, spec, model) ? withValueAt(live, [...spec, 'serviceAccount'], name) : live;
}

/** Custom resources have kinds of the same names, and the server does not add to what it does not know. */
function isPodSpec({ apiVersion, kind }: Manifest, path: readonly string[], model: ApiModel): boolean {
  let type: FieldType | undefined = model.objectType(apiVersion, kind);
  for (const field of path) { type = model.part(type, field); }
  return type?.struct === 'PodSpec';
}

function withValueAt(value: any, [key, ...rest]: readonly string[], last: string): any {
  return key === undefined ? last : { ...recordOf(value), [key]: withValueAt(recordOf(value)[key], rest, last) };
}
