import { Move, claimLabels } from './rebind';
import { quoted, word } from './shell';
import { inBash, PlanStep, applyStep, deleteStep, patchStep, reference, volumeNameOf } from './step';
import { TemplatePair } from './template-pairs';
import { namespaceOf } from '../../manifest/inventory';
import { Manifest, recordOf } from '../../manifest/manifest';
import { parseQuantity } from '../../manifest/quantity';
import { sha256 } from '../../manifest/sha256';
import { claimNameOf, ordinalsOf } from '../../manifest/workload';
import { listed } from '../claim-effects';

/** A claim whose data goes to a new volume of another class. */
export interface Copy {
  readonly namespace: string;
  readonly claim: string;
  readonly copy: string;
  /** The claim template of the new class. */
  readonly template: Record<string, any>;
  readonly labels: Readonly<Record<string, string>>;
}

const COPY_IMAGE = 'busybox:1.36';

/** Nobody knows how much there is to copy. */
const COPY_SECONDS = 86400;

export function copiesOf(before: Manifest, after: Manifest, pairs: readonly TemplatePair[]): Copy[] {
  const copies: Copy[] = [];
  for (const ordinal of listed(ordinalsOf(before))) {
    for (const { old, next } of pairs) {
      const claim = claimNameOf(old, String(before.metadata?.name), ordinal);
      copies.push({
        namespace: namespaceOf(before),
        claim,
        copy: `${claim}-copy`,
        template: largerOf(old, next),
        labels: claimLabels(next, after),
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
      waitCopied(copy),
      deleteStep('Delete the copying Job, so that nothing holds the claims', jobReference, '--cascade=foreground'),
    ];
  });
}

/** A Job that has failed must not be waited for. */
function waitCopied(copy: Copy): PlanStep {
  const [job, namespace] = [word(jobName(copy)), word(copy.namespace)];
  const ask = `state="$(kubectl get job ${job} -n ${namespace} -o jsonpath='{.status.succeeded}/{.status.failed}')" || exit 1`;
  const loop = `while true; do ${ask}; case "$state" in 1/*) exit 0;; */[1-9]*) echo "the copy failed; see: kubectl logs job/${job} -n ${namespace}" >&2; exit 1;; esac; sleep 2; done`;
  return {
    title: 'Wait until everything is copied',
    action: 'wait',
    object: reference('Job', copy.namespace, jobName(copy)),
    wait: { for: 'jsonpath={.status.succeeded}=1', timeoutSeconds: COPY_SECONDS },
    ...inBash(`timeout ${COPY_SECONDS} bash -c ${quoted(loop)}`),
  };
}

/** The Job's pods carry its name as a label. */
function jobName({ claim }: Copy): string {
  const name = `copy-${claim}`;
  return name.length <= 63 ? name : `copy-${sha256(claim).slice(0, 40)}`;
}

function temporaryClaim({ namespace, copy, template }: Copy): Manifest {
  return { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { namespace, name: copy }, spec: template.spec };
}

/** Copies owner, mode and links; stops at the first error. */
function copyJob(all: Copy): Manifest {
  const { namespace, claim, copy } = all;
  const volume = (name: string, claimName: string, readOnly = false) => ({ name, persistentVolumeClaim: { claimName, ...readOnly && { readOnly } } });
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { namespace, name: jobName(all) },
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
    const nameFrom = volumeNameOf({ namespace, name: claim });
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
    from: { namespace, name: copy }, to: { namespace, name: claim }, spec: recordOf(template.spec), oldLabels: {}, labels,
  }));
}
