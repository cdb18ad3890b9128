import { modeText, rightsOf } from '../../src/kubernetes/file-mode';

test.each([
  [0o644, 'rw-r--r--'],
  [0o755, 'rwxr-xr-x'],
  [0o400, 'r--------'],
  [0o027, '----w-rwx'],
])('mode %d', (mode, expected) => {
  const { owner, group, others } = rightsOf(mode);

  const letters = [owner, group, others].map(({ read, write, run }) => `${read ? 'r' : '-'}${write ? 'w' : '-'}${run ? 'x' : '-'}`).join('');

  expect(letters).toBe(expected);
});

test('a mode is written in octal', () => {
  expect(modeText(0o644)).toBe('0644');
});
