import { DOCUMENT_CHECKS } from '../../../src/checks/engine/document-checks';
import { readDocuments } from '../../../src/manifest/read/read';

test.each(Object.entries(DOCUMENT_CHECKS))('%s is found in its bad example and not in its good one', (id, check) => {
  const problemsIn = (yaml: string) => readDocuments(yaml, 'a.yaml').flatMap(({ problems }) => problems.map(problem => problem.rule));

  expect(check.id).toBe(id);
  expect(problemsIn(check.bad!)).toEqual([id]);
  expect(problemsIn(check.good!)).toEqual([]);
});
