import { diff } from '../../../src/diff/diff';
import { movedClaims, movedVolumes } from '../../../src/diff/plan/moved-claims';
import { Manifest } from '../../../src/kubernetes/manifest';
import { claimTemplate, object, podTemplate } from '../support';

const claim = (name: string, namespace = 'data'): Manifest => ({ ...object('v1', 'PersistentVolumeClaim', { spec: claimTemplate().spec }), metadata: { name, namespace } });
const deployment = (claimName: string, name = 'web', image = 'nginx:1.25') =>
  object('apps/v1', 'Deployment', { spec: { template: podTemplate({ image }, { volumes: [{ name: 'data', persistentVolumeClaim: { claimName } }] }) } }, name);
const volume = (name: string, path: string): Manifest => ({ apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name }, spec: { nfs: { server: 's', path } } });

function namesOf(moved: typeof movedClaims, before: Manifest[], after: Manifest[]) {
  return moved(diff(before, after).world).map(pair => [pair.before, pair.after].map(({ metadata }) => `${metadata?.namespace ?? ''}/${metadata?.name}`));
}

describe('a claim is the same one under another name', () => {
  test.each<[string, Manifest[], Manifest[]]>([
    ['if the same workload has it as the same volume', [claim('a'), deployment('a')], [claim('b'), deployment('b', 'web', 'nginx:1.26')]],
    ['if it is mounted in another workload of the same image at the same place', [claim('a'), deployment('a')], [claim('b'), deployment('b', 'site')]],
  ])('%s', (_, before, after) => {
    expect(namesOf(movedClaims, before, after)).toEqual([['data/a', 'data/b']]);
  });

  test('if it only has another namespace', () => {
    expect(namesOf(movedClaims, [claim('a')], [claim('a', 'prod')])).toEqual([['data/a', 'prod/a']]);
  });
});

describe('a claim is another one', () => {
  test.each<[string, Manifest[], Manifest[]]>([
    ['if nothing says that they belong together', [claim('a')], [claim('b')]],
    ['if another image mounts it', [claim('a'), deployment('a')], [claim('b'), deployment('b', 'site', 'mysql:8')]],
    ['if there are two that it could be', [claim('a'), deployment('a')], [claim('b'), deployment('b', 'x'), claim('c'), deployment('c', 'y')]],
  ])('%s', (_, before, after) => {
    expect(namesOf(movedClaims, before, after)).toEqual([]);
  });
});

test('volumes of the same source are the same storage', () => {
  expect(namesOf(movedVolumes, [volume('a', '/x'), volume('c', '/z')], [volume('b', '/x'), volume('d', '/y')])).toEqual([['/a', '/b']]);
});

test('so are they if a cluster gives the fields in another order', () => {
  const live = { ...volume('a', '/x'), spec: { nfs: { path: '/x', server: 's' }, volumeMode: 'Filesystem' } };

  expect(namesOf(movedVolumes, [live], [volume('b', '/x')])).toEqual([['/a', '/b']]);
});
