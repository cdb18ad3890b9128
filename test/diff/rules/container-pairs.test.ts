import { pairContainers } from '../../../src/diff/rules/container-pairs';

const pod = (...containers: unknown[]) => ({ metadata: {}, spec: { containers }, path: '/spec/template' });
const mounting = (name: string, image: string, ...volumes: string[]) => ({ name, image, volumeMounts: volumes.map(volume => ({ name: volume, mountPath: `/${volume}` })) });

/** Who became whom. */
const pairs = (old: unknown[], next: unknown[]) =>
  pairContainers(pod(...old), pod(...next)).map(({ before, after, path }) => `${before.name} ${after.name} ${path}`);

const LOG = mounting('log', 'fluent/fluentd:1.17');

test.each([
  ['keep their names', [mounting('a', 'x:1'), mounting('b', 'y:1')], [mounting('b', 'x:1'), mounting('a', 'y:1')],
    ['b b /spec/template/spec/containers/0', 'a a /spec/template/spec/containers/1']],
  ['are renamed with the same image', [mounting('db', 'r.io:5000/postgres:16', 'data'), LOG], [LOG, mounting('pg', 'r.io:5000/postgres:17')],
    ['log log /spec/template/spec/containers/0', 'db pg /spec/template/spec/containers/1']],
  ['are renamed with the same image by tag and digest', [mounting('db', 'postgres:16@sha256:0a'), mounting('web', 'httpd:2')], [mounting('site', 'nginx:1'), mounting('pg', 'postgres:17@sha256:0b')],
    ['web site /spec/template/spec/containers/0', 'db pg /spec/template/spec/containers/1']],
  ['are renamed and mount the same volume', [LOG, mounting('db', 'bitnami/postgresql:16', 'data'), mounting('web', 'httpd:2')],
    [LOG, mounting('site', 'nginx:1'), mounting('pg', 'postgres:16', 'data')],
    ['log log /spec/template/spec/containers/0', 'web site /spec/template/spec/containers/1', 'db pg /spec/template/spec/containers/2']],
  ['are the only ones left', [mounting('db', 'bitnami/postgresql:16', 'old'), LOG], [mounting('pg', 'postgres:16', 'new'), LOG],
    ['db pg /spec/template/spec/containers/0', 'log log /spec/template/spec/containers/1']],
  ['have nothing in common', [mounting('a', 'x:1'), mounting('b', 'y:1')], [mounting('c', 'v:1'), mounting('d', 'w:1')], []],
  ['are no mappings', [null, 'a'], [7], ['undefined undefined /spec/template/spec/containers/0']],
])('containers that %s', (_, old, next, expected) => {
  const found = pairs(old, next);

  expect(found).toEqual(expected);
});
