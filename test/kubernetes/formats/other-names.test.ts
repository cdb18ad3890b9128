import { testTextFormat } from './format-cases';
import {
  ATTRIBUTE_NAME, CSI_DRIVER_NAME, EXTENDED_RESOURCE_NAME, FULL_ATTRIBUTE_NAME, HTTP_HEADER_NAME, ISCSI_NAME,
  KIND, PATH_SEGMENT, POOL_NAME, SYSCTL_NAME, VERSION_NUMBER,
} from '../../../src/kubernetes/formats/other-names';

testTextFormat('a path segment', PATH_SEGMENT, ['system:node', 'A b', '...'], ['.', '..', 'a/b', 'a%b']);
testTextFormat('the name of a header', HTTP_HEADER_NAME, ['X-A', 'host'], ['a b', 'a:b', 'a_b']);
testTextFormat('a kernel parameter', SYSCTL_NAME, ['net.core.somaxconn', 'net/ipv4'], ['Net', 'a..b', '.a', 'a b', 'a'.repeat(254)]);
testTextFormat('the name of a CSI driver', CSI_DRIVER_NAME, ['nfs.csi.k8s.io', 'A.b'], ['a_b', 'a'.repeat(64)]);
testTextFormat('the name of an iSCSI target', ISCSI_NAME, ['iqn.2001-04.com.example:storage'], ['iqn.2001', 'x']);
testTextFormat('a kind', KIND, ['Widget'], ['1Widget', 'Wid get']);
testTextFormat('the name of an attribute', ATTRIBUTE_NAME, ['model', 'gpu.example.com/model_1', 'a/b/c'], ['a-b', '1a', '/model', 'a_b/model', 'a/', 'a'.repeat(33)]);
testTextFormat('the name of an attribute with its domain', FULL_ATTRIBUTE_NAME, ['gpu.example.com/model'], ['model', '/model']);
testTextFormat('the name of a pool', POOL_NAME, ['a', 'node-1/gpu.example.com'], ['A', 'a//b', `a/${'b'.repeat(252)}`]);
testTextFormat('a version', VERSION_NUMBER, ['1.2.3', '1.2.3-beta.1+build'], ['1.2', 'v1.2.3', '01.2.3', `1.2.3-${'a'.repeat(64)}`]);
testTextFormat('an extended resource', EXTENDED_RESOURCE_NAME, ['example.com/gpu'], ['cpu', 'kubernetes.io/gpu', 'requests.example.com/gpu']);
