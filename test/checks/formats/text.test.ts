import fc from 'fast-check';
import {
  ANNOTATION_KEY, BASE64, CSI_DRIVER_NAME, DATA_KEY, DNS_1035_LABEL, DNS_LABEL, DNS_SUBDOMAIN, DOMAIN_PREFIXED_PATH, ENV_NAME, HOST_NAME,
  HOST_OR_WILDCARD, HTTP_HEADER_NAME, LABEL_VALUE, LOCAL_FILE, LOCAL_PATH, NOT_EMPTY, PATH_SEGMENT, QUALIFIED_NAME, SYSCTL_NAME, oneOf,
} from '../../../src/checks/formats/text';

describe.each([
  ['a DNS label', DNS_LABEL, ['a', '0', 'a-b', 'a'.repeat(63)], ['A', '-a', 'a-', 'a.b', 'a_b', 'a'.repeat(64), 'a\n']],
  ['a DNS label of RFC 1035', DNS_1035_LABEL, ['a', 'a-1', 'a'.repeat(63)], ['1a', '0', 'a.b', 'a'.repeat(64)]],
  ['a DNS subdomain', DNS_SUBDOMAIN, ['a', 'a.b', '1.2', 'a'.repeat(253)], ['a..b', '.a', 'a.', 'A', 'a.-b', 'a'.repeat(254)]],
  ['a host name', HOST_NAME, ['a.b', 'a.b.'], ['.', 'a..', 'A']],
  ['a host name with a wildcard', HOST_OR_WILDCARD, ['a.b', '*.a.b'], ['*', 'a.*.b', '*.', 'A.b']],
  ['a path segment', PATH_SEGMENT, ['system:node', 'A b', '...'], ['.', '..', 'a/b', 'a%b']],
  ['a qualified name', QUALIFIED_NAME, ['a', 'A_b.c', 'x.y/Z', 'a'.repeat(63)], ['a/b/c', '/a', 'X/a', 'a b', '-a', 'a'.repeat(64), 'x/']],
  ['the key of an annotation', ANNOTATION_KEY, ['X.io/a', 'A'], ['x y', 'a/b/c']],
  ['the value of a label', LABEL_VALUE, ['', 'a', 'A_b.c', 'a'.repeat(63)], ['a b', '-a', 'a/b', 'a'.repeat(64)]],
  ['a path with a domain', DOMAIN_PREFIXED_PATH, ['a.b/c', 'a/b/c:d'], ['a', '/a', 'a/', 'A/b', 'a/ b', `a/${'b'.repeat(250)}`]],
  ['the name of a variable', ENV_NAME, ['A', '_a', 'a.b', '-a', '.a'], ['1A', 'A B', '.', '..', '..a', 'A=B']],
  ['the key of data', DATA_KEY, ['a', '.a', 'A-_.', '1'], ['.', '..', '..a', 'a/b', 'a b', 'a'.repeat(254)]],
  ['the name of a header', HTTP_HEADER_NAME, ['X-A', 'host'], ['a b', 'a:b', 'a_b']],
  ['a kernel parameter', SYSCTL_NAME, ['net.core.somaxconn', 'net/ipv4'], ['Net', 'a..b', '.a', 'a b', 'a'.repeat(254)]],
  ['the name of a CSI driver', CSI_DRIVER_NAME, ['nfs.csi.k8s.io', 'A.b'], ['a_b', 'a'.repeat(64)]],
  ['base64', BASE64, ['', 'YQ==', 'YWI=', 'YWJj', 'YWJj\nYWJj'], ['a', 'YQ=', 'YQ', 'Y Q=', 'Y-_=', '====']],
  ['a path below a directory', LOCAL_PATH, ['a', 'a/b', '..a', './a'], ['/a', '..', 'a/../b', '../a']],
  ['a file below a directory', LOCAL_FILE, ['a', 'a/b', '.a'], ['/a', '..', '..a', 'a/../b']],
  ['one of two words', oneOf('On', 'Off'), ['On', 'Off'], ['on', 'x']],
])('%s', (_, format, good, bad) => {
  test.each(good)('may be %j', value => {
    expect(format.holds(value)).toBe(true);
  });

  test.each(bad)('may not be %j', value => {
    expect(format.holds(value)).toBe(false);
  });

  test('answers for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), value => {
      expect(typeof format.holds(value)).toBe('boolean');
    }));
  });

  test('answers for long texts without delay', () => {
    for (const unit of ['a', 'a.', 'a-', '-', '/', '..', 'a/']) { expect(typeof format.holds(unit.repeat(100_000))).toBe('boolean'); }
  });
});

test('what Buffer writes as base64 is base64', () => {
  fc.assert(fc.property(fc.uint8Array(), bytes => {
    expect(BASE64.holds(Buffer.from(bytes).toString('base64'))).toBe(true);
  }));
});

test('lists and mappings are empty if nothing is in them', () => {
  const answers = [[], {}, ['a'], { a: 1 }, 'a', 0].map(value => NOT_EMPTY.holds(value));

  expect(answers).toEqual([false, false, true, true, true, true]);
});
