import { ganeshaExports } from './ganesha-exports';

test('options are those of the line, and what /etc/exports means without a word is written out', () => {
  const written = ganeshaExports(['/pages 192.168.1.0/24(rw,sync,no_subtree_check,root_squash)']);

  expect(written).toContain('Path = /pages;');
  expect(written).toContain('CLIENT { Clients = 192.168.1.0/24; Protocols = 4; Access_Type = RW; Squash = root_squash; }');
  expect(written).toContain('Anonymous_uid = 65534; Anonymous_gid = 65534;');
  expect(written).toContain('PrivilegedPort = true;');
});

test('whoever is not named gets nothing', () => {
  expect(ganeshaExports(['/pages 10.0.0.7(ro,no_root_squash)'])).toMatch(/Access_Type = None;[^]*CLIENT \{ Clients = 10.0.0.7; Protocols = 4; Access_Type = RO; Squash = no_root_squash; \}/);
});

test('each line is an export of its own, with a block for each client', () => {
  const written = ganeshaExports(['/a 10.0.0.7(rw) 10.0.0.8(ro)', '/b 10.0.0.9(rw)']);

  expect(written.match(/Export_Id = \d/g)).toEqual(['Export_Id = 1', 'Export_Id = 2']);
  expect(written.match(/Clients = [\d.]+; Protocols = 4; Access_Type = R./g)).toHaveLength(3);
});

test.each([
  ['an option that ganesha may not have', '/a 10.0.0.7(rw,async)', "'async'"],
  ['a client without options', '/a 10.0.0.7', 'no client with its options'],
  ['a line without a path', '10.0.0.7(rw)', 'no line of /etc/exports'],
])('%s is an error', (_, line, message) => {
  expect(() => ganeshaExports([line])).toThrow(message);
});
