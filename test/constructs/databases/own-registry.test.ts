import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Chart, IResolver } from 'cdk8s';
import * as ts from 'typescript';
import * as library from '../../../src';
import { listOf, Manifest } from '../../../src/kubernetes/manifest';
import { podTemplateOf } from '../../../src/kubernetes/workload';

const REGISTRY = 'registry.example.com/mirror';

/** The class as docs/databases.md shows it: what is proven here is what people copy. */
function ownRegistry(): IResolver {
  const page = readFileSync(join(__dirname, '../../../docs/databases.md'), 'utf8');
  const [text] = /^class OwnRegistry [\s\S]*?^}$/m.exec(page)!;
  const { outputText } = ts.transpileModule(text, { compilerOptions: { target: ts.ScriptTarget.ES2022 } });
  const OwnRegistry = new Function(`${outputText}; return OwnRegistry;`)();
  return new OwnRegistry(REGISTRY, 'registry-login');
}

/** All databases with all that they can have, backups and checks of them. */
function manifestsOf(app: App): Manifest[] {
  const chart = new Chart(app, 'test', { namespace: 'data' });
  const props = { tlsSecret: 'tls', metrics: true };
  const {
    RedisReplication, MariaDbReplication, MySqlReplication, MongoReplicaSet, CassandraRing, PostgreSqlCluster, RabbitMqCluster, ZooKeeperEnsemble,
  } = library;
  const volumeSnapshotClassName = 'fast';
  [CassandraRing, RabbitMqCluster, ZooKeeperEnsemble].map(Preset => new Preset(chart, Preset.name.toLowerCase(), props))
    .forEach(({ name, claimNames }) => new library.SnapshotBackup(chart, `${name}-snapshots`, { claimNames, volumeSnapshotClassName }));
  const dumpable = [RedisReplication, MariaDbReplication, MySqlReplication, MongoReplicaSet, PostgreSqlCluster]
    .map(Preset => new Preset(chart, Preset.name.toLowerCase(), props));
  const users = [{ name: 'shop' }];
  const pooled = new library.PostgreSqlCluster(chart, 'pooled', { users });
  new library.PostgreSqlPooler(chart, 'pooler', { database: pooled, users: ['shop'] });
  const s3 = { bucket: 'backups', credentialsSecret: 'login' };
  new library.PostgreSqlWalArchive(chart, 'pooled-wal', { database: pooled, s3, backup: new library.Backup(chart, 'pooled-backup', { database: pooled, s3 }) });
  for (const database of dumpable) {
    const backup = new library.Backup(chart, `${database.name}-backup`, { database });
    new library.RestoreCheck(chart, `${database.name}-check`, { backup });
    new library.SnapshotBackup(chart, `${database.name}-snapshots`, { claimNames: database.claimNames, volumeSnapshotClassName: 'csi' });
  }
  app.synthYaml();
  return chart.toJson();
}

const imagesOf = (manifests: Manifest[]) => manifests.flatMap(manifest => podTemplateOf(manifest) ?? [])
  .flatMap(({ spec }: any) => [...listOf(spec.initContainers), ...listOf(spec.containers)]).map(({ image }: any) => image as string);

describe.each([App, library.LinearApp])('with %p', AnyApp => {
  test('every image of every preset comes from the registry, and is the same otherwise', () => {
    const theirs = imagesOf(manifestsOf(new AnyApp()));

    const own = imagesOf(manifestsOf(new AnyApp({ resolvers: [ownRegistry()] })));

    expect(own).toEqual(theirs.map(image => `${REGISTRY}/${image.includes('/') ? image : `library/${image}`}`));
    expect(new Set(own).size).toBeGreaterThan(10);
  });

  test('every pod, also those of Jobs and CronJobs, may log in there', () => {
    const manifests = manifestsOf(new AnyApp({ resolvers: [ownRegistry()] }));

    const accounts = manifests.filter(({ imagePullSecrets }) => imagePullSecrets?.[0].name === 'registry-login').map(({ metadata }) => metadata!.name);
    const pods = manifests.flatMap(manifest => {
      const template: any = podTemplateOf(manifest);
      return template ? [{ kind: manifest.kind, account: template.spec.serviceAccountName }] : [];
    });
    expect(new Set(pods.map(({ kind }) => kind))).toEqual(new Set(['StatefulSet', 'Deployment', 'Job', 'CronJob']));
    expect(pods.filter(({ account }) => !accounts.includes(account))).toEqual([]);
  });
});
