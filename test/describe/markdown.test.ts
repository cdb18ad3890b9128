import { manifests, set, together, workload } from './support';
import { describe as inWords } from '../../src/describe/describe';
import { describeMarkdown } from '../../src/describe/markdown';

const description = inWords(manifests(together(set(), workload('Deployment'))));

test('sections are headings, and names a table', () => {
  const text = describeMarkdown(description, description.systems);

  expect(text).toContain('# What the manifests make of a cluster (Kubernetes 1.36)');
  expect(text).toContain('### What resolves to what\n\n| name | resolves to | port | |\n| --- | --- | --- | --- |\n| `db.shop.svc.cluster.local` |');
});

test('text of manifests stays text', () => {
  const hostile = inWords(manifests(set().replace('example.com/db:1', '<script>|@team')));

  expect(describeMarkdown(hostile, hostile.systems)).not.toMatch(/<script>|@team/);
});
