import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { succeeds } from '../../../../scripts/kubernetes/node/command';
import { nfsEnvironment, nfsFolder } from '../../../../scripts/kubernetes/node/nfs';
import { needs } from '../../../support/needs';

let cluster: string;

beforeEach(() => {
  cluster = mkdtempSync(join(tmpdir(), 'nfs-'));
  mkdirSync(nfsFolder(cluster, '192.168.1.21', '/nfsdata/a'), { recursive: true });
  writeFileSync(join(nfsFolder(cluster, '192.168.1.21', '/nfsdata'), 'a', 'file'), 'on the server');
  mkdirSync(join(cluster, 'target'));
});
afterEach(() => rmSync(cluster, { recursive: true }));

/** Runs a script with the kubelet's environment, where mounts are nobody else's. */
const inNode = (script: string) => spawnSync('unshare', ['--mount', 'sh', '-c', script, 'sh', join(cluster, 'target')], {
  encoding: 'utf8', env: { ...process.env, ...nfsEnvironment(cluster) },
});

needs(succeeds('unshare', ['--mount', 'true']), 'no namespaces for mounts').describe('the mount of a node', () => {
  test('binds the folder that stands for the server\'s, whatever the options', () => {
    const { stdout, stderr } = inNode('mount -t nfs -o hard,nfsvers=4.1 192.168.1.21:/nfsdata/a "$1" && cat "$1/file"');

    expect({ stdout, stderr }).toEqual({ stdout: 'on the server', stderr: '' });
  });

  test('fails, as the kernel\'s client does, if the server has no such folder', () => {
    const { status, stderr } = inNode('mount -t nfs 192.168.1.21:/nfsdata/b "$1"');

    expect({ status, stderr }).toEqual({
      status: 32, stderr: 'mount.nfs: mounting 192.168.1.21:/nfsdata/b failed, reason given by server: No such file or directory\n',
    });
  });

  test('is the machine\'s own for all else', () => {
    const { stdout } = inNode('mount -t tmpfs -o mode=700 none "$1" && stat -f -c %T "$1" && stat -c %a "$1"');

    expect(stdout).toBe('tmpfs\n700\n');
  });
});
