import { Places } from '../../../src/diff/changes/places';
import { diff } from '../../../src/diff/diff';
import { readDocuments } from '../../../src/manifest/read/read';

const SET = (name: string, replicas: number, more = '') => `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: ${name}
  namespace: data
spec:
  replicas: ${replicas}
${more}  serviceName: db
  selector: {matchLabels: {app: db}}
  template:
    metadata: {labels: {app: db}}
    spec:
      containers:
      - {name: db, image: postgres}
  volumeClaimTemplates:
  - metadata: {name: data}
    spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
`;
const CONFIG = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n---\n';

function placesOf(before: string, after: string): Record<string, string | undefined> {
  const sides = [readDocuments(before, 'old.yaml'), readDocuments(after, 'new.yaml')];
  const [old, next] = sides.map(documents => documents.map(({ manifest }) => manifest!));
  const { changes, renames } = diff(old, next);
  const places = new Places(sides[0], sides[1], renames);
  return Object.fromEntries(changes.map(change => {
    const place = places.of(change);
    return [change.id, place && `${place.file}:${place.line}`];
  }));
}

test('a changed field stands in the new manifest', () => {
  expect(placesOf(SET('db', 3), CONFIG + SET('db', 1))).toMatchObject({ 'scale-in-leaves-claims:data/db': 'new.yaml:11' });
});

test('a field that is gone stands in the mapping that it was in', () => {
  const places = placesOf(SET('db', 3, '  podManagementPolicy: Parallel\n'), SET('db', 3));

  expect(places).toEqual({ 'statefulset-immutable:data/db/spec.podManagementPolicy': expect.stringMatching(/^new\.yaml:[67]$/) });
});

test('an item that is gone stands at its list, and not at the item that took its place', () => {
  const two = SET('db', 3).replace('      - {name: db, image: postgres}\n', '      - {name: side, image: busybox}\n      - {name: db, image: postgres}\n');

  const places = placesOf(two, SET('db', 3));

  expect(Object.values(places)).toEqual([expect.stringMatching(/^new\.yaml:1[234]$/)]);
});

test('an object that is gone stands in the old manifest', () => {
  expect(placesOf(CONFIG + SET('db', 3), CONFIG)).toEqual({ 'set-removed:data/db': 'old.yaml:5' });
});

test('a renamed set stands under its new name', () => {
  expect(placesOf(SET('db', 3), CONFIG + SET('pg', 3))).toMatchObject({ 'set-renamed:data/db': 'new.yaml:8' });
});

test('what stands nowhere has no place', () => {
  const places = new Places([], [], []);

  expect(places.of({ object: { apiVersion: 'v1', kind: 'Pod', name: 'x' }, path: '', after: undefined })).toBeUndefined();
});
