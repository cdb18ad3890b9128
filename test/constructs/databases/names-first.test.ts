import { namesFirst } from '../../../src/constructs/databases/names-first';

test('it is the same image that it delays, so that nothing else is pulled', () => {
  expect(namesFirst('redis:8.2.10-bookworm')).toMatchObject({ image: 'redis:8.2.10-bookworm', command: ['sleep', '3'] });
});
