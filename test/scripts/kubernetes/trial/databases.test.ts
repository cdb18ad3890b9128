import { imageNamed } from '../../../../scripts/kubernetes/node/images/images';
import { imagesOf } from '../../../../scripts/kubernetes/node/images/images-of';
import { MEMBERS, SET, TRIAL_DATABASES, trialDatabase, trialOf } from '../../../../scripts/kubernetes/trial/databases';

const GIBIBYTE = 2 ** 30;
const bytes = (quantity: string) => Number(quantity.replace('Mi', '')) * 2 ** 20;

test('without a name PostgreSQL is tried', () => {
  expect(trialDatabase().name).toBe('postgresql');
});

test('another name is answered with those that there are', () => {
  expect(() => trialDatabase('oracle')).toThrow("There is no 'oracle' to try, but these: postgresql, mariadb, redis");
});

describe.each(TRIAL_DATABASES.map(database => [database.name, database] as const))('%s', (name, database) => {
  const { manifests, host } = trialOf(database);
  const set = manifests.find(({ kind }) => kind === 'StatefulSet')!;

  test('is alone in a namespace, which is made first', () => {
    expect(manifests[0]).toMatchObject({ kind: 'Namespace', metadata: { name } });
    expect(manifests.slice(1).map(({ metadata }) => metadata.namespace)).toEqual(manifests.slice(1).map(() => name));
  });

  test('has images that can be made here', () => {
    expect(imagesOf(manifests).map(imageNamed)).not.toContain(undefined);
  });

  test('has the members that are waited for, which fit into 4 GiB', () => {
    const limits: number[] = set.spec.template.spec.containers.map(({ resources }: any) => bytes(resources?.limits?.memory ?? '0Mi'));

    expect([set.metadata.name, set.spec.replicas]).toEqual([SET, MEMBERS]);
    expect(MEMBERS * limits.reduce((sum, limit) => sum + limit)).toBeLessThan(4 * GIBIBYTE);
  });

  test('is asked by the name of its Service', () => {
    const services = manifests.filter(({ kind }) => kind === 'Service').map(({ metadata }) => `${metadata.name}.${name}.svc.cluster.local`);

    expect(services).toContain(host);
    expect(database.lines.filter(({ shell }) => !shell.includes('"$DATABASE"'))).toEqual([]);
  });
});
