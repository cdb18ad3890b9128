/** A valid text for a field of which no base has any, by the field's name. The first one that fits counts. */
export const TEXTS_BY_NAME: readonly (readonly [RegExp, string])[] = [
  [/^uid$/i, '8f2b2a8e-8a1e-4a8e-9a43-0c2f1d1b7b11'],
  [/resourceVersion$/i, '1'],
  [/apiVersion$/, 'v1'],
  [/(ip|address|addresses)s?$/i, '10.0.0.1'],
  [/cidrs?$/i, '10.0.0.0/8'],
  [/url$/i, 'https://example.com/a'],
  [/path$/i, '/a'],
  [/image$/i, 'a:1'],
  [/(bundle|data|hash)$/i, 'YQ=='],
  [/^finalizers$/, 'example.com/a'],
  [/expression$/i, 'true'],
  [/(signerName|driver)$/, 'example.com/a'],
  [/^status$/, 'True'],
];

const letters = (count: number) => 'a'.repeat(count);
const label63 = letters(63);
const domain253 = [label63, label63, label63, letters(61)].join('.');

/** Texts that some format takes and others refuse: the borders of names, paths, addresses, times and numbers. */
export const TEXTS: readonly string[] = [
  '', ' ', 'a', 'A', '0', '1', '-1', '65536', 'a-b', '-a', 'a-', 'a_b', '_a', 'a.b', '.a', 'a.', 'a..b', '.', '..', 'a b', ' a', 'a ', 'a\nb', 'ü', 'a:b', 'a=b', 'a,b', 'a@b', '$(A)', '*', '*.a.b', 'a%',
  '1a', 'a1', '0-a', 'aB', letters(15), letters(16), letters(52), letters(53), letters(57), letters(58), label63, letters(64), letters(128), letters(129), letters(244), letters(253), letters(254), letters(257),
  domain253, `${domain253}b`, letters(1025), letters(4097),
  'a/b', '/a', 'a/', '/', '//', '/a/b', '/a/../b', '../a', 'a/../b', 'a/b/c', '/a//b', 'example.com/a', 'Example.com/a', 'example.com/A_b', '/example.com', `${domain253}/a`, `example.com/${label63}`, `example.com/${letters(64)}`,
  'kubernetes.io/a', 'x.k8s.io/a', 'C:\\a', '~',
  '10.0.0.1', '10.0.0.01', '10.0.0', '300.0.0.1', '127.0.0.1', '0.0.0.0', '169.254.1.1', '224.0.0.1', '::1', 'fd00::1', '::ffff:10.0.0.1', 'FD00::1', '10.0.0.0/8', '10.0.0.1/8', '10.0.0.0/33', 'fd00::/64', '10.0.0.1:80',
  'https://a.b/c', 'http://a', 'a://b', 'https://user@a.b/c', 'https://a.b/c?d=e#f',
  'true', 'null', '0.5', '10%', '101%', '-1%', '1e3', '10m', '10Gi', '1h', '1s',
  'v1', 'v1beta1', 'apps/v1', 'a/b/c/d', 'v1/', '@daily', '* * * * *', '60 * * * *', 'UTC', 'Local', 'Europe/Vienna', 'YQ==', 'YQ', '{', '{}', '[]', 'self', 'true && true', 'true ||', 'None', 'Default', 'none',
];

/** Keys of maps: of labels, annotations, data, resources and options. */
export const KEYS: readonly string[] = [
  '', ' ', 'a', 'A', 'a.b', 'a_b', '-a', 'a-', '.', '..', '..a', 'a b', 'ü', 'a/b', '/a', 'a/', 'a/b/c', label63, letters(64), letters(253), letters(254), `${domain253}/a`, `${domain253}a/a`, `example.com/${label63}`,
  `example.com/${letters(64)}`, 'Example.com/a', 'kubernetes.io/a', 'a=b', 'cpu', 'memory', 'storage', 'ephemeral-storage', 'hugepages-2Mi', 'example.com/gpu', 'requests.example.com/gpu', 'pods', 'count/pods',
];
