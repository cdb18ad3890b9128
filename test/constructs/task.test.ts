import { Duration, Size } from 'cdk8s';
import { RestartPolicy } from 'cdk8s-plus-27';
import { Checks, Cluster, ClusterProps, NetworkPeer, ResizeRestartPolicy, Task, TaskProps } from '../../src';
import { newChart, only, refusals, synth } from '../support/synth';

const IMAGE = 'perl:5.34.0';

test('runs once as a Job whose pods are never restarted in place', () => {
  const chart = newChart();

  const task = new Task(chart, 'pi', { image: IMAGE });

  expect(synth(chart).map(({ kind, metadata }) => `${kind} ${metadata?.name}`)).toEqual(['ServiceAccount pi', 'Job pi']);
  expect(only(chart, 'Job').spec.template.spec.restartPolicy).toBe('Never');
  expect(only(chart, 'Job').spec.template.metadata.labels).toEqual(task.selectorLabels);
  expect(task.serviceAccount.name).toBe('pi');
});

test('says how often, how long and for how long', () => {
  const chart = newChart();

  new Task(chart, 'pi', { image: IMAGE, backoffLimit: 0, activeDeadline: Duration.minutes(5), ttlAfterFinished: Duration.hours(1), restartPolicy: RestartPolicy.ON_FAILURE });

  expect(only(chart, 'Job').spec).toMatchObject({
    backoffLimit: 0, activeDeadlineSeconds: 300, ttlSecondsAfterFinished: 3600, template: { spec: { restartPolicy: 'OnFailure' } },
  });
});

test('with a schedule it is a CronJob that never runs twice at once', () => {
  const chart = newChart();

  new Task(chart, 'backup', { image: IMAGE, schedule: '0 3 * * *', timeZone: 'Etc/UTC', volumes: [{ name: 'data', mountPath: '/data', size: Size.gibibytes(1) }] });

  expect(only(chart, 'CronJob').spec).toMatchObject({ schedule: '0 3 * * *', timeZone: 'Etc/UTC', concurrencyPolicy: 'Forbid' });
  expect(only(chart, 'CronJob').spec.jobTemplate.spec.template.spec.volumes).toEqual([{ name: 'data', persistentVolumeClaim: { claimName: 'backup-data' } }]);
  expect(only(chart, 'PersistentVolumeClaim').metadata?.name).toBe('backup-data');
});

test('can have files and a NetworkPolicy', () => {
  const chart = newChart();

  new Task(chart, 'pi', { image: IMAGE, files: [{ path: '/etc/a', content: 'a' }], allowFrom: [NetworkPeer.namespace('shop')] });

  expect(synth(chart).map(({ kind }) => kind)).toEqual(['ServiceAccount', 'ConfigMap', 'Job', 'NetworkPolicy']);
});

test.each<[string, Partial<TaskProps>, string]>([
  ['a schedule of four fields', { schedule: '0 3 * *' }, "'schedule' must be minute (0-59), hour (0-23)"],
  ['a time zone without a schedule', { timeZone: 'Etc/UTC' }, "'timeZone' needs a 'schedule'"],
  ['a negative backoff limit', { backoffLimit: -1 }, "'backoffLimit' must be a whole number from 0, got -1"],
  ['a pod that is always restarted', { restartPolicy: RestartPolicy.ALWAYS }, "'restartPolicy'"],
  ['a CronJob name of 53 characters', { name: 'a'.repeat(53), schedule: '@daily' }, 'at most 52 characters'],
])('%s is refused', (_, props, message) => {
  const chart = newChart();

  new Task(chart, 'pi', { image: IMAGE, ...props });

  expect(refusals(chart)).toEqual([expect.stringContaining(message)]);
});

describe('sidecars of a Task', () => {
  const jobOf = (cluster: ClusterProps, props: Partial<TaskProps> = {}) => {
    const chart = newChart();
    Checks.of(chart).cluster(new Cluster('prod', cluster));
    new Task(chart, 'pi', { image: IMAGE, sidecars: [{ name: 'proxy', image: 'proxy:1' }], ...props });
    const { containers, initContainers = [] } = only(chart, 'Job').spec.template.spec;
    return [containers, initContainers].map(list => list.map(({ name }: any) => name));
  };

  test('let it end where Kubernetes can tell them from the app', () => {
    expect(jobOf({ kubernetesVersion: '1.29' })).toEqual([['pi'], ['proxy']]);
  });

  test.each<[string, ClusterProps, Partial<TaskProps>]>([
    ['on an older version', { kubernetesVersion: '1.28' }, {}],
    ['without a version', {}, {}],
    ['if somebody wants them so', { kubernetesVersion: '1.36' }, { nativeSidecars: false }],
  ])('are containers like others %s', (_, cluster, props) => {
    expect(jobOf(cluster, props)).toEqual([['pi', 'proxy'], []]);
  });
});

test('a container that is never restarted cannot be resized by a restart', () => {
  const chart = newChart();
  Checks.of(chart).cluster(new Cluster('prod', { kubernetesVersion: '1.36' }));

  new Task(chart, 'pi', { image: IMAGE, resizePolicy: { memory: ResizeRestartPolicy.RESTART_CONTAINER } });

  expect(refusals(chart)).toEqual([expect.stringContaining("'resizePolicy' cannot restart a container that is never restarted")]);
});
