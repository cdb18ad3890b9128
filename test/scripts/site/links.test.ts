import { onSite, withLinksOfSite } from '../../../scripts/site/links';

test.each([
  ['README.md', 'index.md'],
  ['API.md', 'api/index.md'],
  ['docs/checks.md', 'rules/index.md'],
  ['docs/storage.md', 'storage.md'],
  ['docs/pictures/system.svg', 'pictures/system.svg'],
  ['examples/redis.ts', 'examples/redis.md'],
  ['scripts/bundle.ts', undefined],
])('%s is %s on the site', (file, page) => {
  expect(onSite(file)).toBe(page);
});

test.each([
  ['docs/storage.md', '[a](nfs.md#rights)', '[a](nfs.md#rights)'],
  ['docs/storage.md', '[a](checks.md)', '[a](rules/index.md)'],
  ['docs/storage.md', '[a](checks.md#missing-secret)', '[a](rules/missing-secret.md)'],
  ['docs/storage.md', '[a](#which-one)', '[a](#which-one)'],
  ['docs/storage.md', '[a](https://kubernetes.io/x)', '[a](https://kubernetes.io/x)'],
  ['docs/storage.md', '[a](../scripts/x.ts)', '[a](https://github.com/cdk8s-stateful/cdk8s-stateful/blob/main/scripts/x.ts)'],
  ['docs/api/apps.md', '[a](../../API.md)', '[a](index.md)'],
  ['docs/api/apps.md', '[a](../databases.md#passwords)', '[a](../databases.md#passwords)'],
  ['API.md', '[a](docs/api/apps.md#task)', '[a](apps.md#task)'],
  ['CONTRIBUTING.md', '[a](docs/conformance.md)', '[a](conformance.md)'],
])('in %s, the link %s becomes %s', (file, written, expected) => {
  expect(withLinksOfSite(written, file, [])).toBe(expected);
});

test('the name of an example leads to its page, other files to none', () => {
  expect(withLinksOfSite('`redis.ts`, `examples/redis.ts`, `main.ts`', 'docs/storage.md', ['redis']))
    .toBe('[`redis.ts`](examples/redis.md), [`examples/redis.ts`](examples/redis.md), `main.ts`');
});

test('code is left as it is', () => {
  const code = '```ts\nconst a = b["x"](checks.md); // `redis.ts`\n```\n';

  expect(withLinksOfSite(code, 'docs/storage.md', ['redis'])).toBe(code);
});
