import { spawnSync } from 'child_process';
import { diff } from '../../../src/diff/diff';
import { plansFor } from '../../../src/diff/plan/plan';
import { DEFAULT_KUBERNETES_VERSION, KubernetesVersion } from '../../../src/kubernetes/kubernetes-version';
import { PodSecurityStandard, podSecurityViolations } from '../../../src/kubernetes/pod-security';
import { podTemplateOf } from '../../../src/kubernetes/workload';
import { MigrationPlan, PlanStep } from '../../../src/reports/plan';
import { claimTemplate, podTemplate, statefulSet } from '../support';

/** The plan that copies a volume of a pod like this. */
function stepsFor(container: object = {}, spec: object = {}): readonly PlanStep[] {
  return planFor(container, spec).steps;
}

function planFor(container: object = {}, spec: object = {}): MigrationPlan {
  const set = (storageClassName: string) => statefulSet({
    replicas: 1, template: podTemplate(container, spec), volumeClaimTemplates: [claimTemplate('data', { storageClassName })],
  });
  return plansFor(diff([set('fast')], [set('slow')]))[0];
}

const jobOf = (steps: readonly PlanStep[]) => steps.find(({ action, object }) => action === 'apply' && object.kind === 'Job')!.manifests![0];
const violationsOf = (job: Parameters<typeof podTemplateOf>[0], standard: PodSecurityStandard) =>
  podSecurityViolations(podTemplateOf(job)!, { standard, version: KubernetesVersion.of(DEFAULT_KUBERNETES_VERSION) });
const askingOf = (steps: readonly PlanStep[]) => steps.find(({ object }) => object.kind === 'Pod')!;

describe('the pod that copies', () => {
  test.each<[string, object, object]>([
    ['the pod', {}, { securityContext: { runAsUser: 70, runAsGroup: 71, fsGroup: 72 } }],
    ['the container', { securityContext: { runAsUser: 70, runAsGroup: 71 } }, { securityContext: { fsGroup: 72 } }],
  ])('runs as the user of %s, and where Pod Security is restricted', (_, container, spec) => {
    const job = jobOf(stepsFor(container, spec));

    expect(job.spec.template.spec.securityContext).toMatchObject({ runAsUser: 70, runAsGroup: 71, fsGroup: 72 });
    expect(violationsOf(job, 'restricted')).toEqual([]);
  });

  test.each([[{}], [{ runAsUser: 0 }]])('is root where the template says %j, and then the plan says what to do if that is refused', securityContext => {
    const steps = stepsFor({}, { securityContext });

    expect(violationsOf(jobOf(steps), 'baseline')).toEqual([]);
    expect(violationsOf(jobOf(steps), 'restricted')).not.toEqual([]);
    expect(askingOf(steps).title).toContain('the pod template names no runAsUser');
  });

  test('is shown to the server before anything is made or stopped', () => {
    const steps = stepsFor();
    const asking = steps.indexOf(askingOf(steps));

    expect(steps[asking].argv).toContain('--dry-run=server');
    expect(steps.slice(0, asking).map(({ action }) => action).filter(action => !['check', 'by-hand'].includes(action))).toEqual([]);
    expect(steps[asking].manifests![0].spec).toEqual(jobOf(steps).spec.template.spec);
  });
});

test('on the way back the volume with the copy loses its marks, so that the next one is not taken for it', () => {
  const { wayBack } = planFor();

  const [deleted, unmarked] = ['delete PersistentVolumeClaim data-db-0-copy', 'label PersistentVolume'].map(wanted =>
    wayBack.map(({ action, object: { kind, name } }) => `${action} ${kind} ${name}`.trim()).lastIndexOf(wanted));
  expect(wayBack[unmarked].command).toContain('data.data-db-0-copy');
  expect(unmarked).toBeGreaterThan(deleted);
});

describe('the wait for the copy', () => {
  /** Runs the command with a kubectl that prints one state after the other, the last for ever, and a clock that does not tick. */
  function waitedFor(...states: string[]) {
    const wait = stepsFor().find(({ action, object }) => action === 'wait' && object.kind === 'Job')!;
    const answers = states.slice(0, -1).map((state, index) => `${index}) echo '${state}';;`).join(' ');
    const script = `
      kubectl() { n=$(wc -l < "$ASKED"); echo >> "$ASKED"; case $n in ${answers} *) echo '${states[states.length - 1]}';; esac; }
      sleep() { :; }
      export ASKED="$(mktemp)"; trap 'wc -l < "$ASKED"; rm "$ASKED"' EXIT
      export -f kubectl sleep; ${wait.command}`;
    const { status, stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
    return { status, asked: Number(stdout), stderr };
  }

  test('ends when everything is copied', () => {
    expect(waitedFor('///', '//1/0', '//1/1', '1///')).toEqual({ status: 0, asked: 4, stderr: '' });
  });

  test('ends when the copy fails', () => {
    const { status, asked, stderr } = waitedFor('//1/1', '/1//0');

    expect({ status, asked }).toEqual({ status: 1, asked: 2 });
    expect(stderr).toContain('the copy failed; see: kubectl logs job/copy-data-db-0 -n data');
  });

  test.each([['five minutes without a pod', '///', 150], ['five minutes without one, as newer servers say it', '///0', 150], ['fifteen with one that does not start', '//1/0', 450]])(
    'gives up after %s', (_, state, polls) => {
      const { status, asked, stderr } = waitedFor(state);

      expect({ status, asked }).toEqual({ status: 1, asked: polls });
      expect(stderr).toContain('no pod copies; see: kubectl describe job copy-data-db-0 -n data');
    });

  test('a pod that has started may take its time', () => {
    const states = Array.from({ length: 500 }, () => '//1/1');

    expect(waitedFor('//1/0', ...states, '1///').status).toBe(0);
  });
});
