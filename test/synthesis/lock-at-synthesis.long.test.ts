import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { useFolder } from '../cli/folder';
import { record } from '../cli/recorder';

const ROOT = resolve(__dirname, '../..');
const CDK8S = join(ROOT, 'node_modules/cdk8s-cli/bin/cdk8s');

/** One of two apps that share a folder and its lock; its names come from the environment. The library is what `npx projen compile` makes. */
const APPS = `
  const { App, Chart } = require('${ROOT}/node_modules/cdk8s');
  const { HeadlessService, StatefulApp } = require('${ROOT}');
  const app = new App();
  const chart = new Chart(app, 'chart', { namespace: process.env.NAMESPACE });
  for (const name of process.env.NAMES.split(' ').filter(Boolean)) {
    new StatefulApp(chart, name, { image: 'redis:8.2.10-bookworm', ports: [{ name: 'redis', port: 6379 }] });
  }
  new HeadlessService(chart, 'other', { selector: { app: 'other' } });
  app.synth();
`;

const folder = useFolder();

/** Runs Node in the folder, for one app. */
function node(namespace: string, names: string, ...words: string[]) {
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: folder.path, encoding: 'utf8', env: { ...process.env, NAMESPACE: namespace, NAMES: names } });
  return { status, stderr };
}

/** Runs the real `cdk8s synth`. */
const synth = (namespace: string, names: string, ...options: string[]) =>
  node(namespace, names, CDK8S, 'synth', '--check-upgrade=false', '--app', 'node main.js', ...options);

/** Runs the app itself, which writes to `dist`. */
const run = (namespace: string, names: string) => node(namespace, names, 'main.js');

const lock = (...words: string[]) => record(['lock', '--file', join(folder.path, 'cdk8s-stateful.lock.yaml'), ...words]);

test('two apps share a lock: each is held to its own systems, wherever it is written', () => {
  folder.write('main.js', APPS);
  synth('shop', 'cart stock', '-o', 'dist/shop');
  synth('bank', 'ledger', '-o', 'dist/bank');

  expect(lock(join(folder.path, 'dist')).out).toContain('Locked bank/ledger, shop/cart, shop/stock.');

  expect(synth('shop', 'cart stock new', '-o', 'dist/shop')).toMatchObject({ status: 0, stderr: expect.not.stringContaining('lock]') });
  expect(synth('bank', 'ledger', '--stdout').status).toBe(0);
  expect(synth('third', 'own', '-o', 'dist/third')).toMatchObject({ status: 0, stderr: expect.stringContaining('npx cdk8s-stateful lock dist/third') });

  const broken = [
    synth('shop', 'basket stock', '-o', 'dist/shop'),
    synth('shop', 'stock', '--stdout'),
    synth('bank', '', '-o', 'dist/bank'),
  ];
  expect(broken.map(({ status }) => status)).toEqual([1, 1, 1]);
  expect(broken[0].stderr).toContain("StatefulSet 'shop/cart' is locked, and is now called 'shop/basket'");
  expect(broken[1].stderr).toContain("StatefulSet 'shop/cart' is locked, and is not there any more");
  expect(broken[2].stderr).toContain("StatefulSet 'bank/ledger' is locked, and is not there any more");
}, 120_000);

test('a change that is meant is unlocked by name, synthesized, and locked anew', () => {
  folder.write('main.js', APPS);
  run('shop', 'cart');
  lock(join(folder.path, 'dist'));

  const refused = run('shop', 'basket');
  const unlocked = lock('--accept', 'shop/cart', '--reason', 'moved by hand');
  const synthesized = run('shop', 'basket');
  const locked = lock(join(folder.path, 'dist'));

  expect([refused.status, unlocked.code, synthesized.status, locked.code]).toEqual([1, 0, 0, 0]);
  expect(unlocked.out).toContain('npx cdk8s synth\n');
  expect(locked.out).toContain('Locked shop/basket.');
  expect(run('shop', 'cart').status).toBe(1);
}, 120_000);
