import { ownPodOnly } from '../../src/manifest/listen-settings';

const REDIS = ['redis-server', '/etc/redis.conf'];

test.each<[string, string, string[], string, string, string | undefined]>([
  ['Redis', 'redis:7.4', REDIS, '/etc/redis.conf', 'port 6379\nbind 127.0.0.1 -::1\n', 'bind 127.0.0.1 -::1'],
  ['all addresses', 'redis:7.4', REDIS, '/etc/redis.conf', 'bind 127.0.0.1 10.0.0.1', undefined],
  ['a comment', 'redis:7.4', REDIS, '/etc/redis.conf', '# bind 127.0.0.1', undefined],
  ['a file that is not read', 'redis:7.4', ['redis-server'], '/etc/redis.conf', 'bind 127.0.0.1', undefined],
  ['an argument besides', 'redis:7.4', [...REDIS, '--bind', '0.0.0.0'], '/etc/redis.conf', 'bind 127.0.0.1', undefined],
  ['MySQL, which looks for its files', 'mysql:8.4', [], '/etc/mysql/conf.d/my.cnf', '[mysqld]\nbind-address = 127.0.0.1', 'bind-address = 127.0.0.1'],
  ['PostgreSQL', 'postgres:17', ['-c', 'config_file=/etc/pg.conf'], '/etc/pg.conf', "listen_addresses = 'localhost' # no one", "listen_addresses = 'localhost' # no one"],
  ['another program', 'nginx:1.27', [], '/etc/nginx/nginx.conf', 'bind 127.0.0.1', undefined],
])('%s', (_, image, words, file, text, line) => {
  expect(ownPodOnly(image, words, file, text)?.line).toBe(line);
});
