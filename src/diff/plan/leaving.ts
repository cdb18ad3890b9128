import { Phase } from './phases';
import { restoreSet, setReference, waitPodGone, waitReady } from './set-steps';
import { commandLine } from './shell';
import { applyStep, byHand, deleteStep, patchStep, reference, scaleStep, volumeNameOf } from './step';
import { listOf, Manifest, recordOf, textOf } from '../../kubernetes/manifest';
import { ordinalsOf, podTemplateOf, replicasOf } from '../../kubernetes/workload';
import { namespaceOf } from '../../manifest/inventory';
import { fewestAfterStep, majorityOf, quorumOf } from '../../manifest/quorum';
import { PlanStep } from '../../reports/plan';
import { claimNames } from '../changes/claim-effects';

/** Members of a set that go, and how. */
export interface Leaving {
  readonly before: Manifest;
  /** The new set, with a policy that keeps the claims. */
  readonly after: Manifest;
  /** The highest ordinal first. */
  readonly pods: readonly string[];
  /** Whether the members get their number from their template: then nothing but a new manifest lowers it. */
  readonly isTold: boolean;
  /** The command with which a member leaves: empty if it leaves by itself, undefined if nobody said. */
  readonly command?: readonly string[];
}

/** How the members go. */
export function leavingPhases(leaving: Leaving): Phase[] {
  const { command } = leaving;
  if (command === undefined) { return [leaveByHand(leaving)]; }
  return command.length === 0 ? [leaveByThemselves(leaving)] : leaveByCommand(leaving, command);
}

/** The number of members to go to before that of the new manifest; undefined if that can be reached at once. */
function firstStop({ before, after, pods, isTold, command }: Leaving): number | undefined {
  const [old, next] = [replicasOf(before), replicasOf(after)];
  if (command === undefined) { return undefined; }
  if (command.length > 0) { return pods.length > 1 && isTold ? old - 1 : undefined; }
  return quorumOf(after) === undefined || next === 0 || next >= majorityOf(old) ? undefined : fewestAfterStep(old);
}

/** Where manifests in between are needed, which no plan can know: what to write first. Nobody leaves. */
export function lowerFirst(leaving: Leaving): PlanStep[] {
  const first = firstStop(leaving);
  if (first === undefined) { return []; }
  const { before, after, command = [] } = leaving;
  const why = command.length > 0 ? 'members leave one at a time' : `fewer than ${majorityOf(replicasOf(before))} of ${replicasOf(before)} are no majority`;
  return [byHand(`Write \`replicas: ${first}\`, run the plan of that change, and then plan again for ${replicasOf(after)}: ${why}, and all must know their number`, setReference(after))];
}

/** All at once: each asks the others, and those that stay forget them when they get the new number. */
function leaveByThemselves({ before, after, pods }: Leaving): Phase {
  return {
    steps: [
      applyStep('Apply the new set: the last members go, and leave by themselves', setReference(after), [after]),
      ...pods.map(pod => waitPodGone(before, pod)),
      ...waitReady(after),
    ],
    back: restoreSet(before),
  };
}

/** One by one. What a member holds is of no use once it has left. */
function leaveByCommand({ before, after, pods, isTold }: Leaving, command: readonly string[]): Phase[] {
  const set = setReference(before);
  return pods.flatMap((pod, index): Phase[] => {
    const replicas = replicasOf(before) - index;
    const stop = scaleStep(`Stop member ${pod}`, set, replicas - 1, replicas);
    return [
      { steps: [decommission(before, pod, command)] },
      {
        steps: [...isTold ? [applyStep(`Apply the new set: member ${pod} stops`, set, [after])] : [stop], waitPodGone(before, pod), ...waitReady(withReplicas(after, replicas - 1))],
        back: [
          scaleStep(`Stop member ${pod}, if it still runs: it has left`, set, replicas - 1),
          waitPodGone(before, pod),
          ...ordinalClaims(before, replicas - 1).flatMap(name => dropClaim(namespaceOf(before), name, `Delete claim ${name}: ${pod} has left, and comes back as a new, empty member`)),
          ...restoreSet(withReplicas(before, replicas)),
        ],
      },
    ];
  });
}

function decommission(set: Manifest, pod: string, command: readonly string[]): PlanStep {
  const [container] = listOf(podTemplateOf(set)?.spec.containers).map(recordOf);
  const argv = ['kubectl', 'exec', pod, '-n', namespaceOf(set), ...container ? ['-c', textOf(container.name)] : [], '--', ...command];
  return {
    title: `Decommission member ${pod}: it hands its data to the others, which may take long. From here on what it holds is stale`,
    action: 'exec',
    object: reference('Pod', namespaceOf(set), pod),
    argv,
    command: commandLine(argv),
  };
}

/** Whoever decommissions them knows whether that was done. */
function leaveByHand({ before, pods }: Leaving): Phase {
  const [set, namespace, replicas] = [setReference(before), namespaceOf(before), replicasOf(before)];
  return {
    steps: pods.flatMap((pod, index) => [
      byHand(`Decommission member ${pod} with the database's own command, and wait until its data is on the others`, reference('Pod', namespace, pod)),
      scaleStep(`Stop member ${pod}`, set, replicas - index - 1, replicas - index),
      waitPodGone(before, pod),
    ]),
    back: [
      byHand('Only members that were not decommissioned may start on the claims they had: delete the claims of the others first, '
        + 'as under "when everything is well", for what they hold is stale', set),
      scaleStep('Start the members again', set, replicas),
      ...waitReady(before),
    ],
  };
}

/** The volume stays, in case somebody asks for it later. */
export function dropClaim(namespace: string, name: string, title: string): PlanStep[] {
  return [
    patchStep(`Keep the volume of ${name} in case somebody asks for it later`, {
      ...reference('PersistentVolume', '', ''), nameFrom: volumeNameOf({ namespace, name }),
    }, { spec: { persistentVolumeReclaimPolicy: 'Retain' } }),
    deleteStep(title, reference('PersistentVolumeClaim', namespace, name)),
  ];
}

function ordinalClaims(set: Manifest, index: number): string[] {
  const ordinal = ordinalsOf(set).first + index;
  return claimNames(set, { first: ordinal, last: ordinal });
}

function withReplicas(set: Manifest, replicas: number): Manifest {
  return { ...set, spec: { ...recordOf(set.spec), replicas } };
}
