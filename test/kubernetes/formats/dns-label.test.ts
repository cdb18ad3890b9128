import { testTextFormat } from './format-cases';
import { DNS_1035_LABEL, DNS_LABEL, SERVICE_NAME } from '../../../src/kubernetes/formats/dns-label';
import { inVersion } from '../../../src/kubernetes/formats/format';
import { KubernetesVersion } from '../../../src/kubernetes/kubernetes-version';

testTextFormat('a DNS label', DNS_LABEL, ['a', '0', 'a-b', 'a'.repeat(63)], ['', 'A', '-a', 'a-', 'a.b', 'a_b', 'a'.repeat(64), 'a\n']);
testTextFormat('a DNS label of RFC 1035', DNS_1035_LABEL, ['a', 'a-1', 'a'.repeat(63)], ['', '1a', '0', 'a.b', 'a'.repeat(64)]);

test('names are divided where capitals begin', () => {
  const proposed = ['MyApp_1', 'redis', '-'].map(DNS_LABEL.nearest!);

  expect(proposed).toEqual(['my-app-1', 'redis', 'name']);
});

test('a name that begins with a digit gets a word before it', () => {
  const proposed = DNS_1035_LABEL.nearest!('9p');

  expect(proposed).toBe('app-9p');
});
testTextFormat('the name of a Service since 1.36', inVersion(SERVICE_NAME, KubernetesVersion.of('1.36')), ['1st', 'a'], ['A', '-a']);
testTextFormat('the name of a Service', SERVICE_NAME, ['a1'], ['1st']);
