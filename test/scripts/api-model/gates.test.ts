import { gatesInGo, gatesInList } from '../../../scripts/api-model/gates';

const LIST = `
- name: PodIndexLabel
  versionedSpecs:
  - {default: true, lockToDefault: false, preRelease: Beta, version: "1.28"}
  - {default: true, lockToDefault: true, preRelease: GA, version: "1.32"}
- name: Later
  versionedSpecs:
  - {default: false, lockToDefault: false, preRelease: Alpha, version: "1.35"}
- name: WithoutVersion
  versionedSpecs:
  - {default: false, lockToDefault: false, preRelease: "", version: ""}
`;

const GO = `
var defaultKubernetesFeatureGates = map[featuregate.Feature]featuregate.FeatureSpec{
	AnyVolumeDataSource: {Default: true, PreRelease: featuregate.Beta}, // on by default in 1.24
	genericfeatures.DryRun:           {Default: true, PreRelease: featuregate.GA, LockToDefault: true}, // remove in 1.28
	CSIVolumeHealth: {Default: false, PreRelease: featuregate.Alpha},
}
`;

test('a listed gate is what its last change up to the minor made of it', () => {
  expect(gatesInList(LIST, '1.34').get('PodIndexLabel')).toEqual({ stage: 'ga', on: true, locked: true });
  expect(gatesInList(LIST, '1.31').get('PodIndexLabel')).toEqual({ stage: 'beta', on: true, locked: false });
});

test('what would keep a cluster from going back holds a minor later', () => {
  const list = `
- name: Fractions
  versionedSpecs:
  - {default: false, lockToDefault: false, preRelease: Beta, version: "1.37"}
  - {default: true, lockToDefault: false, preRelease: Beta, version: "1.37", minCompatibilityVersion: "1.37"}
`;
  const isOn = (minor: string) => gatesInList(list, minor).get('Fractions')?.on;

  expect(['1.36', '1.37', '1.38'].map(isOn)).toEqual([undefined, false, true]);
});

test('a gate that comes later is not there, one without a version is', () => {
  expect([...gatesInList(LIST, '1.34').keys()]).toEqual(['PodIndexLabel', 'WithoutVersion']);
});

test('before there were lists, gates stand in Go, those of libraries among them', () => {
  const gates = gatesInGo(GO);

  expect(Object.fromEntries(gates)).toEqual({
    AnyVolumeDataSource: { stage: 'beta', on: true, locked: false },
    DryRun: { stage: 'ga', on: true, locked: true },
    CSIVolumeHealth: { stage: 'alpha', on: false, locked: false },
  });
});
