import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CSI_SIDECARS, csiClass, csiObjects } from '../../../../scripts/kubernetes/node/csi';

/** By the module: the version in a go.mod. */
function versionsIn(name: string): Map<string, string> {
  const text = readFileSync(join(__dirname, '../../../../scripts/kubernetes/go', name, 'go.mod'), 'utf8');
  return new Map([...text.matchAll(/^(?:require |\t)(\S+) (v\S+)/gm)].map(([, module, version]) => [module, version]));
}

test('every sidecar is a tool of the go.mod that pins its version', () => {
  const text = readFileSync(join(__dirname, '../../../../scripts/kubernetes/go/csi/go.mod'), 'utf8');

  expect(CSI_SIDECARS.filter(sidecar => !new RegExp(`^tool \\S+/${sidecar}$`, 'm').test(text))).toEqual([]);
});

test('the sidecars and the DNS are built of the same versions, so that what they share is compiled once', () => {
  const [dns, csi] = [versionsIn('dns'), versionsIn('csi')];

  const others = [...csi].filter(([module, version]) => dns.has(module) && dns.get(module) !== version);

  expect(others).toEqual([]);
  expect(csi.get('k8s.io/client-go')).toBeDefined();
});

test('volumes of the class grow, and the driver, the class and that of snapshots name each other', () => {
  const names = csiObjects.map((object: any) => object.provisioner ?? object.driver ?? object.metadata.name);

  expect(new Set(names).size).toBe(1);
  expect(csiClass('a')).toMatchObject({ metadata: { name: 'a' }, allowVolumeExpansion: true });
});
