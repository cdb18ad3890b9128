import { imageProblems } from '../../../src/constructs/databases/server-image';

const SERVER = { image: 'postgres:17.6-bookworm', server: 'PostgreSQL', series: ['17', '18.1'] };

test.each([undefined, 'postgres:17.6-bookworm', 'postgres:17', 'postgres:18.1-trixie', 'registry.example.com:5000/mirror/postgres:17.2', `postgres:18.1.2@sha256:${'a'.repeat(64)}`])('%s can be run', image => {
  expect(imageProblems(image, SERVER)).toEqual([]);
});

test.each([
  ['registry.example.com:5000/mirror/pg', 'registry.example.com:5000/mirror/pg:17.6-bookworm'],
  ['registry.example.com/pg:16@sha256:abc', 'registry.example.com/pg:17.6-bookworm'],
  ['registry.example.com/pg:17.6-ALPINE', 'registry.example.com/pg:17.6-bookworm'],
])('for %s the image of the same registry is proposed', (image, proposed) => {
  expect(imageProblems(image, SERVER)).toEqual([expect.stringMatching(new RegExp(`write 'image: "${proposed.replaceAll('.', '\\.')}"'$`))]);
});

test('a name that no kubelet reads is refused, with the one that was meant', () => {
  expect(imageProblems('Registry/Postgres:17.6', SERVER)).toEqual([expect.stringContaining("write 'image: \"registry/postgres:17.6\"'")]);
});

test.each([
  ['postgres', 'must have a tag'],
  ['registry.example.com:5000/postgres', 'must have a tag'],
  ['', 'must have a tag'],
  ['postgres:latest', 'of PostgreSQL 17 or 18.1'],
  ['postgres:16.4', 'of PostgreSQL 17 or 18.1'],
  ['postgres:170', 'of PostgreSQL 17 or 18.1'],
  ['postgres:18.10', 'of PostgreSQL 17 or 18.1'],
  ['postgres:17.6-alpine3.22', 'must not be of Alpine'],
])('%p is refused: it %s', (image, reason) => {
  const problems = imageProblems(image, SERVER);

  expect(problems).toEqual([expect.stringContaining(reason)]);
  expect(problems[0]).toMatch(/write 'image: "(registry\.example\.com:5000\/)?postgres:17\.6-bookworm"'$/);
});
