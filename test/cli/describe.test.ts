import { useFolder } from './folder';
import { record } from './recorder';
import { set, together, workload } from '../describe/support';

const folder = useFolder();

test('a small folder is described in full', () => {
  folder.write('a.yaml', set());

  expect(record(['describe', folder.path])).toMatchObject({ code: 0, err: '', out: expect.stringContaining('What needs a human') });
});

test('a big folder gets a line for each system, and says how to read more', () => {
  folder.write('a.yaml', together(set(), ...['a', 'b', 'c'].map(name => workload('Deployment').replace('name: web', `name: ${name}`))));

  const { out, err } = record(['describe', folder.path]);

  expect(out).toContain('- Deployment shop/b runs 1 pod');
  expect(out).not.toContain('What needs a human');
  expect(err).toContain(`cdk8s-stateful describe ${folder.path} shop/db; of all: --all`);
  expect(record(['describe', folder.path, '--all']).out).toContain('What needs a human');
});

test('one system, for another version and domain', () => {
  folder.write('a.yaml', together(set(), workload('Deployment')));

  const { out } = record(['describe', folder.path, 'shop/db', '--kubernetes-version', '1.30', '--cluster-domain', 'example.org', '--format', 'json']);

  expect(JSON.parse(out)).toMatchObject({ kubernetesVersion: '1.30', systems: [{ name: 'db' }] });
  expect(out).toContain('db-0.db.shop.svc.example.org');
});

test('one system by the option that graph has', () => {
  folder.write('a.yaml', together(set(), workload('Deployment')));

  const described = (...words: readonly string[]) => record(['describe', folder.path, ...words]).out;

  expect(described('--system', 'shop/db')).toBe(described('shop/db'));
});

test('wrong usage says what to type', () => {
  folder.write('a.yaml', set());

  expect(record(['describe'])).toMatchObject({ code: 2, err: expect.stringContaining("'cdk8s-stateful describe dist' describes a folder") });
  expect(record(['describe', folder.path, 'bd'])).toMatchObject({ code: 2, err: expect.stringContaining("no workload has the name 'bd'; did you mean 'db'?") });
  expect(record(['describe', folder.path, 'db', 'web'])).toMatchObject({ code: 2, err: expect.stringContaining("'web' is too much") });
});
