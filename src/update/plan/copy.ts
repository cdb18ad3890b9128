import { Move } from './rebind';
import { listed } from '../claim-effects';
import { PlanStep, applyStep, deleteStep, patchStep, reference, waitStep } from './step';
import { namespaceOf } from '../../manifest/inventory';
import { Manifest, recordOf } from '../../manifest/manifest';
import { parseQuantity } from '../../manifest/quantity';
import { claimNameOf, ordinalsOf } from '../../manifest/workload';

/** A claim whose data goes to a new volume of another class. */
export interface Copy {
  readonly namespace: string;
  readonly claim: string;
  readonly copy: string;
  /** The claim template of the new class. */
  readonly template: Record<string, any>;
  readonly labels: Readonly<Record<string, string>>;
}

/** Copies owner, mode and links; stops at the first error. */
const COPY_IMAGE = 'busybox:1.36';

export function copiesOf(before: Manifest, after: Manifest, pairs: readonly { old: Record<string, any>; next: Record<string, any> }[]): Copy[] {
  const copies: Copy[] = [];
  for (const ordinal of listed(ordinalsOf(before))) {
    for (const { old, next } of pairs) {
      const claim = claimNameOf(old, String(before.metadata?.name), ordinal);
      copies.push({
        namespace: namespaceOf(before),
        claim,
        copy: `${claim}-copy`,
        template: largerOf(old, next),
        labels: { ...recordOf(recordOf(next.metadata).labels), ...recordOf(recordOf(recordOf(after.spec).selector).matchLabels) },
      });
    }
  }
  return copies;
}

/** What fitted the old volume must fit the new one. */
function largerOf(old: Record<string, any>, next: Record<string, any>): Record<string, any> {
  const size = (template: Record<string, any>) => recordOf(recordOf(recordOf(template.spec).resources).requests).storage;
  const [a, b] = [size(old), size(next)];
  const storage = (parseQuantity(a) ?? 0n) > (parseQuantity(b) ?? 0n) ? a : b;
  return { ...next, spec: { ...recordOf(next.spec), resources: { requests: { storage } } } };
}

/** With no pod left: a new claim beside each old one, and a Job that copies. The old data is only read. */
export function copyData(copies: readonly Copy[]): PlanStep[] {
  return copies.flatMap(copy => {
    const job = copyJob(copy);
    const jobReference = reference('Job', copy.namespace, String(job.metadata?.name));
    return [
      applyStep(`Create claim ${copy.copy} in the new class`, reference('PersistentVolumeClaim', copy.namespace, copy.copy), [temporaryClaim(copy)]),
      applyStep(`Copy ${copy.claim} to ${copy.copy}`, jobReference, [job]),
      waitStep('Wait until everything is copied', jobReference, '{.status.succeeded}', '1'),
      deleteStep('Delete the copying Job, so that nothing holds the claims', jobReference, '--cascade=foreground'),
    ];
  });
}

function temporaryClaim({ namespace, copy, template }: Copy): Manifest {
  return { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { namespace, name: copy }, spec: template.spec };
}

function copyJob({ namespace, claim, copy }: Copy): Manifest {
  const volume = (name: string, claimName: string, readOnly = false) => ({ name, persistentVolumeClaim: { claimName, ...readOnly && { readOnly } } });
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { namespace, name: `copy-${claim}` },
    spec: {
      backoffLimit: 0,
      template: {
        spec: {
          restartPolicy: 'Never',
          containers: [{
            name: 'copy',
            image: COPY_IMAGE,
            command: ['sh', '-ec', 'cp -a /old/. /new/ && sync'],
            volumeMounts: [{ name: 'old', mountPath: '/old', readOnly: true }, { name: 'new', mountPath: '/new' }],
          }],
          volumes: [volume('old', claim, true), volume('new', copy)],
        },
      },
    },
  };
}

/** The old volume leaves its claim and is kept. */
export function releaseOld(copies: readonly Copy[]): PlanStep[] {
  return copies.flatMap(({ namespace, claim }) => {
    const object = reference('PersistentVolumeClaim', namespace, claim);
    const nameFrom = `kubectl get pvc ${claim} -n ${namespace} -o jsonpath='{.spec.volumeName}'`;
    return [
      patchStep(`Keep the old volume of ${claim}: it is the way back`, { ...reference('PersistentVolume', '', ''), nameFrom }, {
        metadata: { labels: { 'cdk8s-stateful/was': claim.slice(0, 63).replace(/[^a-z0-9]+$/, '') } },
        spec: { persistentVolumeReclaimPolicy: 'Retain' },
      }),
      deleteStep(`Delete claim ${claim}; its volume is kept`, object),
    ];
  });
}

/** The copies take the names of the claims. */
export function movesOfCopies(copies: readonly Copy[]): Move[] {
  return copies.map(({ namespace, claim, copy, template, labels }) => ({
    from: { namespace, name: copy }, to: { namespace, name: claim }, template, labels,
  }));
}
