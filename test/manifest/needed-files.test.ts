import { neededFiles } from '../../src/manifest/needed-files';

test.each<[string, string[]]>([
  ['nginx:1.27', ['nginx.conf']],
  ['mysql:8.4', ['conf.d']],
  ['mysql:5.7', []],
  ['docker.elastic.co/elasticsearch/elasticsearch:8.15.3', ['elasticsearch.yml', 'jvm.options', 'log4j2.properties']],
  ['example.com/nginx:1.27', []],
])('%s', (image, files) => {
  expect(neededFiles(image).flatMap(needed => needed.files)).toEqual(files);
});

test.each<[string, string[]]>([
  ['http { include mime.types; }', ['mime.types']],
  ['include /etc/nginx/fastcgi_params;\ninclude conf.d/*.conf;\n# include other;', ['fastcgi_params']],
])('files that are read by %s', (text, files) => {
  const [{ reads }] = neededFiles('nginx:1.27');

  expect([...text.matchAll(reads!)].map(([, name]) => name)).toEqual(files);
});
