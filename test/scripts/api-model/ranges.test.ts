import { boundaryOf, holdsIn, rangesOf, written } from '../../../scripts/api-model/ranges';

const VERSIONS = ['1.27.16', '1.28.15', '1.35.3', '1.35.4', '1.36.3'];

const texts = (values: readonly (string | undefined)[], matters?: (index: number) => boolean) => rangesOf(values, VERSIONS, matters).map(written);

test('what all versions have has no range', () => {
  expect(texts(['a', 'a', 'a', 'a', 'a'])).toEqual(['a']);
});

test('what comes or goes has the version in which it did', () => {
  expect(texts([undefined, 'a', 'a', undefined, undefined])).toEqual(['1.28-1.35.4 a']);
  expect(texts(['a', 'a', undefined, undefined, 'a'])).toEqual(['-1.35 a', '1.36- a']);
});

test('what changes is there twice', () => {
  expect(texts(['a', 'b', 'b', 'b', 'b'])).toEqual(['-1.28 a', '1.28- b']);
});

test('versions that do not matter say what the one before them says', () => {
  expect(texts([undefined, undefined, 'a', 'a', undefined], index => index === 2 || index === 3)).toEqual(['a']);
});

test('a boundary is a minor, or a patch where two patches of a minor are known', () => {
  expect(VERSIONS.map((_, index) => boundaryOf(index, VERSIONS))).toEqual(['1.27', '1.28', '1.35', '1.35.4', '1.36']);
});

test('hand-written data holds from its first version to the one before the last', () => {
  expect(VERSIONS.filter(version => holdsIn(version, { since: '1.28', until: '1.35.4' }))).toEqual(['1.28.15', '1.35.3']);
  expect(VERSIONS.filter(version => holdsIn(version, {}))).toEqual(VERSIONS);
});
