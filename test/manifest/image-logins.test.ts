import { loginOf } from '../../src/manifest/image-logins';

const HEALTH = '/_cluster/health';

test.each<[string, object, number, string, string | undefined]>([
  ['Elasticsearch 8', { image: 'elasticsearch:8.15.3' }, 9200, HEALTH, 'HTTPS'],
  ['from the maker', { image: 'docker.elastic.co/elasticsearch/elasticsearch:9.0.1' }, 9200, '/', 'HTTPS'],
  ['before 8', { image: 'elasticsearch:7.17.0' }, 9200, HEALTH, undefined],
  ['another port', { image: 'elasticsearch:8.15.3' }, 9300, HEALTH, undefined],
  ['switched off', { image: 'elasticsearch:8.15.3', env: [{ name: 'xpack.security.enabled', value: 'false' }] }, 9200, HEALTH, undefined],
  ['a setting as an argument', { image: 'elasticsearch:8.15.3', args: ['-Expack.security.enabled=false'] }, 9200, HEALTH, undefined],
  ['a file of its own', { image: 'elasticsearch:8.15.3', volumeMounts: [{ mountPath: '/usr/share/elasticsearch/config/elasticsearch.yml' }] }, 9200, HEALTH, undefined],
  ['settings from elsewhere', { image: 'elasticsearch:8.15.3', envFrom: [{ configMapRef: { name: 'a' } }] }, 9200, HEALTH, undefined],
  ['the API of RabbitMQ', { image: 'rabbitmq:3.13-management' }, 15672, '/api/healthchecks/node', 'HTTP'],
  ['its first page', { image: 'rabbitmq:3.13-management' }, 15672, '/', undefined],
  ['nothing known', { image: 'example.com/elasticsearch:8.15.3' }, 9200, HEALTH, undefined],
])('%s', (_, container, port, path, speaks) => {
  expect(loginOf(container, port, path)?.speaks).toBe(speaks);
});
