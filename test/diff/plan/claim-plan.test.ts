import { commands, parsesInBash, planOf } from './support';
import { claimTemplate, object, podTemplate } from '../support';

describe('claims and volumes of the manifests', () => {
  const claim = (name: string) => object('v1', 'PersistentVolumeClaim', { spec: claimTemplate().spec }, name);
  const pods = (claimName: string) => podTemplate({}, { volumes: [{ name: 'data', persistentVolumeClaim: { claimName } }] });
  const deployment = (claimName: string) => object('apps/v1', 'Deployment', { spec: { selector: { matchLabels: { app: 'db' } }, template: pods(claimName) } }, 'web');
  const agent = (claimName: string) => object('apps/v1', 'DaemonSet', { spec: { selector: { matchLabels: { app: 'db' } }, template: pods(claimName) } }, 'agent');

  const mounting = (name: string, ...claims: string[]) => object('apps/v1', 'Deployment', {
    spec: {
      selector: { matchLabels: { app: 'db' } },
      template: podTemplate({ volumeMounts: [] }, { volumes: claims.map((claimName, index) => ({ name: `v${index}`, persistentVolumeClaim: { claimName } })) }),
    },
  }, name);

  test('a renamed claim gets its volume while nothing uses it', () => {
    const plan = planOf([claim('files'), deployment('files')], [claim('uploads'), deployment('uploads')]);

    expect(commands(plan.steps)).toEqual([
      'check PersistentVolumeClaim uploads',
      'label PersistentVolume',
      'label PersistentVolume',
      'patch PersistentVolume',
      'scale Deployment web',
      'wait PersistentVolumeClaim files',
      'delete PersistentVolumeClaim files',
      'wait PersistentVolume',
      'patch PersistentVolume',
      'apply PersistentVolumeClaim uploads',
      'apply PersistentVolumeClaim uploads',
      'wait PersistentVolumeClaim uploads',
      'apply Deployment web',
      'wait Deployment web',
    ]);
    expect(plan.downtime).toBe(true);
    expect(plan.changes).toEqual(['data-object-removed:data/files/PersistentVolumeClaim']);
    parsesInBash([...plan.steps, ...plan.wayBack, ...plan.afterwards]);
  });

  test('claims that the same workload uses move together', () => {
    const two = (a: string, b: string) => [claim(a), claim(b), mounting('web', a, b)];

    const { title } = planOf(two('a', 'b'), two('c', 'd'));

    expect(title).toBe('PersistentVolumeClaim data/a, data/b becomes data/c, data/d');
  });

  test('so do claims that are used together by way of others, and each is in one plan', () => {
    const [a, b] = [['a', 'b', 'c'], ['d', 'e', 'f']].map(([first, shared, last]) => [
      claim(first), claim(shared), claim(last), mounting('web', first, shared), mounting('api', shared, last),
    ]);

    const plan = planOf(a, b);

    expect(plan.title).toBe('PersistentVolumeClaim data/a, data/b, data/c becomes data/d, data/e, data/f');
    expect(commands(plan.steps).filter(command => command.startsWith('scale'))).toEqual(['scale Deployment web', 'scale Deployment api']);
  });

  test('a wait counts in whole numbers, whatever the grace period', () => {
    const [before, after] = ['files', 'uploads'].map(name => {
      const user = mounting('web', name);
      user.spec.template.spec.terminationGracePeriodSeconds = 5;
      return [claim(name), user];
    });

    const { steps } = planOf(before, after);

    expect(steps.find(({ title }) => title.startsWith('Wait until no pod uses'))!.command).toContain('i < 303;');
  });

  test('a Job, which cannot be changed, is deleted by people and made again, as it was made before', () => {
    const job = (claimName: string) => object('batch/v1', 'Job', { spec: { template: { spec: { ...pods(claimName).spec, restartPolicy: 'Never' } } } }, 'import');
    const { metadata, spec } = job('files');
    const label = { 'batch.kubernetes.io/controller-uid': '1' };
    const live = { ...job('files'), metadata: { ...metadata, uid: '1' }, spec: { ...spec, selector: { matchLabels: label }, template: { ...spec.template, metadata: { labels: label } } } };

    const { steps, wayBack } = planOf([claim('files'), live], [claim('uploads'), job('uploads')]);

    expect(steps.find(({ title }) => title.startsWith('Stop Job'))!.title).toContain('wait until it has ended, and delete it');
    expect(wayBack.find(({ action, object: { kind } }) => action === 'apply' && kind === 'Job')!.manifests).toEqual([job('files')]);
  });

  test('a pod of an ended Job that is collected before its turn comes stops no plan', () => {
    const job = (claimName: string) => object('batch/v1', 'Job', { spec: { template: { spec: { ...pods(claimName).spec, restartPolicy: 'Never' } } } }, 'import');

    const { steps } = planOf([claim('files'), job('files')], [claim('uploads'), job('uploads')]);

    const step = steps.find(({ title }) => title.startsWith('Delete the pods of ended jobs'))!;
    expect(step.command).toMatch(/kubectl delete pod "\$pod" .*--ignore-not-found/);
  });

  test('what cannot be scaled is stopped by people', () => {
    const { steps } = planOf([claim('files'), agent('files')], [claim('uploads'), agent('uploads')]);

    expect(steps.find(({ object: { kind } }) => kind === 'DaemonSet')).toMatchObject({ action: 'by-hand' });
    expect(steps.some(({ title }) => title.startsWith('Stop DaemonSet agent'))).toBe(true);
  });

  test.each([
    ['a smaller size', '1Mi', 'for no claim shrinks: write 1Gi in the new manifest', 'grow'],
    ['a larger size', '2Gi', 'grow it to 2Gi afterwards', 'shrinks'],
  ])('a renamed claim that asks for %s keeps what it has, and the plan says what to do', (_, storage, told, untold) => {
    const other = object('v1', 'PersistentVolumeClaim', { spec: { ...claimTemplate().spec, resources: { requests: { storage } } } }, 'uploads');

    const { limits } = planOf([claim('files'), deployment('files')], [other, deployment('uploads')]);

    expect(limits.join(' ')).toContain(told);
    expect(limits.join(' ')).not.toContain(untold);
  });

  test('the same size in other words is no matter', () => {
    const other = object('v1', 'PersistentVolumeClaim', { spec: { ...claimTemplate().spec, resources: { requests: { storage: '1024Mi' } } } }, 'uploads');

    const { limits } = planOf([claim('files'), deployment('files')], [other, deployment('uploads')]);

    expect(limits.join(' ')).not.toContain('keeps its size');
  });
});
