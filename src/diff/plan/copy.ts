import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Phase } from './phases';
import { ClaimName, Move, claimOf, claimReference, give, secureVolumes, settle, waitReleased } from './rebind';
import { quoted, word } from './shell';
import { standardInput } from './standard-input';
import { inBash, applyStep, deleteStep, reference } from './step';
import { TemplatePair } from './template-pairs';
import { Manifest, listOf, recordOf } from '../../kubernetes/manifest';
import { parseQuantity } from '../../kubernetes/quantity';
import { ordinalsOf, podTemplateOf } from '../../kubernetes/workload';
import { requestedSize } from '../../manifest/claims';
import { namespaceOf } from '../../manifest/inventory';
import { sha256 } from '../../manifest/sha256';
import { PlanStep } from '../../reports/plan';
import { listed } from '../changes/claim-effects';

/** A claim whose data goes to a new volume of another class. */
export interface Copy {
  /** The new volume: from a claim of its own to the claim of the pod. */
  readonly fresh: Move;
  /** The old volume, which leaves that claim, and comes back to it on the way back. */
  readonly old: Move;
  /** The set that writes the data. */
  readonly set: Manifest;
}

const COPY_IMAGE = 'busybox:1.36';

/** A pod that copies may need so long until it starts, and a third of that until it is there. */
const START_SECONDS = 900;

/** Nobody knows how much there is to copy. */
const COPY_SECONDS = 86400;

export function copiesOf(before: Manifest, after: Manifest, pairs: readonly TemplatePair[]): Copy[] {
  return listed(ordinalsOf(before)).flatMap(ordinal => pairs.map(({ old, next }): Copy => {
    const [was, becomes] = [claimOf(old, before, ordinal), claimOf(next, after, ordinal)];
    return {
      old: { from: was, to: was, spec: recordOf(old.spec) },
      fresh: { from: { ...becomes, name: `${becomes.name}-copy` }, to: becomes, spec: recordOf(largerOf(old, next).spec) },
      set: before,
    };
  }));
}

/** What fitted the old volume must fit the new one. */
function largerOf(old: Record<string, any>, next: Record<string, any>): Record<string, any> {
  const [a, b] = [old, next].map(requestedSize);
  const storage = (parseQuantity(a) ?? 0n) > (parseQuantity(b) ?? 0n) ? a : b;
  return { ...next, spec: { ...recordOf(next.spec), resources: { requests: { storage } } } };
}

/** While everything still runs: new claims beside the old ones. A quota or a class that is missing is noticed here. */
export function prepareCopies(copies: readonly Copy[]): Phase {
  return {
    steps: [
      wouldAdmit(copies[0], copies[0].set),
      ...copies.map(({ fresh }) => applyStep(`Create claim ${fresh.from.name} in the new class`, claimReference(fresh.from), [temporaryClaim(fresh)])),
    ],
    back: [
      ...copies.map(({ fresh }) => deleteStep(`Delete claim ${fresh.from.name}, if it is there`, claimReference(fresh.from))),
      // A volume that has the copy stays, and must not be taken for the next one.
      ...settle(copies.map(({ fresh }) => fresh)),
    ],
  };
}

/** A namespace that enforces Pod Security accepts a Job, and refuses its pods later. */
function wouldAdmit(copy: Copy, set: Manifest): PlanStep {
  const { spec } = copyJob(copy);
  const pod: Manifest = { apiVersion: 'v1', kind: 'Pod', metadata: { ...spec.template.metadata, namespace: namespaceOf(set), name: jobName(copy.fresh) }, spec: spec.template.spec };
  const argv = ['kubectl', 'apply', '--server-side', '--dry-run=server', '-f', '-'];
  const stdin = standardInput([pod]);
  return {
    title: `See that the namespace admits a pod that copies; this is a dry run and creates nothing. ${isRoot(spec.template.spec) ? ROOT_REFUSED : REFUSED}`,
    action: 'check',
    object: reference('Pod', namespaceOf(set), jobName(copy.fresh)),
    manifests: [pod],
    argv,
    stdin,
    command: `${argv.join(' ')} <<'END'\n${stdin}END`,
  };
}

const REFUSED = 'If it does not, its policy must be changed until the copy is made';
const ROOT_REFUSED = 'If it does not: the copy runs as root, since the pod template names no runAsUser. '
  + 'Write there the user and the fsGroup that the program runs as, in both manifests, and plan again; or let the namespace enforce "baseline" until the copy is made';

function isRoot(spec: Record<string, any>): boolean {
  return recordOf(spec.securityContext).runAsNonRoot !== true;
}

/** With no pod left, all at once: a Job for each claim that copies. The old data is only read. */
export function copyData(copies: readonly Copy[]): Phase {
  const jobOf = ({ fresh }: Copy) => reference('Job', fresh.from.namespace, jobName(fresh));
  return {
    steps: [
      ...copies.map(copy => applyStep(`Copy ${copy.old.from.name} to ${copy.fresh.from.name}`, jobOf(copy), [copyJob(copy)])),
      ...copies.map(waitCopied),
      ...copies.map(copy => deleteStep('Delete the copying Job, so that nothing holds the claims', jobOf(copy), '--cascade=foreground')),
    ],
    back: copies.map(copy => deleteStep('Delete the copying Job, if it is there', jobOf(copy), '--cascade=foreground')),
  };
}

/** A Job that has failed must not be waited for. */
function waitCopied({ fresh, old }: Copy): PlanStep {
  const [job, namespace] = [word(jobName(fresh)), word(fresh.from.namespace)];
  const ask = `state="$(kubectl get job ${job} -n ${namespace} -o jsonpath='{.status.succeeded}/{.status.failed}/{.status.active}/{.status.ready}')" || exit 1`;
  const failed = `echo "the copy failed; see: kubectl logs job/${job} -n ${namespace}" >&2; exit 1`;
  // No pod, or one that has not started: the first counts threefold.
  const states = `1/*) exit 0;; /[1-9]*) ${failed};; ///*) ((idle += 3));; */0) ((idle += 1));; *) idle=0;;`;
  const stuck = `echo "no pod copies; see: kubectl describe job ${job} -n ${namespace}, kubectl describe pod -l job-name=${job} -n ${namespace}" >&2; exit 1`;
  const loop = `idle=0; for ((i = 0; i < ${COPY_SECONDS / 2}; i++)); do ${ask}; case "$state" in ${states} esac; ((idle < ${START_SECONDS / 2})) || { ${stuck}; }; sleep 2; done; exit 1`;
  return {
    title: `Wait until everything of ${old.from.name} is copied; a pod that stays Pending says why: kubectl describe pod -n ${fresh.from.namespace} -l job-name=${jobName(fresh)}`,
    action: 'wait',
    object: reference('Job', fresh.from.namespace, jobName(fresh)),
    wait: { for: 'jsonpath={.status.succeeded}=1', timeoutSeconds: COPY_SECONDS },
    ...inBash(`bash -c ${quoted(loop)}`),
  };
}

/** The Job's pods carry its name as a label. */
function jobName({ to }: Move): string {
  const name = `copy-${to.name}`;
  return name.length <= 63 ? name : `copy-${sha256(to.name).slice(0, 40)}`;
}

function temporaryClaim({ from: { namespace, name }, spec }: Move): Manifest {
  return { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { namespace, name }, spec };
}

function copyJob({ fresh, old, set }: Copy): Manifest {
  const isBlock = fresh.spec.volumeMode === 'Block';
  const template = recordOf(podTemplateOf(set)?.spec);
  const context = contextOf(template);
  const { tolerations, nodeSelector, imagePullSecrets } = template;
  const volume = (name: string, { name: claimName }: ClaimName, readOnly = false) =>
    ({ name, persistentVolumeClaim: { claimName, ...readOnly && { readOnly } } });
  const paths = [{ name: 'old', path: '/old' }, { name: 'new', path: '/new' }];
  const affinity = recordOf(template.affinity).nodeAffinity;
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { namespace: fresh.from.namespace, name: jobName(fresh) },
    spec: {
      backoffLimit: 0,
      template: {
        // A proxy beside it would never end.
        metadata: { labels: { 'sidecar.istio.io/inject': 'false' }, annotations: { 'sidecar.istio.io/inject': 'false', 'linkerd.io/inject': 'disabled' } },
        spec: {
          restartPolicy: 'Never',
          automountServiceAccountToken: false,
          ...tolerations && { tolerations },
          ...nodeSelector && { nodeSelector },
          ...affinity && { affinity: { nodeAffinity: affinity } },
          ...imagePullSecrets && { imagePullSecrets },
          ...Object.keys(context).length > 0 && { securityContext: context },
          containers: [{
            name: 'copy',
            image: COPY_IMAGE,
            command: ['sh', '-c', readFileSync(join(__dirname, 'copy-volume.sh'), 'utf8'), 'copy-volume', '/old', '/new'],
            ...isBlock
              ? { volumeDevices: paths.map(({ name, path }) => ({ name, devicePath: path })) }
              : { volumeMounts: paths.map(({ name, path }) => ({ name, mountPath: path, ...name === 'old' && { readOnly: true } })) },
            ...context.runAsUser && !isBlock && { securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } } },
            resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { cpu: '1', memory: '512Mi' } },
          }],
          volumes: [volume('old', old.from, !isBlock), volume('new', fresh.from)],
        },
      },
    },
  };
}

const CONTEXT_FIELDS = ['runAsUser', 'runAsGroup', 'fsGroup', 'fsGroupChangePolicy', 'supplementalGroups', 'seLinuxOptions', 'seccompProfile'];

/** The user that owns the files, where that is known; else root, who can keep every owner. */
function contextOf(template: Record<string, any>): Record<string, any> {
  const [container] = listOf(template.containers).map(recordOf);
  const { runAsUser, runAsGroup } = recordOf(container?.securityContext);
  const all = { ...recordOf(template.securityContext), ...runAsUser !== undefined && { runAsUser }, ...runAsGroup !== undefined && { runAsGroup } };
  const context = Object.fromEntries(Object.entries(all).filter(([field]) => CONTEXT_FIELDS.includes(field)));
  return { ...context, ...context.runAsUser && { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } } };
}

/** The old volume leaves its claim, and the new one takes its place. */
export function exchanges(copies: readonly Copy[]): Phase[] {
  return copies.map(({ old, fresh }) => ({
    steps: [
      ...secureVolumes([fresh]),
      deleteStep(`Delete claim ${old.from.name}; its volume is kept`, claimReference(old.from)),
      waitReleased(old),
      deleteStep(`Delete claim ${fresh.from.name}; its volume is kept`, claimReference(fresh.from)),
      waitReleased(fresh),
      ...give(fresh, fresh.to),
    ],
    back: [
      ...[...new Set([fresh.to.name, old.from.name])].map(name =>
        deleteStep(`Delete claim ${name}, if it is there; its volume is kept`, claimReference({ ...old.from, name }))),
      ...give(old, old.from),
    ],
  }));
}
