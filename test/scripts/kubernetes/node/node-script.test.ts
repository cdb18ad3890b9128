import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { needs } from '../../../support/needs';

const hasShellcheck = spawnSync('shellcheck', ['--version']).status === 0;
const CLIENTS = 'test/kubernetes/node/clients';
const SCRIPTS = [
  'scripts/kubernetes/node/node.sh', 'scripts/kubernetes/node/nfs-client/mount', 'scripts/install-node-packages.sh', 'scripts/kubernetes/go/new-minor.sh',
  ...readdirSync(join(__dirname, '../../../..', CLIENTS)).map(file => `${CLIENTS}/${file}`),
];

needs(hasShellcheck, 'no shellcheck').test.each(SCRIPTS)('%s passes shellcheck', script => {
  const { stdout } = spawnSync('shellcheck', [join(__dirname, '../../../..', script)], { encoding: 'utf8' });

  expect(stdout).toBe('');
});
