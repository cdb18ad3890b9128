import { judgesText } from './judges';
import { ANNOTATION_KEY, LABEL_KEY, LABEL_VALUE } from '../../../src/kubernetes/formats/label';

judgesText('the key of a label', LABEL_KEY, ['app', 'example.com/app'], ['Example.com/app', 'a b']);
judgesText('the value of a label', LABEL_VALUE, ['', 'a', 'A_b.c', 'a'.repeat(63)], ['a b', '-a', 'a/b', 'a'.repeat(64)]);
judgesText('the key of an annotation', ANNOTATION_KEY, ['Example.com/app', 'a'], ['a b', 'a/b/c']);
