import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE } from '../../../../scripts/kubernetes/node/kube-router';

test('the program is a tool of the go.mod that pins its version', () => {
  const text = readFileSync(join(__dirname, '../../../../scripts/kubernetes/go/policies/go.mod'), 'utf8');

  expect(text).toContain(`\ntool ${PACKAGE}\n`);
});
