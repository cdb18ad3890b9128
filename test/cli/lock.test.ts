import * as fs from 'fs';
import * as path from 'path';
import { stringify } from 'yaml';
import { useFolder } from './folder';
import { record } from './recorder';
import { statefulSet } from '../diff/support';

const folder = useFolder();

const manifests = (spec: object = {}) => folder.write('dist/db.yaml', stringify(statefulSet(spec)));
const lockFile = () => path.join(folder.path, 'lock.yaml');
const lock = (...words: string[]) => record(['lock', '--file', lockFile(), ...words, path.join(folder.path, 'dist')]);

test('writes a file that holds, and writes the same again', () => {
  manifests();

  const first = lock();
  const text = fs.readFileSync(lockFile(), 'utf8');
  const again = lock();

  expect(first).toEqual({ code: 0, out: `Locked data/db.\n1 system is locked in ${lockFile()}. Keep the file in version control.\n`, err: '' });
  expect(again.code).toBe(0);
  expect(fs.readFileSync(lockFile(), 'utf8')).toBe(text);
  expect(lock('--check').out).toBe('The lock holds for 1 system.\n');
});

test('a name commands no terminal, whatever lock says of it', () => {
  const name = '\u001b[2J\n::stop-commands::x';
  folder.write('dist/db.yaml', stringify({ ...statefulSet({}), metadata: { name, namespace: 'data' } }));

  const texts = [
    lock('--check').out,
    lock().out,
    record(['lock', '--file', lockFile(), '--accept', `data/${name}`, '--reason', 'renamed']).out,
  ];

  for (const text of texts) {
    expect(text).toContain('data/\\x1b[2J\\x0a::stop-commands::x');
    expect(text).not.toContain('\u001b');
  }
});

test('a change of the identity is refused, and the file stays', () => {
  manifests();
  lock();
  const text = fs.readFileSync(lockFile(), 'utf8');
  manifests({ serviceName: 'x' });

  const { code, out } = lock();

  expect(code).toBe(1);
  expect(out).toContain("serviceName of StatefulSet 'data/db' is locked");
  expect(out).toContain(`${lockFile()} is as it was. If the change is meant, accept it by name:\n  npx cdk8s-stateful lock --file ${lockFile()} --accept data/db --reason "<why>" ${folder.path}/dist\n`);
  expect(fs.readFileSync(lockFile(), 'utf8')).toBe(text);
});

test('a change that is accepted by name is written with its reason', () => {
  manifests();
  lock();
  manifests({ serviceName: 'x' });

  const { code } = lock('--accept', 'data/db', '--reason', 'new DNS names');

  expect(code).toBe(0);
  expect(fs.readFileSync(lockFile(), 'utf8')).toContain('reason: new DNS names');
  expect(lock('--check').code).toBe(0);
});

test('a system is unlocked by name while there are no manifests of its new identity, and locked anew', () => {
  manifests();
  lock();

  const unlocked = record(['lock', '--file', lockFile(), '--accept', 'data/db', '--reason', 'new DNS names']);
  manifests({ serviceName: 'x' });
  const locked = lock();

  expect(unlocked).toMatchObject({ code: 0, err: '' });
  expect(unlocked.out).toMatch(/^Unlocked data\/db\. Nothing watches over its identity[^]*cdk8s synth\n[^]*diff --plan git:HEAD:(\S*dist) \1 [^]*lock --file \S* \1\n$/);
  expect(locked.code).toBe(0);
  expect(fs.readFileSync(lockFile(), 'utf8')).toMatch(/serviceName: x[^]*reason: new DNS names/);
});

test('what is not locked cannot be unlocked', () => {
  manifests();
  lock();

  const { code, err } = record(['lock', '--file', lockFile(), '--accept', 'data/other', '--reason', 'why']);

  expect(code).toBe(2);
  expect(err).toContain(`there is no 'data/other' in ${lockFile()}; locked are data/db`);
});

test.each([
  [['--accept', 'data/db'], 'needs a reason'],
  [['--reason', 'why'], 'add --accept'],
  [['--accept', 'data/other', '--reason', 'why'], "nothing about 'data/other' breaks the lock; nothing at all does, so leave --accept out"],
  [['--accept', 'data/other', '--reason', 'why', '--check'], "'--check' writes nothing"],
])('%j is bad usage, and writes nothing', (words, message) => {
  manifests();

  const { code, err } = lock(...words);

  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(fs.existsSync(lockFile())).toBe(false);
});

test('nothing to lock, and a lock file that is none, are bad usage', () => {
  manifests();
  fs.writeFileSync(lockFile(), 'version: 9\nsystems: []\n');

  expect(record(['lock']).err).toContain('nothing to lock');
  expect(lock().err).toContain('version: must be 1, got 9');
});

test('in a pipeline, a system that nobody has locked is told, with the command to type', () => {
  manifests();
  lock();
  folder.write('dist/new.yaml', stringify(statefulSet({}, { name: 'new' })));

  const { code, out } = lock('--check');

  expect(code).toBe(1);
  expect(out).toBe(`data/new is not locked in ${lockFile()} yet. Lock what is new, and commit the file:\n  npx cdk8s-stateful lock --file ${lockFile()} ${folder.path}/dist\n`);
});

test('formats for machines name rule, file and line of what breaks the lock, and of what is not locked yet', () => {
  folder.write('dist/db.yaml', stringify(statefulSet()));
  lock();
  folder.write('dist/db.yaml', stringify(statefulSet({ serviceName: 'x' })));
  folder.write('dist/new.yaml', stringify(statefulSet({}, { name: 'new' })));

  const { code, out } = lock('--check', '--format', 'json');

  expect(code).toBe(1);
  expect(JSON.parse(out).findings).toMatchObject([
    { rule: 'identity-changed', path: '/spec/serviceName', place: { file: expect.stringMatching(/dist\/db\.yaml$/), line: 8 } },
    { rule: 'system-not-locked', place: { file: expect.stringMatching(/dist\/new\.yaml$/), line: 1 } },
  ]);
});

test('formats for machines name the set of the cluster that is meant, not that of another one', () => {
  const config = folder.write('cdk8s-stateful.yaml', "clusters:\n  - { name: eu, paths: ['dist/*-eu.yaml'] }\n  - { name: us, paths: ['dist/*-us.yaml'] }\n");
  for (const cluster of ['eu', 'us']) { folder.write(`dist/db-${cluster}.yaml`, stringify(statefulSet())); }
  lock('--config', config);
  const placesWith = (eu: object) => {
    folder.write('dist/db-eu.yaml', stringify(eu));
    const { out } = lock('--config', config, '--check', '--format', 'json');
    return JSON.parse(out).findings.map(({ rule, place }: any) => [rule, path.basename(place.file), place.line]);
  };

  const changed = placesWith(statefulSet({ serviceName: 'x' }));
  const gone = placesWith({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: 'data' } });

  expect(changed).toEqual([['identity-changed', 'db-eu.yaml', 8]]);
  expect(gone).toEqual([['identity-gone', path.basename(lockFile()), 1]]);
});

test('apps in other folders stay locked', () => {
  manifests();
  folder.write('other/db.yaml', stringify(statefulSet({}, { name: 'other' })));
  lock();

  const { code, out } = record(['lock', '--file', lockFile(), path.join(folder.path, 'other')]);

  expect({ code, out }).toEqual({ code: 0, out: `Locked data/other.\n2 systems are locked in ${lockFile()}. Keep the file in version control.\n` });
  expect(lock('--check')).toMatchObject({ code: 0, out: 'The lock holds for 1 system.\n' });
});

test('two clusters may have systems of the same name, each accepted with its folder', () => {
  const sides = ['dev', 'prod'].map(side => folder.write(`dist/${side}/db.yaml`, stringify(statefulSet({ serviceName: side }))));
  lock();
  folder.write('dist/dev/db.yaml', stringify(statefulSet({ serviceName: 'x' })));

  const refused = lock();
  const accepted = lock('--accept', 'dist/dev:data/db', '--reason', 'dev is thrown away');

  expect(sides).toHaveLength(2);
  expect(refused.out).toContain("serviceName of StatefulSet 'dist/dev:data/db' is locked");
  expect(refused.out).not.toContain('dist/prod');
  expect(accepted.code).toBe(0);
  expect(lock('--check').out).toBe('The lock holds for 2 systems.\n');
});

test('one system with two identities cannot be locked', () => {
  manifests();
  folder.write('dist/old.yaml', stringify(statefulSet({ serviceName: 'x' })));

  const { code, err } = lock();

  expect(code).toBe(2);
  expect(err).toContain("StatefulSet 'data/db' is there twice in 'dist', with two identities");
});

test('what comes through a pipe is held against the app that it is', () => {
  manifests();
  lock();

  const same = record(['lock', '--file', lockFile(), '--check', '-'], { input: stringify(statefulSet()) });
  const renamed = record(['lock', '--file', lockFile(), '--check', '-'], { input: stringify(statefulSet({}, { name: 'new' })) });

  expect(same.out).toBe('The lock holds for 1 system.\n');
  expect(renamed).toMatchObject({ code: 1, out: expect.stringContaining("is now called 'data/new'") });
});

test('with clusters, a lock knows the systems of each, and what is gone in one of them', () => {
  const config = folder.write('cdk8s-stateful.yaml', "clusters:\n  - { name: eu, paths: ['dist/*-eu.yaml'] }\n  - { name: us, paths: ['dist/*-us.yaml'] }\n");
  folder.write('dist/db-eu.yaml', stringify(statefulSet()));
  folder.write('dist/db-us.yaml', stringify(statefulSet({ serviceName: 'us' })));

  const first = lock('--config', config);
  const holds = lock('--config', config, '--check');
  folder.write('dist/db-eu.yaml', stringify({ ...statefulSet(), metadata: { name: 'x', namespace: 'data' } }));
  const renamed = lock('--config', config, '--check');

  expect(first.out).toContain('Locked eu:data/db, us:data/db.');
  expect(fs.readFileSync(lockFile(), 'utf8')).toContain('cluster: eu');
  expect(holds).toMatchObject({ code: 0, out: 'The lock holds for 2 systems.\n' });
  expect(renamed.code).toBe(1);
  expect(renamed.out).toContain("StatefulSet 'eu:data/db' is locked, and is now called 'data/x'");
});

test('a system that is gone in one of two folders is not found in the other', () => {
  folder.write('dist/eu/db.yaml', stringify(statefulSet()));
  folder.write('dist/us/db.yaml', stringify(statefulSet()));
  lock();
  folder.write('dist/eu/db.yaml', stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: 'data' } }));

  const { code, out } = lock('--check');

  expect(code).toBe(1);
  expect(out).toContain("dist/eu:data/db' is locked, and is not there any more");
});
