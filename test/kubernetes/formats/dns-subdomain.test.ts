import { testTextFormat } from './format-cases';
import { DNS_SUBDOMAIN, DNS_SUBDOMAIN_OR_PREFIX, FULL_HOST_NAME, HOST_NAME, HOST_OR_WILDCARD, NAME_OF_THREE_PARTS, SEARCH_DOMAIN } from '../../../src/kubernetes/formats/dns-subdomain';
import { inVersion } from '../../../src/kubernetes/formats/format';
import { KubernetesVersion } from '../../../src/kubernetes/kubernetes-version';

testTextFormat('a DNS subdomain', DNS_SUBDOMAIN, ['a', 'a.b', '1.2', 'a'.repeat(253)], ['', 'a..b', '.a', 'a.', 'A', 'a.-b', 'a'.repeat(254)]);
testTextFormat('a name that may be a prefix', DNS_SUBDOMAIN_OR_PREFIX, ['a', 'a-'], ['', '-a', 'a_']);
testTextFormat('a host name', HOST_NAME, ['a.b', 'a.b.'], ['.', 'a..', 'A']);
testTextFormat('a host name with a wildcard', HOST_OR_WILDCARD, ['a.b', '*.a.b'], ['*', 'a.*.b', '*.', 'A.b']);
testTextFormat('a host name with a domain', FULL_HOST_NAME, ['a.b', 'a.b.'], ['a', 'a.', 'a..b', 'A.b']);
testTextFormat('a name of three parts', NAME_OF_THREE_PARTS, ['a.b.c'], ['a.b', 'a..c']);
testTextFormat('a search domain', SEARCH_DOMAIN, ['a.b', 'a.b.'], ['.', 'a_b.c']);
testTextFormat('a search domain since 1.33', inVersion(SEARCH_DOMAIN, KubernetesVersion.of('1.33')), ['a.b', 'a.b.', '.', 'a_b.c', '_tcp.a', '_a.'], ['', 'A', 'a_', '__a']);
