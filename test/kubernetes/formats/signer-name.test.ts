import { judgesText } from './judges';
import { SIGNER_NAME, TRUST_BUNDLE_NAME } from '../../../src/kubernetes/formats/signer-name';

judgesText('a signer', SIGNER_NAME, ['example.com/web', 'kubernetes.io/kube-apiserver-client', 'a.b/c.d'], ['web', 'example/web', 'example.com/', 'example.com/a/b', 'Example.com/web', `${'a.'.repeat(140)}b/c`]);
judgesText('the name of a bundle', TRUST_BUNDLE_NAME, ['ca', 'example.com:web:ca'], ['CA', 'example.com:web:']);
