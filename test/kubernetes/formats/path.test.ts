import { judgesText } from './judges';
import { ABSOLUTE_PATH, ABSOLUTE_PATH_WITHOUT_BACKSTEPS, LOCAL_FILE, LOCAL_PATH, MOUNT_PATH, PATH_WITHOUT_BACKSTEPS } from '../../../src/kubernetes/formats/path';

judgesText('a path below a directory', LOCAL_PATH, ['a', 'a/b', '..a', './a'], ['/a', '..', 'a/../b', '../a']);
judgesText('a file below a directory', LOCAL_FILE, ['a', 'a/b', '.a'], ['/a', '..', '..a', 'a/../b']);
judgesText('a path', PATH_WITHOUT_BACKSTEPS, ['/a', 'a', ''], ['/..', 'a/../b']);
judgesText('an absolute path', ABSOLUTE_PATH, ['/', '/a/../b'], ['', 'a']);
judgesText('an absolute path that names one place', ABSOLUTE_PATH_WITHOUT_BACKSTEPS, ['/', '/a:b', '/a..b'], ['a', '/a/..']);
judgesText('the path of a mount', MOUNT_PATH, ['/', '/a'], ['a', '/a:b', '/a/..', '']);
