import { testTextFormat } from './format-cases';
import { ENV_NAME } from '../../../src/kubernetes/formats/env-name';
import { inVersion } from '../../../src/kubernetes/formats/format';
import { KubernetesVersion } from '../../../src/kubernetes/kubernetes-version';

testTextFormat('the name of a variable', ENV_NAME, ['A', '_a', 'a.b', '-a', '.a'], ['', '1A', 'A B', '.', '..', '..a', 'A=B']);
testTextFormat('the name of a variable since 1.32', inVersion(ENV_NAME, KubernetesVersion.of('1.32')), ['A', '1A', 'A B', '..', '~'], ['', 'A=B', '\u00e4', 'A\n']);
