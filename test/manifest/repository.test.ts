import { isOf } from '../../src/manifest/repository';

const at = (...urls: string[]) => ({ urls, hasFolder: () => true });

test.each([
  'https://example.com/Team/App.git', 'https://user@example.com/team/app', 'ssh://git@example.com:22/team/app.git', 'git@example.com:team/app', 'https://example.com/team/app/',
])('%s is the same repository', url => {
  expect(isOf(at('git@example.com:team/app.git'), url)).toBe(true);
});

test.each(['https://example.com/team/app2', 'https://example.org/team/app', undefined])('%s is another one', url => {
  expect(isOf(at('git@example.com:team/app.git'), url)).toBe(false);
});
