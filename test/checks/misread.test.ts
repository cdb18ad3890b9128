import { misreadIn } from '../../src/checks/misread';
import { findingOf } from '../../src/reports/finding';

const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' } };
const finding = (id: string, path: string) => findingOf({ id, severity: 'error' }, pod, { path, message: 'it is wrong', fix: 'write another' });

test('what is around a field that cannot be read, or that is not known, is misread', () => {
  const found = [finding('schema-type', '/spec/containers/0/ports'), finding('schema-unknown-field', '/spec/volumes/0/clam')];

  expect([...misreadIn(found)]).toEqual(['/spec/containers/0', '/spec/volumes/0']);
});

test('a field of the object or of its spec spoils nothing else, and neither do other findings', () => {
  const found = [finding('schema-unknown-field', '/spce'), finding('schema-type', '/spec/replicas'), finding('schema-required', '/spec/containers/0/name')];

  expect([...misreadIn(found)]).toEqual([]);
});
