import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { missingForNodes } from '../../../../scripts/kubernetes/node/requirements';

afterEach(() => jest.restoreAllMocks());

test('who is not root is told to be, or to simulate', () => {
  jest.spyOn(process, 'getuid' as any).mockReturnValue(1000);

  expect(missingForNodes()).toEqual(['root: run this command with sudo; only simulated nodes, of `up` without --nodes, need none']);
});

/** As root who has no other programs than these. */
function withPath(path: string): string[] {
  jest.spyOn(process, 'getuid' as any).mockReturnValue(0);
  jest.replaceProperty(process, 'env', { ...process.env, PATH: path });
  return missingForNodes();
}

test('a program that is not there is named with its package and how to install it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'requirements-'));
  symlinkSync('/bin/sh', join(folder, 'sh'));
  writeFileSync(join(folder, 'apt-get'), '', { mode: 0o755 });

  expect(withPath(folder)).toEqual([expect.stringMatching(/containerd, ctr, runc, .*mmdebstrap: run scripts\/install-node-packages\.sh/)]);
});

test('a system that is not Debian is told so', () => {
  const folder = mkdtempSync(join(tmpdir(), 'requirements-'));
  symlinkSync('/bin/sh', join(folder, 'sh'));

  expect(withPath(folder)).toEqual([expect.stringMatching(/^Debian: .* there is no apt-get here; nor containerd, /)]);
});
