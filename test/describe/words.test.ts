import { manifests, set } from './support';
import { counted, enumerated, enumeratedShort, fullName, ordinalNames, seconds, titled } from '../../src/describe/words';

test('words in a row', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(words => enumerated(words))).toEqual(['', 'a', 'a and b', 'a, b and c']);
  expect(enumerated(['a', 'b'], 'or')).toBe('a or b');
  expect(enumeratedShort(['a', 'b', 'c', 'd'], 3)).toBe('a, b and 2 more');
});

test('counted things', () => {
  expect([counted(1, 'pod'), counted(2, 'pod'), counted(2, 'policy'), counted(2, 'class'), counted(3, 'key')]).toEqual(['1 pod', '2 pods', '2 policies', '2 classes', '3 keys']);
});

test('times', () => {
  expect([30, 90, 120, 3600, 7200].map(seconds)).toEqual(['30 s', '90 s', '2 minutes', '60 minutes', '2 hours']);
});

test('names of objects, and of what has ordinals', () => {
  const [db] = manifests(set({ replicas: 4 }));

  expect(titled(db)).toBe('StatefulSet shop/db');
  expect(fullName({ apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: 'pv' } })).toBe('pv');
  expect(ordinalNames(db, ordinal => `x-${ordinal}`)).toBe('x-0 to x-3');
});
