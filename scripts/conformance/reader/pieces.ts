const HEAD = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n';
/** What texts are made of. kubectl reads each of them. */
export const BASES: readonly string[] = [
  HEAD + 'data:\n  a: b\n  c: "d"\n  e: |\n    f\n    g\n\n  h: >-\n    i\n    j\n',
  HEAD + 'x:\n- a: 1\n  b: [c, d, {e: f}]\n-\n  g: h\n- i\n- - j\n  - k\n',
  HEAD + 'base: &b {a: 1, b: 2}\nx:\n  <<: *b\n  a: 3\nw: [*b, c]\n',
  HEAD + "---\n# c\napiVersion: v1\nkind: Secret\nmetadata: {name: b}\nstringData:\n  a: 'it''s'\n  b: \"x\\ty\\u00e9\"\n",
  '{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a"}, "data": {"a": "b", "n": [1, 2.5, null]}}\n',
  'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: a}\n- apiVersion: v1\n  kind: ConfigMap\n  metadata:\n    name: b\n',
  HEAD + 'x: a b\n  c d\n\n  e\ny: "f\n  g"\nz:\n  ? a\n  : b\n',
];

/** What a value is replaced by. */
export const SCALARS: readonly string[] = [
  'yes', 'no', 'on', 'Off', 'y', 'N', '~', 'null', '0x1F', '0o17', '017', '08', '1_000', '1e3', '1E+3', '.5', '-.5', '+1', '1.', '1.10', '.inf',
  '.nan', '0b11', '-0b11', '2024-01-01', '22:22', '12345678901234567890', '99999999999999999999', '!!binary aGk=', '!!str 1', '!!int "7"',
  '!!float 1', '!foo 3', '"a"', "'b'", '-', '=', '<<', '|', '>', '*b', '&x y', '@a', '`b', '%c', '0777', '-0', '1e400', '.e3', '._1', '0_8',
  'a # b', 'a#b', 'a: b', '[a, b', '{a: b', '[a,b]', '{a, b}', '{a: }', '{"a":b}', '"\\x41"', '"\\q"', '"a\\\n  b"', 'é', '\u{1F600}',
  '\u00a0x', 'a\u00a0b', '\u0085', 'a\u2028b', '\ufeff', '!!null x', '!!bool yes', '+.inf', '-.INF', 'Infinity', 'NaN', '0x', '1__0', '1.5.2',
  '1:', ':a', '?', '? a', '- a', 'a\tb', '\ta', 'a\t',
];

/** What is put somewhere into the text. */
export const PIECES: readonly string[] = [
  '\t', ' ', '  ', '\n', '\n\n', '\r', '\r\n', '\n\t\n', '\n  \t\n', '\n\t# c\n', '\x1b[31m', '\0', '\x7f', '\u0085', '\ufeff', '\u00a0',
  '---\n', '\n---\n', '\n--- # c\n', '\n--- a\n', '\n---a\n', '\n...\n', '\n...\n# c\n', '%YAML 1.1\n---\n', '%TAG ! x\n', '\n%a\n', '# c\n',
  ' # c', ',', ':', ': ', '-', '- ', '"', "'", '[', ']', '{', '}', '&a ', '*a', '!', '|', '>', '?', '<<: *b\n', '\n<<: *b\n<<: *b\n',
  '\non: 1\n', '\ny: n\n', '\n1.10: a\n', '\n0x10: a\n', '\n1e6: a\n', '\nnull: a\n', '\n~: a\n', '\n[a]: b\n', '\nitems: null\n',
  '\nitems: []\n', '\na: b\na: c\n', '\n"\\u0001": b\n', '\\', '\n  x: y\n', '\n x: y\n', '\nx : y\n', '\nx:y\n', '\n12345678901234567890: a\n',
  '\n.inf: a\n', '\n"<<": {a: b}\n', '\n!!str on: a\n', '\n{}: a\n', '{{ .a }}', ',}',
];

/** What is put at the begin of a line. */
export const LINE_BEGINS: readonly string[] = ['\t', '  \t', '    \t', ' ', '\t\n', '  \t\n', '      \t\n', '# c\n', '  # c\n', '\r'];
