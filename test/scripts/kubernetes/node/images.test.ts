import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathOfImage } from '../../../../scripts/kubernetes/node/images/debian-image';
import { IMAGES, imageNamed } from '../../../../scripts/kubernetes/node/images/images';
import { needs } from '../../../support/needs';

const FOLDER = join(__dirname, '../../../../scripts/kubernetes/node/images');
const hasShellcheck = spawnSync('shellcheck', ['--version']).status === 0;
const scripts = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter(path => /\.sh$|bin\/[^/]+$/.test(path));

test('an image is found by the name that a manifest has', () => {
  expect(imageNamed('redis:8.2.10-bookworm')).toBe(imageNamed('docker.io/library/redis:8.2.10-bookworm'));
  expect(imageNamed('curlimages/curl:8.16.0').folder).toBe('curl');
});

test('a name that no image has is told with the names that there are', () => {
  expect(() => imageNamed('redis:1')).toThrow(/There is no image redis:1 for real nodes; add it .*redis:8\.2\.10-bookworm/s);
});

test.each(IMAGES)('$folder says how it is made, and how it differs from the official image', ({ folder, packages, differs }) => {
  expect(existsSync(join(FOLDER, folder, 'setup.sh'))).toBe(true);
  expect(packages).not.toEqual([]);
  expect(differs).not.toEqual([]);
});

test('each is kept at a place of its own, whatever folders its files are in', () => {
  expect(new Set(IMAGES.map(pathOfImage)).size).toBe(IMAGES.length);
});

needs(hasShellcheck, 'no shellcheck').test.each(scripts)('%s passes shellcheck', script => {
  expect(spawnSync('shellcheck', [join(FOLDER, script)], { encoding: 'utf8' }).stdout).toBe('');
});
