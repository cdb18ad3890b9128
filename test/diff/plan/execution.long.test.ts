import { Change, KEPT, claim, cronJob, dataOf, deleting, deployment, executed, fast, files, inClass, inCluster, mounting, named, one, policiesOf, reserved, restricted, slow, staticSet, told, two, volume, withKubectl } from './cluster';
import { claimTemplate, podTemplate } from '../support';
import { StandInServer } from './stand-in/server';
import { diskOf } from './stand-in/volumes';

withKubectl('a plan that kubectl runs, with controllers that do as Kubernetes\' do', () => {
  test('a renamed set finds its data under the new names, and in the end nothing tells of the plan', async () => {
    await executed({ before: [two(), fast], after: [two({}, { name: 'pg' }), fast] }, async ({ server, plan, runner }) => {
      expect(dataOf(server)).toEqual({ 'pg-0': ['Running data-pg-0: db-0'], 'pg-1': ['Running data-pg-1: db-1'] });
      expect(policiesOf(server)).toEqual(['Retain', 'Retain']);

      await runner.run(plan.afterwards);

      expect(server.store.list('PersistentVolume').map(({ metadata }) => metadata.labels)).toEqual([{}, {}]);
      expect(policiesOf(server)).toEqual(['Delete', 'Delete']);
    });
  }, 120_000);

  test('claims that a policy would delete survive a move to another namespace', async () => {
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'prod' } };

    await executed({ before: [two(deleting), fast], after: [two(deleting, { namespace: 'prod' }), fast, namespace] }, ({ server }) => {
      expect(dataOf(server, 'prod')).toEqual(KEPT);
    });
  }, 120_000);

  test('growing claims takes no pod away', async () => {
    const grown = two({ volumeClaimTemplates: [claimTemplate('data', { resources: { requests: { storage: '5Gi' } } })] });

    await inCluster({ before: [two(), fast], after: [grown, fast] }, async ({ server, plan, runner }) => {
      const pods = server.store.list('Pod').map(({ metadata }) => metadata.uid);

      await runner.run(plan.steps);

      server.settle();
      expect(server.store.list('PersistentVolumeClaim').map(({ status }) => status.capacity.storage)).toEqual(['5Gi', '5Gi']);
      expect(server.requests.filter(request => request.startsWith('DELETE'))).toEqual(['DELETE StatefulSet db']);
      expect(server.store.list('Pod').map(({ metadata }) => metadata.uid)).toEqual(pods);
      expect(dataOf(server)).toEqual(KEPT);
    });
  }, 120_000);

  test('another selector and Service: the pods are taken over, then restart with the same claims', async () => {
    const after = two({ serviceName: 'x', selector: { matchLabels: { name: 'db' } }, template: podTemplate({}, {}, { name: 'db' }) });

    await executed({ before: [two(), fast], after: [after, fast] }, ({ server }) => {
      expect(dataOf(server)).toEqual(KEPT);
      expect(server.store.list('Pod').map(({ spec }) => spec.subdomain)).toEqual(['x', 'x']);
    });
  }, 120_000);

  test('another Service alone restarts the pods, too', async () => {
    await executed({ before: [two(), fast], after: [two({ serviceName: 'x' }), fast] }, ({ server }) => {
      expect(dataOf(server)).toEqual(KEPT);
      expect(server.store.list('Pod').map(({ spec }) => spec.subdomain)).toEqual(['x', 'x']);
    });
  }, 120_000);

  test.each([
    ['podManagementPolicy', { podManagementPolicy: 'Parallel' }],
    ['revisionHistoryLimit, with pods that are replaced by hand', { revisionHistoryLimit: 3, updateStrategy: { type: 'OnDelete' } }],
  ])('no pod restarts for another %s', async (_, fields) => {
    const before = two({ ...fields, podManagementPolicy: undefined, revisionHistoryLimit: undefined });

    // Since 1.33 the server takes another revisionHistoryLimit.
    await inCluster({ before: [before, fast], after: [two(fields), fast], version: '1.32' }, async ({ server, plan, runner }) => {
      const pods = server.store.list('Pod').map(({ metadata }) => metadata.uid);

      await runner.run(plan.steps);

      expect(server.store.list('Pod').map(({ metadata }) => metadata.uid)).toEqual(pods);
    });
  }, 120_000);

  test('a renamed claim template keeps its volumes', async () => {
    await executed({ before: [two(), fast], after: [two(files), fast] }, ({ server }) => {
      expect(dataOf(server)).toEqual({ 'db-0': ['Running files-db-0: db-0'], 'db-1': ['Running files-db-1: db-1'] });
    });
  }, 120_000);

  test('an added claim template is a new volume beside the old one', async () => {
    await executed({ before: [one(), fast], after: [one({ volumeClaimTemplates: [claimTemplate(), claimTemplate('wal')] }), fast] }, ({ server }) => {
      expect(dataOf(server)).toEqual({ 'db-0': ['Running data-db-0: db-0', 'Running wal-db-0: db-0'] });
    });
  }, 120_000);

  test('another class gets a copy under the old names, and the old volumes stay', async () => {
    await executed({ before: [two(), fast, slow], after: [two(inClass('slow')), fast, slow] }, async ({ server, plan, runner }) => {
      const volumes = () => server.store.list('PersistentVolume').map(({ spec, status }) => `${spec.storageClassName} ${status.phase} ${spec.persistentVolumeReclaimPolicy}`).sort();
      expect(dataOf(server)).toEqual(KEPT);
      expect(volumes()).toEqual(['fast Released Retain', 'fast Released Retain', 'slow Bound Retain', 'slow Bound Retain']);

      await runner.run(plan.afterwards);

      expect(volumes()).toEqual(['fast Released Retain', 'fast Released Retain', 'slow Bound Delete', 'slow Bound Delete']);
    });
  }, 120_000);

  test('another class under another name of the claim template is a copy, too', async () => {
    const after = one({ ...files, volumeClaimTemplates: [claimTemplate('files', { storageClassName: 'slow' })] });

    await executed({ before: [one(), fast, slow], after: [after, fast, slow] }, ({ server }) => {
      expect(dataOf(server)).toEqual({ 'db-0': ['Running files-db-0: db-0'] });
    });
  }, 120_000);

  test('scaling in keeps the claims until they are deleted by name', async () => {
    await executed({ before: [two(deleting), fast], after: [two({ ...deleting, replicas: 1 }), fast] }, async ({ server, plan, runner }) => {
      expect(server.store.list('PersistentVolumeClaim')).toHaveLength(2);

      await runner.run(plan.afterwards);

      server.settle();
      expect(server.store.list('PersistentVolumeClaim').map(({ metadata }) => metadata.name)).toEqual(['data-db-0']);
      expect(server.store.list('PersistentVolume')).toHaveLength(2);
      expect(server.store.find('StatefulSet', 'data', 'db')!.spec.persistentVolumeClaimRetentionPolicy).toEqual(deleting.persistentVolumeClaimRetentionPolicy);
    });
  }, 120_000);

  test('members that leave by themselves learn the new number, and come back with what they had', async () => {
    const [before, after] = [told(3, 'none'), told(2, 'none')];

    await executed({ before: [before, fast], after: [after, fast] }, async ({ server, plan, runner }) => {
      expect(dataOf(server)).toEqual(KEPT);
      expect(server.store.list('Pod').map(({ spec }) => spec.containers[0].env[0].value)).toEqual(['2', '2']);
      expect(server.store.list('PersistentVolumeClaim')).toHaveLength(3);

      await runner.run(plan.wayBack);

      expect(dataOf(server)).toEqual({ ...KEPT, 'db-2': ['Running data-db-2: db-2'] });
    });
  }, 120_000);

  test('a member that was decommissioned comes back on a new volume, and the old one stays', async () => {
    await inCluster({ before: [told(3, 'leave'), fast], after: [told(2, 'leave'), fast] }, async ({ server, plan, runner }) => {
      const volumeOf = () => server.store.find('PersistentVolumeClaim', 'data', 'data-db-2')!.spec.volumeName;
      const old = volumeOf();
      await runner.run(plan.steps.filter(({ action }) => action !== 'exec'));

      await runner.run(plan.wayBack);

      expect(Object.keys(dataOf(server)).sort()).toEqual(['db-0', 'db-1', 'db-2']);
      expect(volumeOf()).not.toBe(old);
      expect(server.store.find('PersistentVolume', undefined, old)!.status.phase).toBe('Released');
    });
  }, 120_000);

  test('a copy is made where Pod Security is restricted', async () => {
    const set = (name: string) => one({ ...inClass(name), template: podTemplate({}, { securityContext: { runAsUser: 70, fsGroup: 70 } }) });
    const [before, after] = [[set('fast'), fast, slow], [set('slow'), fast, slow]];

    await inCluster({ before, after }, async ({ server, plan, runner }) => {
      server.store.update({ ...server.store.find('Namespace', undefined, 'data')!, metadata: restricted.metadata });

      await runner.run(plan.steps);

      expect(dataOf(server)).toEqual({ 'db-0': ['Running data-db-0: db-0'] });
    });
  }, 120_000);

  test('a set of Helm\'s is adopted over its running pods, and Helm forgets it', async () => {
    const helm = { ...two().metadata, labels: { 'app.kubernetes.io/managed-by': 'Helm' }, annotations: { 'meta.helm.sh/release-name': 'pg' } };
    const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'sh.helm.release.v1.pg.v1', namespace: 'data', labels: { owner: 'helm', name: 'pg' } } };
    const before = { ...two(), metadata: helm };

    await executed({ before: [before, fast], after: [two({ serviceName: 'x' }), fast], live: [before, fast, secret] }, async ({ server, plan, runner }) => {
      await runner.run(plan.afterwards);

      expect(dataOf(server)).toEqual(KEPT);
      expect(server.store.list('Secret')).toEqual([]);
    });
  }, 120_000);
});

withKubectl('claims and volumes of the manifests get other names', () => {
  const dataOfWeb = ({ store }: StandInServer) => store.list('PersistentVolumeClaim').map(({ metadata, spec, status }) =>
    `${metadata.name} ${status.phase} ${store.disks.get(diskOf(store.find('PersistentVolume', undefined, spec.volumeName)!))}`);

  test('the volume of a claim goes with it, and what uses it runs again', async () => {
    const [before, after] = ['files', 'uploads'].map(name => [claim(name), deployment(name), cronJob(name), fast]);
    const ended = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'backup-1', namespace: 'data' }, spec: { ...mounting('files').spec, nodeName: 'node' }, status: { phase: 'Succeeded' } };

    await inCluster({ before, after, live: [...before, ended] }, async ({ server, plan, runner }) => {
      const pod = server.store.list('Pod').map(({ metadata }) => metadata.name).find(name => name.startsWith('web'));

      await runner.run([...plan.steps, ...plan.afterwards]);

      expect(dataOfWeb(server)).toEqual([`uploads Bound ${pod}`]);
      expect(policiesOf(server)).toEqual(['Delete']);
      expect(server.store.find('CronJob', 'data', 'backup')!.spec).toMatchObject({ suspend: false });
      expect(server.store.list('Pod').map(({ status }) => status.phase)).toEqual(['Running']);
      expect(server.store.find('PersistentVolumeClaim', 'data', 'uploads')!.metadata.labels).toEqual({ of: 'uploads' });
    });
  }, 120_000);

  test('a static volume of a claim that names it is the same storage as another object', async () => {
    const before = [volume('a', '/x'), named('files', 'a'), deployment('files')];
    const after = [volume('b', '/x'), named('files', 'b'), deployment('files')];

    await inCluster({ before, after }, async ({ server, plan, runner }) => {
      const [pod] = server.store.list('Pod').map(({ metadata }) => metadata.name);

      await runner.run(plan.steps);

      expect(dataOfWeb(server)).toEqual([`files Bound ${pod}`]);
      expect(server.store.list('PersistentVolume').map(({ metadata, status }) => `${metadata.name} ${status.phase}`)).toEqual(['b Bound']);
    });
  }, 120_000);

  test('so is one that is reserved for a claim of a set', async () => {
    const [before, after] = ['a', 'b'].map(name => [reserved(name, '/x', 'data-db-0'), staticSet()]);

    await executed({ before, after }, ({ server }) => {
      expect(dataOf(server)).toEqual({ 'db-0': ['Running data-db-0: db-0'] });
      expect(server.store.list('PersistentVolume').map(({ metadata, status }) => `${metadata.name} ${status.phase}`)).toEqual(['b Bound']);
    });
  }, 120_000);

  test('a claim and its static volume get other names together', async () => {
    const before = [volume('a', '/x'), named('files', 'a'), deployment('files')];
    const after = [volume('b', '/x'), named('uploads', 'b'), deployment('uploads')];

    await inCluster({ before, after }, async ({ server, plan, runner }) => {
      const [pod] = server.store.list('Pod').map(({ metadata }) => metadata.name);

      await runner.run(plan.steps);

      expect(dataOfWeb(server)).toEqual([`uploads Bound ${pod}`]);
    });
  }, 120_000);
});

withKubectl('a plan stops before anything happens', () => {
  const renamed = { before: [two(), fast], after: [two({}, { name: 'pg' }), fast] };
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'shell', namespace: 'data' }, spec: { containers: [], volumes: [{ name: 'a', persistentVolumeClaim: { claimName: 'data-db-1' } }] } };

  test.each<[string, Change, string]>([
    ['if somebody has scaled the set', { ...renamed, live: [two({ replicas: 3 }), fast] }, 'See that the set has 2 replicas'],
    ['if the new claims are there already', { ...renamed, live: [two(), two({}, { name: 'pg' }), fast] }, 'See that nothing has the new names yet'],
    ['if another pod uses a claim', { ...renamed, live: [two(), fast, pod] }, 'these pods use the claims: shell data-db-1'],
    ['if the namespace refuses the pod that copies', {
      before: [two(), fast, slow], after: [two(inClass('slow')), fast, slow], live: [two(), fast, slow, restricted],
    }, 'violates PodSecurity'],
  ])('%s', async (_, change, message) => {
    await inCluster(change, async ({ server, plan, runner }) => {
      await expect(runner.run(plan.steps)).rejects.toThrow(message);

      const writes = server.requests.filter(request => !/^PATCH (PersistentVolumeClaim .*-copy|Pod copy-|StatefulSet db-dry-run|StatefulSet pg)/.test(request));
      expect(writes).toEqual([]);
    });
  }, 120_000);
});
