import { testTextFormat } from './format-cases';
import { ANNOTATION_KEY, LABEL_KEY, LABEL_VALUE } from '../../../src/kubernetes/formats/label';

testTextFormat('the key of a label', LABEL_KEY, ['app', 'example.com/app'], ['Example.com/app', 'a b']);
testTextFormat('the value of a label', LABEL_VALUE, ['', 'a', 'A_b.c', 'a'.repeat(63)], ['a b', '-a', 'a/b', 'a'.repeat(64)]);
testTextFormat('the key of an annotation', ANNOTATION_KEY, ['Example.com/app', 'a'], ['a b', 'a/b/c']);
