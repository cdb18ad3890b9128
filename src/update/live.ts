import { withAllocated } from './service';
import { Manifest, groupOf, isRecord, recordOf } from '../manifest/manifest';

const JOB_LABEL = 'batch.kubernetes.io/controller-uid';

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
    spec: {
      ...spec,
      selector: { matchLabels: generated },
      template: { ...spec.template, metadata: { ...metadata, labels: { ...recordOf(metadata.labels), ...generated } } },
    },
  };
}
