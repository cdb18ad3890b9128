import { Testing } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { Backup, PodSettings, PostgreSqlCluster, PostgreSqlWalArchive, RestoreCheck, SnapshotBackup, Task } from '../../../src';
import { podTemplateOf } from '../../../src/kubernetes/workload';
import { newChart, refusals } from '../../support/synth';

const S3 = { bucket: 'backups', credentialsSecret: 'login' };
const SETTINGS: PodSettings = {
  resources: { cpu: { request: Cpu.millis(250) } },
  placement: { nodeSelector: { disk: 'hdd' }, priorityClassName: 'low' },
  labels: { team: 'orders' },
  podAnnotations: { 'example.com/scrape': 'false' },
  imagePullSecrets: ['own'],
};

const database = (scope: Construct) => new PostgreSqlCluster(scope, 'db', { imagePullSecrets: ['registry'] });
const backup = (scope: Construct, settings: PodSettings = {}) => new Backup(scope, 'backup', { database: database(scope), s3: S3, ...settings });

/** All that has a pod with these settings, by what it is called. */
const SUBJECTS: Readonly<Record<string, (scope: Construct, settings: PodSettings) => unknown>> = {
  'backup': backup,
  'fetch': (scope, settings) => new Task(scope, 'fetch', backup(scope, settings).fetchTask('20260131T030000Z')),
  'check': (scope, settings) => new RestoreCheck(scope, 'check', { backup: backup(scope), ...settings }),
  'check-s3': (scope, settings) => new RestoreCheck(scope, 'check-s3', { backup: backup(scope), fromS3: true, ...settings }),
  'snapshots': (scope, settings) => new SnapshotBackup(scope, 'snapshots', { claimNames: ['data-db-0'], volumeSnapshotClassName: 'fast', ...settings }),
  'wal': (scope, settings) => new PostgreSqlWalArchive(scope, 'wal', { database: database(scope), ...settings }),
  'restore': (scope, settings) => {
    const of = database(scope);
    const archive = new PostgreSqlWalArchive(scope, 'wal', { database: of, ...settings });
    new Task(scope, 'restore', archive.restoreTask(new Backup(scope, 'backup', { database: of }), '20260131T030000Z', '2026-01-31 11:59:00+00'));
  },
};

function templateOf(name: string, settings: PodSettings): any {
  const chart = newChart('data');
  SUBJECTS[name](chart, settings);
  return Testing.synth(chart).filter(({ metadata }) => metadata.name === name).map(manifest => podTemplateOf(manifest)).find(Boolean);
}

test.each(Object.keys(SUBJECTS))('the pod of %s has the settings, and so has each of its containers', name => {
  const { metadata, spec } = templateOf(name, SETTINGS);

  const containers = [...spec.initContainers ?? [], ...spec.containers];
  expect(metadata).toMatchObject({ labels: { team: 'orders' }, annotations: { 'example.com/scrape': 'false' } });
  expect(spec).toMatchObject({ nodeSelector: { disk: 'hdd' }, priorityClassName: 'low', imagePullSecrets: [{ name: 'own' }] });
  expect(containers.map(({ resources }) => resources)).toEqual(containers.map(() => ({ requests: { cpu: '250m' } })));
});

test.each(Object.keys(SUBJECTS).filter(name => name !== 'snapshots'))('the pod of %s has the Secrets of the database if it has none of its own', name => {
  const { spec } = templateOf(name, {});

  expect(spec.imagePullSecrets).toEqual([{ name: 'registry' }]);
});

test.each(['backup', 'wal'])('the labels by which the database lets in the pod of %s stay beside others', name => {
  const { metadata } = templateOf(name, SETTINGS);

  expect(metadata.labels).toMatchObject({ 'app.kubernetes.io/component': 'backup', 'app.kubernetes.io/part-of': 'db', 'team': 'orders' });
});

test.each([
  ['backup', { 'app.kubernetes.io/part-of': 'shop' }, "'labels' has 'app.kubernetes.io/part-of: shop', and by 'app.kubernetes.io/part-of: db' the database lets the pod in; remove it"],
  ['wal', { 'app.kubernetes.io/component': 'metrics' }, "by 'app.kubernetes.io/component: backup' the database lets the pod in"],
  ['check', { 'app.kubernetes.io/component': 'backup' }, 'by which NetworkPolicies know pods that belong to a database'],
  ['snapshots', { 'app.kubernetes.io/component': 'pooler' }, 'by which NetworkPolicies know pods that belong to a database'],
])('%s refuses labels that would change who may connect', (name, labels, message) => {
  const chart = newChart('data');

  SUBJECTS[name](chart, { labels: labels as Record<string, string> });

  expect(refusals(chart)).toEqual([expect.stringContaining(message)]);
});

test('a label that says what the database says anyway is no mistake', () => {
  const chart = newChart('data');

  backup(chart, { labels: { 'app.kubernetes.io/part-of': 'db' } });

  expect(Testing.synth(chart).length).toBeGreaterThan(0);
});
