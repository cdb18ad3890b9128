import { imageProblems } from '../../../../src/constructs/databases/postgresql/image-problems';

test.each(['postgres:17.6-bookworm', 'postgres:18', 'registry.example.com:5000/mirror/postgres:17.2', `postgres:18.1-trixie@sha256:${'a'.repeat(64)}`])('%s can be run', image => {
  expect(imageProblems(image)).toEqual([]);
});

test.each([
  ['postgres', 'must have a tag'],
  ['registry.example.com:5000/postgres', 'must have a tag'],
  ['postgres:latest', 'of PostgreSQL 17 or 18'],
  ['postgres:16.4', 'of PostgreSQL 17 or 18'],
  ['postgres:170', 'of PostgreSQL 17 or 18'],
  ['postgres:17.6-alpine3.22', 'must be one of Debian'],
  ['', 'must have a tag'],
])('%p is refused: it %s', (image, reason) => {
  const problems = imageProblems(image);

  expect(problems).toEqual([expect.stringContaining(reason)]);
  expect(problems[0]).toMatch(/write 'image: "postgres:17\.6-bookworm"'$/);
});
