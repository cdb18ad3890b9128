import * as fc from 'fast-check';
import {
  cleanPath, mountOptionProblems, serverProblems, unsupportedModes,
} from '../../../src/constructs/storage/rules';

describe('an address of a server', () => {
  test.each(['192.168.1.21', 'nfs', 'nfs.example.com', 'NFS.example.com', 'fd00::21'])('%s is accepted', server => {
    const problems = serverProblems('server', server);

    expect(problems).toEqual([]);
  });

  test.each(['', '192.168.1.300', '192.168.1', 'nfs server', 'nfs_server', '-nfs'])('"%s" is refused', server => {
    const problems = serverProblems('server', server);

    expect(problems).toEqual([expect.stringContaining(`got '${server}'; write 'server: "192.168.1.21"'`)]);
  });

  test.each(['192.168.1.21:/nfsdata', 'nfs://192.168.1.21/nfsdata', '192.168.1.21/nfsdata'])('%s holds the path, and the message parts them', server => {
    const problems = serverProblems('server', server);

    expect(problems).toEqual([expect.stringContaining('write \'server: "192.168.1.21", path: "/nfsdata"\'')]);
  });
});

describe('a path', () => {
  test('is clean once and for all', () => {
    fc.assert(fc.property(fc.string(), path => {
      const clean = cleanPath(path);

      expect(cleanPath(clean)).toBe(clean);
      expect(clean).toMatch(/^\/([^/]|\/(?!\/))*$/);
      expect(clean === '/' || !clean.endsWith('/')).toBe(true);
    }));
  });
});

describe('mount options', () => {
  test('are fine one by one', () => {
    const problems = mountOptionProblems(['hard', 'nfsvers=4.1']);

    expect(problems).toEqual([]);
  });

  test.each([['hard,nolock', 'write \'mountOptions: ["hard", "nolock"]\''], ['hard nolock', 'write \'mountOptions: ["hard", "nolock"]\''], ['', 'write \'mountOptions: []\'']])('"%s" is not one option', (option, fix) => {
    const problems = mountOptionProblems([option]);

    expect(problems).toEqual([expect.stringContaining(fix)]);
  });
});

test('every access mode that a storage lacks is a problem of its own', () => {
  const problems = unsupportedModes(['ReadWriteMany', 'ReadOnlyMany', 'ReadWriteOnce'], ['ReadWriteOnce'], 'a disk belongs to one node', "'ReadWriteOnce'");

  expect(problems).toEqual([
    expect.stringContaining("must not hold ReadWriteMany, for a disk belongs to one node, got 'ReadWriteMany, ReadOnlyMany, ReadWriteOnce'; write 'ReadWriteOnce'"),
    expect.stringContaining('must not hold ReadOnlyMany'),
  ]);
});
