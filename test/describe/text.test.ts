import { manifests, set, together, workload } from './support';
import { describe as inWords } from '../../src/describe/describe';
import { describeText } from '../../src/describe/text';

const description = inWords(manifests(together(set(), workload('Deployment'))));

test('an overview has a line for each system, and details below', () => {
  const text = describeText(description, description.systems);

  expect(text).toContain('- StatefulSet shop/db runs 3 pods, db-0 to db-2: example.com/db:1, 3 claims\n');
  expect(text).toContain('StatefulSet shop/db\n===================\n\nWhat runs\n- StatefulSet');
});

test('names are never wrapped, and lines are', () => {
  const text = describeText(description, [description.systems[0]], { columns: 40 });

  expect(text).toContain('  db-0.db.shop.svc.cluster.local\n      → pod db-0; the same port; only while it is ready\n');
  expect(text.split('\n').filter(line => line.startsWith('- ') && line.length > 40)).toEqual([]);
});

test('one system alone has no overview', () => {
  expect(describeText(description, [description.systems[0]])).toMatch(/^StatefulSet shop\/db\n/);
});

test('hostile text commands no terminal', () => {
  const hostile = inWords(manifests(set().replace('example.com/db:1', 'a\\u001b[31mb')));

  expect(describeText(hostile, hostile.systems)).not.toContain('\u001b');
});
