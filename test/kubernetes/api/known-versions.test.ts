import { knownMinors, readVersions } from '../../../src/kubernetes/api/known-versions';
import { VERSIONS } from '../../../src/kubernetes/api/versions.generated';
import { DEFAULT_KUBERNETES_VERSION } from '../../../src/kubernetes/kubernetes-version';

test('every minor of the model is known, and the usual one is one of them', () => {
  expect(knownMinors()).toEqual(['1.27', '1.28', '1.29', '1.30', '1.31', '1.32', '1.33', '1.34', '1.35', '1.36', '1.37']);
  expect(VERSIONS.every(version => knownMinors().some(minor => version.startsWith(`${minor}.`)))).toBe(true);
  expect(knownMinors()).toContain(DEFAULT_KUBERNETES_VERSION);
});

test.each([
  ['1.36', ['1.36']],
  ['v1.35.3-eks-a1b2c3d', ['1.35.3']],
  ['1.27.0', ['1.27.0']],
  ['1.36,1.33', ['1.33', '1.36']],
  [' 1.36 , 1.36 ', ['1.36']],
])("'%s' names known versions, oldest first and each once", (text, versions) => {
  const { versions: named, notes, problems } = readVersions(text);

  expect({ versions: named.map(String), notes, problems }).toEqual({ versions, notes: [], problems: [] });
});

test.each(['1.5', '1.26.9', '2.0', 'latest', '', '1.3'])("'%s' is none, and the known ones are listed", text => {
  const { versions, problems } = readVersions(text);

  expect(versions).toEqual([]);
  expect(problems).toEqual([expect.stringMatching(/^'.*' is no version of Kubernetes that is known here; known are 1\.27, 1\.28, .* 1\.37, and their patches/)]);
});

test('one wrong version makes the whole text wrong, and each is told', () => {
  const { versions, problems } = readVersions('1.36,1.5,x');

  expect(versions).toEqual([]);
  expect(problems).toHaveLength(2);
});

test('what is newer than all that is known is taken for the newest, with a note', () => {
  const { versions, notes } = readVersions('1.36,1.38.1');

  expect(versions.map(String)).toEqual(['1.36', '1.37']);
  expect(notes).toEqual(['Kubernetes 1.38.1 is newer than what is known here: it is taken for 1.37']);
});
