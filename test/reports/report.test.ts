import { BROKEN_FILE_FINDING, IMAGE_FINDING, SERVICE_FINDING } from './sample';
import { countBySeverity, countsInWords, objectInWords, urlOf } from '../../src/reports/report';

test('counts findings by severity', () => {
  expect(countBySeverity([SERVICE_FINDING, IMAGE_FINDING, BROKEN_FILE_FINDING])).toEqual({ error: 2, warning: 1, info: 0 });
});

test('says the counts in words and leaves out what does not occur', () => {
  expect(countsInWords([SERVICE_FINDING, BROKEN_FILE_FINDING, IMAGE_FINDING])).toBe('2 errors, 1 warning');
  expect(countsInWords([])).toBe('nothing found');
});

test.each([
  [{ apiVersion: 'apps/v1', kind: 'StatefulSet', namespace: 'db', name: 'data' }, 'StatefulSet db/data'],
  [{ apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', name: 'fast' }, 'StorageClass fast'],
  [{ apiVersion: 'v1', kind: 'Pod', namespace: 'db', name: '' }, 'Pod db/(no name)'],
  [{ apiVersion: '', kind: '', name: '' }, ''],
])('names an object as people do: %j', (reference, words) => {
  expect(objectInWords(reference)).toBe(words);
});

test('points to the heading of the check', () => {
  expect(urlOf('image-tag')).toMatch(/\/docs\/checks\.md#image-tag$/);
});
