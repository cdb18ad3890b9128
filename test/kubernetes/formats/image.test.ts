import { judgesText } from './judges';
import { IMAGE } from '../../../src/kubernetes/formats/image';

judgesText('an image', IMAGE, ['httpd:2.4.62', 'registry:5000/a/b@sha256:0'], ['', ' ', 'a b']);
