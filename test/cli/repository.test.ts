import { spawnSync } from 'node:child_process';
import { useFolder } from './folder';
import { record } from './recorder';

const folder = useFolder();
const APPLICATION = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: shop, namespace: argocd}
spec: {project: default, destination: {}, source: {repoURL: "https://example.com/team/app", path: dist/shop}}
`;

test('a folder that an Application names is looked for in the repository that it stands in', () => {
  const file = folder.write('apps/shop.yaml', APPLICATION);
  const cwd = file.replace(/\/apps\/shop\.yaml$/, '');
  const outside = record(['check', file]).out;
  spawnSync('git', ['init', '-q', cwd]);
  spawnSync('git', ['-C', cwd, 'config', 'remote.origin.url', 'git@example.com:team/app.git']);

  const without = record(['check', file]).out;
  folder.write('dist/shop/a.yaml', '');

  expect(outside).not.toContain('missing-entry-point');
  expect(without).toContain("applies the folder 'dist/shop', which this repository does not have");
  expect(record(['check', file]).out).not.toContain('missing-entry-point');
});
