import { judgesText } from './judges';
import { CSI_DRIVER_NAME, HTTP_HEADER_NAME, ISCSI_NAME, KIND, PATH_SEGMENT, SYSCTL_NAME } from '../../../src/kubernetes/formats/other-names';

judgesText('a path segment', PATH_SEGMENT, ['system:node', 'A b', '...'], ['.', '..', 'a/b', 'a%b']);
judgesText('the name of a header', HTTP_HEADER_NAME, ['X-A', 'host'], ['a b', 'a:b', 'a_b']);
judgesText('a kernel parameter', SYSCTL_NAME, ['net.core.somaxconn', 'net/ipv4'], ['Net', 'a..b', '.a', 'a b', 'a'.repeat(254)]);
judgesText('the name of a CSI driver', CSI_DRIVER_NAME, ['nfs.csi.k8s.io', 'A.b'], ['a_b', 'a'.repeat(64)]);
judgesText('the name of an iSCSI target', ISCSI_NAME, ['iqn.2001-04.com.example:storage'], ['iqn.2001', 'x']);
judgesText('a kind', KIND, ['Widget'], ['1Widget', 'Wid get']);
