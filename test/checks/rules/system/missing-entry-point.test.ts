import { loadAll } from 'js-yaml';
import { checkManifests } from '../../../../src/checks/run';
import { Manifest } from '../../../../src/kubernetes/manifest';

const URL = 'https://example.com/team/app.git';
const repository = { urls: ['git@example.com:team/app.git'], branch: 'main', hasFolder: (path: string) => path === '' || path === 'dist/shop' };
const application = (source: string) => `{apiVersion: argoproj.io/v1alpha1, kind: Application, metadata: {name: shop, namespace: argocd}, spec: {project: default, destination: {}, ${source}}}`;
const kustomization = (path: string, ref = '') => `
{apiVersion: kustomize.toolkit.fluxcd.io/v1, kind: Kustomization, metadata: {name: shop, namespace: flux}, spec: {interval: 1m, prune: true, path: ${path}, sourceRef: {kind: GitRepository, name: app}}}
---
{apiVersion: source.toolkit.fluxcd.io/v1, kind: GitRepository, metadata: {name: app, namespace: flux}, spec: {url: "ssh://git@example.com/team/app", ${ref}}}
`;
const found = (yaml: string, known = true) => checkManifests(loadAll(yaml) as Manifest[], known ? { repository } : {})
  .filter(({ rule }) => rule === 'missing-entry-point').map(({ path, severity }) => `${severity} ${path}`);

test.each<[string, string, string[]]>([
  ['a folder that is not there', application(`source: {repoURL: "${URL}", path: dist/shp}`), ['warning /spec/source/path']],
  ['one of several sources', application(`sources: [{repoURL: "${URL}", path: dist/shop}, {repoURL: "${URL}", path: dist}]`), ['warning /spec/sources/1/path']],
  ['a folder of Flux', kustomization('./dist/shp'), ['warning /spec/path']],
  ['a folder of the branch that is checked out', kustomization('./dist/shp', 'ref: {branch: main}'), ['warning /spec/path']],
])('tells %s', (_, yaml, expected) => {
  expect(found(yaml)).toEqual(expected);
});

test.each([
  ['a folder that is there', application(`source: {repoURL: "${URL}", path: ./dist/shop/}`)],
  ['the top', kustomization('./')],
  ['a folder of another repository', application('source: {repoURL: "https://example.com/team/other", path: a}')],
  ['a folder of another revision', application(`source: {repoURL: "${URL}", path: a, targetRevision: v1}`)],
  ['a folder of a tag', kustomization('./a', 'ref: {branch: main, tag: v1}')],
  ['a chart', application('source: {repoURL: "https://charts.example.com", chart: a}')],
  ['an Application of somebody else', `{apiVersion: app.k8s.io/v1beta1, kind: Application, metadata: {name: a}, spec: {source: {repoURL: "${URL}", path: a}}}`],
])('says nothing of %s', (_, yaml) => {
  expect(found(yaml)).toEqual([]);
});

test('says nothing where the repository is not known', () => {
  expect(found(application(`source: {repoURL: "${URL}", path: a}`), false)).toEqual([]);
});
