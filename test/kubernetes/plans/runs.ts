import { NEW, PlanCase } from './cases';
import { EndpointWatch } from './endpoint-watch';
import { PlanRunner } from './plan-runner';
import { State } from './state';
import { Trial } from './trial';
import { Kubectl } from '../../../scripts/kubernetes/kubectl';
import { sameData } from '../../../src/kubernetes/manifest';
import { MigrationPlan, PlanStep } from '../../../src/reports/plan';
import { ALL } from '../../support/all';
import { WAYS, Way } from '../cluster/subject';

/** kubectl says it of objects that were applied on the server's side before. */
const NO_ANNOTATION = /missing the kubectl\.kubernetes\.io\/last-applied-configuration annotation/;

/** Steps that change nothing. */
const STILL: ReadonlySet<string> = new Set(['check', 'wait', 'by-hand']);

/** A change in a namespace of its own, and what runs its plan. */
export interface Laboratory {
  readonly trial: Trial;
  readonly runner: PlanRunner;
  readonly kubectl: Kubectl;
}

/** Step by step, with a look at everything after each; then the manifests are applied, first on the server's side. */
export async function forward(given: PlanCase, { trial, runner, kubectl }: Laboratory): Promise<void> {
  await trial.prepare('server-side');
  const { plan } = trial.planned();
  const before = await trial.settled();
  const watch = given.served === undefined ? undefined : await EndpointWatch.start(kubectl, trial.namespace, given.served);
  try {
    for (const step of plan.steps) {
      await runner.execute(step);
      if (!STILL.has(step.action)) { expectNothingLost(before, await trial.state()); }
    }
    await trial.ready(trial.after);
  } finally {
    watch?.end();
  }
  if (watch) { expect(watch.gaps).toEqual([]); }
  await finish(given, { trial, runner, plan, before, ways: WAYS });
}

/** As somebody does who is not sure whether a command was done: again. The old side is read from the cluster. */
export async function again(given: PlanCase, { trial, runner }: Laboratory): Promise<void> {
  await trial.prepare('client-side');
  const { changes, plan } = trial.planned(await trial.live());
  const { plan: { title, downtime }, ...written } = trial.planned();
  expect({ changes, title: plan.title, downtime: plan.downtime }).toEqual({ changes: written.changes, title, downtime });
  const before = await trial.settled();
  for (const step of plan.steps) {
    await runner.execute(step);
    // Another restart is another restart.
    if (step.action !== 'restart') { await runner.execute(step); }
  }
  expectNothingLost(before, await trial.state());
  await finish(given, { trial, runner, plan, before, ways: [...WAYS].reverse() });
}

/** From the end of parts, once before its last step and once after it: the command failed, and did what it should. */
export async function back({ leftover = [] }: PlanCase, { trial, runner }: Laboratory): Promise<void> {
  await trial.prepare('server-side');
  const { plan } = trial.planned();
  const comparable = (state: State) => comparableTo(state, leftover);
  const before = comparable(await trial.settled());
  const stops = stopsOf(plan);
  const [middle, last] = [Math.floor((stops.length - 1) / 2), stops.length - 1];
  for (const [index, stop] of stops.entries()) {
    if (!ALL && index !== middle && index !== last) { continue; }
    const step = plan.steps[stop - 1];
    await runner.run(plan.steps.slice(0, index === middle ? stop - 1 : stop));
    await runner.run(step.wayBackFrom === undefined ? [] : plan.wayBack.slice(step.wayBackFrom - 1));
    const state = comparable(await trial.settledLike(now => sameData(comparable(now), before)));
    expect({ stop: step.title, ...state }).toEqual({ stop: step.title, ...before });
  }
}

interface Done extends Pick<Laboratory, 'trial' | 'runner'> {
  readonly plan: MigrationPlan;
  readonly before: State;
  readonly ways: readonly Way[];
}

/** What the plan promises; then what is left to do, and what people do next. */
async function finish({ storage, pods = 'others', dropped = [] }: PlanCase, { trial, runner, plan, before, ways }: Done): Promise<void> {
  await trial.ready(trial.after);
  const after = await trial.settled();
  expect(origins(after, before)).toEqual(storage);
  const stayed = Object.keys(after.pods).filter(name => Object.values(before.pods).includes(after.pods[name]));
  expect(stayed.sort()).toEqual(pods === 'same' ? Object.keys(after.pods).sort() : []);

  await runner.run(plan.afterwards);
  for (const way of ways) {
    const said = await trial.apply(way, trial.after);
    expect(said.split('\n').filter(line => line !== '' && !NO_ANNOTATION.test(line))).toEqual([]);
    await trial.ready(trial.after);
  }
  const kept = Object.keys(storage).filter(claim => !dropped.includes(claim));
  const applied = await trial.settledLike(({ storage: now }) => dropped.every(claim => now[claim] === undefined));
  expect(applied.storage).toEqual(Object.fromEntries(kept.map(claim => [claim, after.storage[claim]])));
  expect(applied.pods).toEqual(after.pods);
  expect(kept.map(claim => applied.volumes[applied.storage[claim]])).toEqual(kept.map(claim => policyBefore(before, storage[claim])));
}

/** Storage that held data is there, whatever names it. */
function expectNothingLost(before: State, now: State): void {
  const there = new Set(Object.keys(now.volumes));
  // What an administrator made is no object of the cluster for a moment; nobody touches what is behind it.
  const provisioned = Object.values(before.storage).filter(storage => storage.startsWith('/'));
  expect(provisioned.filter(storage => !there.has(storage))).toEqual([]);
}

function origins({ storage }: State, before: State): Record<string, string> {
  const claimOf = new Map(Object.entries(before.storage).map(([claim, source]) => [source, claim]));
  return Object.fromEntries(Object.entries(storage).map(([claim, source]) => [claim, claimOf.get(source) ?? (source.startsWith('/') ? NEW : source)]));
}

function policyBefore(before: State, claim: string): string {
  return claim === NEW ? 'Bound Delete' : before.volumes[before.storage[claim]];
}

/** Without claims and their volumes that may be others, and without the names of pods that nobody can know. */
function comparableTo({ storage, volumes, workloads, pods }: State, leftover: readonly string[]) {
  const kept = Object.fromEntries(Object.entries(storage).filter(([claim]) => !leftover.includes(claim)));
  const names = Object.keys(pods).map(name => name.replace(/^(web|api)-.*/, '$1')).sort();
  return { storage: kept, volumes: Object.values(kept).map(source => volumes[source]), workloads, pods: names };
}

/** Each part of a plan is left when it is all but done. */
function stopsOf({ steps }: MigrationPlan): number[] {
  const starts = steps.map(({ wayBackFrom }: PlanStep) => wayBackFrom);
  return starts.flatMap((start, index) => start !== undefined && starts[index + 1] !== start ? [index + 1] : []);
}
