import { PlanChange } from './cases';
import { FAST, SLOW, STUBBORN, inClass, sized } from './manifests';
import { Laboratory } from './runs';
import { PlanStep } from '../../../src/reports/plan';
import { claimTemplate } from '../../diff/support';

/** Something that a plan must notice before anything stops. */
export interface Guard extends PlanChange {
  readonly name: string;
  /** What somebody does to the cluster after the plan was made. */
  readonly disturb?: (laboratory: Laboratory) => Promise<unknown>;
  /** What the step says that ends the plan. */
  readonly message: string;
}

const RENAMED: PlanChange = { before: m => [m.set(), FAST], after: m => [m.set({}, 'pg'), FAST] };

export const GUARDS: readonly Guard[] = [
  {
    ...RENAMED,
    name: 'if somebody has scaled the set',
    disturb: ({ kubectl, trial }) => kubectl.run(['scale', 'statefulset/db', '-n', trial.namespace, '--replicas=3']),
    message: 'See that the set has 2 replicas',
  },
  {
    ...RENAMED,
    name: 'if a new claim is there already',
    besides: m => [m.claim('data-pg-1')],
    message: 'See that nothing has the new names yet',
  },
  {
    ...RENAMED,
    name: 'if another pod uses a claim',
    besides: m => [m.object('v1', 'Pod', 'shell', {
      spec: { containers: [{ name: 'shell', image: 'busybox:1.36' }], volumes: [{ name: 'a', persistentVolumeClaim: { claimName: 'data-db-1' } }] },
    })],
    message: 'these pods use the claims: shell data-db-1',
  },
  {
    before: m => [m.set(), FAST, SLOW],
    after: m => [m.set(inClass('slow')), FAST, SLOW],
    name: 'if the namespace refuses the pod that copies',
    disturb: ({ kubectl, trial }) => kubectl.run(['label', 'namespace', trial.namespace, 'pod-security.kubernetes.io/enforce=restricted']),
    message: 'violates PodSecurity',
  },
  {
    before: m => [m.set({ replicas: 1 }), FAST],
    after: m => [m.set({ replicas: 1, volumeClaimTemplates: [claimTemplate(), claimTemplate('wal', { storageClassName: 'nowhere' })] }), FAST],
    name: 'if the class of a new claim is not there',
    message: 'See that class nowhere is there',
  },
  {
    before: m => [m.set(sized('1Gi', 'stubborn')), STUBBORN],
    after: m => [m.set(sized('2Gi', 'stubborn')), STUBBORN],
    name: 'if a claim does not grow',
    message: 'data-db-0 did not grow (requested, there): 2Gi 1Gi',
  },
];

/** The plan fails with that message, and everything is as it was. */
export async function stops({ disturb, message }: Guard, laboratory: Laboratory): Promise<void> {
  const { trial, runner } = laboratory;
  await trial.prepare('server-side');
  const { plan } = trial.planned();
  await disturb?.(laboratory);
  const { storage, pods } = await trial.settled();

  await expect(runner.run(plan.steps.map(impatient))).rejects.toThrow(message);

  const now = await trial.settled();
  expect(now.storage).toEqual(storage);
  expect(Object.entries(pods).filter(([name, uid]) => now.pods[name] !== uid)).toEqual([]);
}

/** Nobody waits ten minutes here for a claim that does not grow. */
export function impatient(step: PlanStep): PlanStep {
  return { ...step, argv: step.argv.map(word => word.replace('i < 300;', 'i < 2;')) };
}
