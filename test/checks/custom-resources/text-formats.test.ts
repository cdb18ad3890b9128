import { brokenTextFormat } from '../../../src/checks/custom-resources/text-formats';
import { ApiModel } from '../../../src/kubernetes/api/model';

const brokenIn = (version: string) => (value: unknown, format: string) =>
  brokenTextFormat(value, format, validity => ApiModel.of(version).holds(validity));
const broken = brokenIn('1.36');

test.each([
  ['date-time', '2026-01-31T12:00:00Z', 'yesterday'],
  ['datetime', '2026-01-31T12:00:00Z', 'yesterday'],
  ['date', '2026-01-31', '2026-02-31'],
  ['duration', '1h30m', 'soon'],
  ['duration', '5 days', '5x'],
  ['ipv4', '10.0.0.1', 'fd00::1'],
  ['ipv4', '10.0.0.01', '10.0.0'],
  ['ipv6', 'fd00::1', '10.0.0.1'],
  ['cidr', '10.0.0.0/8', '10.0.0.0'],
  ['mac', '00:00:5e:00:53:01', '00:00:5e:00:53'],
  ['mac', '0000.5e00.5301', '0000.5e00'],
  ['hostname', 'db.example.com', 'a_b'],
  ['uri', 'https://me@example.com:80/a b?c=d', 'a b'],
  ['uri', '/path', 'path'],
  ['uri', 'urn:isbn:1', 'http://a:b/'],
  ['email', 'me@example.com', 'me'],
  ['uuid', '123e4567-e89b-42d3-a456-426614174000', '123'],
  ['uuid4', '123e4567-e89b-42d3-a456-426614174000', '123e4567-e89b-12d3-a456-426614174000'],
  ['byte', 'dGV4dA==', 'x'],
  ['k8s-short-name', 'db-0', 'Db'],
  ['k8s-long-name', 'db.example', 'db_0'],
])('%s: %s, not %s', (format, good, bad) => {
  expect(broken(good, format)).toBeUndefined();
  expect(broken(bad, format)).toMatch(`be a ${format} such as`);
});

test('what the server does not look at, and what is no text', () => {
  expect(broken('x', 'my-format')).toBeUndefined();
  expect(broken(1, 'date')).toBeUndefined();
  expect(brokenIn('1.33')('Db', 'k8s-short-name')).toBeUndefined();
});
