import { DOCUMENT_CHECKS } from '../../src/checks/engine/document-checks';
import { explainCheck } from '../../src/checks/explain';

test('a check explains itself with what it reports of its bad example', () => {
  expect(explainCheck(DOCUMENT_CHECKS['incomplete-document'])).toEqual({
    message: expect.stringContaining('two manifests in one document'),
    fix: "a line '---' is missing before line 4",
  });
});

test('a check that reports nothing there has nothing to say', () => {
  expect(explainCheck({ ...DOCUMENT_CHECKS['incomplete-document'], bad: '' })).toEqual({});
});
