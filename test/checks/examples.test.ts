import { checkDocuments } from '../../src/checks/run';
import { readDocuments } from '../../src/manifest/read/read';
import { EXAMPLES, runExample } from '../support/examples';

test.each(EXAMPLES)('the checker finds nothing to say about the example %s', name => {
  const yaml = runExample(name);

  const findings = checkDocuments(readDocuments(yaml, `${name}.yaml`));

  expect(findings.map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`)).toEqual([]);
});
