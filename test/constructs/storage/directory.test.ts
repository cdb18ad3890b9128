import { directoryCommand } from '../../../src/constructs/storage/directory';

test('the command makes the directory with its owner and mode', () => {
  const command = directoryCommand({ path: '/nfsdata/web.data-web-0', user: 1000, group: 2000, mode: '0770' });

  expect(command).toBe('install -d -o 1000 -g 2000 -m 0770 /nfsdata/web.data-web-0');
});

test('the command quotes what a shell would not take literally', () => {
  const command = directoryCommand({ path: "/it's $HOME", user: 0, group: 0, mode: '0755' });

  expect(command).toBe("install -d -o 0 -g 0 -m 0755 '/it'\\''s $HOME'");
});
