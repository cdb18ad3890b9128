import { testTextFormat } from './format-cases';
import { SIGNER_NAME, TRUST_BUNDLE_NAME } from '../../../src/kubernetes/formats/signer-name';

testTextFormat('a signer', SIGNER_NAME, ['example.com/web', 'kubernetes.io/kube-apiserver-client', 'a.b/c.d'], ['web', 'example/web', 'example.com/', 'example.com/a/b', 'Example.com/web', `${'a.'.repeat(140)}b/c`]);
testTextFormat('the name of a bundle', TRUST_BUNDLE_NAME, ['ca', 'example.com:web:ca'], ['CA', 'example.com:web:']);
