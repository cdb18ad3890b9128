import { testTextFormat } from './format-cases';
import { DOMAIN_PREFIXED_PATH, QUALIFIED_NAME, QUALIFIED_NAME_IN_ANY_CASE } from '../../../src/kubernetes/formats/qualified-name';

testTextFormat('a qualified name', QUALIFIED_NAME, ['a', 'A_b.c', 'x.y/Z', 'a'.repeat(63)], ['', 'a/b/c', '/a', 'X/a', 'a b', '-a', 'a'.repeat(64), 'x/']);
testTextFormat('a qualified name in any case', QUALIFIED_NAME_IN_ANY_CASE, ['X.io/a', 'A'], ['x y', 'a/b/c']);
testTextFormat('a path with a domain', DOMAIN_PREFIXED_PATH, ['a.b/c', 'a/b/c:d'], ['a', '/a', 'a/', 'A/b', 'a/ b', `a/${'b'.repeat(250)}`]);
