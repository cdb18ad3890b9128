import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDocuments } from '../../../scripts/conformance/documents';
import { useFolder } from '../../cli/folder';

const folder = useFolder();

test('each group and version gets a file of its own', async () => {
  const answers: Record<string, unknown> = {
    '/openapi/v3': { paths: { 'apis/apps/v1': { serverRelativeURL: '/openapi/v3/apis/apps/v1?hash=A' } } },
    '/openapi/v3/apis/apps/v1?hash=A': { components: { schemas: {} } },
  };

  const count = await writeDocuments({ get: async path => ({ code: 200, body: answers[path], warnings: [] }) }, folder.path);

  expect(count).toBe(1);
  expect(readFileSync(join(folder.path, 'apis__apps__v1_openapi.json'), 'utf8')).toBe('{"components":{"schemas":{}}}');
});
