import { testTextFormat } from './format-cases';
import { ABSOLUTE_PATH, ABSOLUTE_PATH_WITHOUT_BACKSTEPS, LOCAL_FILE, LOCAL_PATH, MOUNT_PATH, PATH_WITHOUT_BACKSTEPS } from '../../../src/kubernetes/formats/path';

testTextFormat('a path below a directory', LOCAL_PATH, ['a', 'a/b', '..a', './a'], ['/a', '..', 'a/../b', '../a']);
testTextFormat('a file below a directory', LOCAL_FILE, ['a', 'a/b', '.a'], ['/a', '..', '..a', 'a/../b']);
testTextFormat('a path', PATH_WITHOUT_BACKSTEPS, ['/a', 'a', ''], ['/..', 'a/../b']);
testTextFormat('an absolute path', ABSOLUTE_PATH, ['/', '/a/../b'], ['', 'a']);
testTextFormat('an absolute path that names one place', ABSOLUTE_PATH_WITHOUT_BACKSTEPS, ['/', '/a:b', '/a..b'], ['a', '/a/..']);
testTextFormat('the path of a mount', MOUNT_PATH, ['/', '/a'], ['a', '/a:b', '/a/..', '']);
