import * as fc from 'fast-check';
import {
  absolutePathProblems, cleanPath, mountOptionProblems, provisionerProblems, serverProblems, unsupportedModes,
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
  test.each(['/', '/nfsdata', '/nfs data/', '/a..b'])('%s is accepted', path => {
    const problems = absolutePathProblems('path', path);

    expect(problems).toEqual([]);
  });

  test('must be absolute', () => {
    const problems = absolutePathProblems('path', 'nfsdata/');

    expect(problems).toEqual(["'path' must be an absolute path, got 'nfsdata/'; write 'path: \"/nfsdata\"'"]);
  });

  test('must not go up', () => {
    const problems = absolutePathProblems('path', '/srv/../etc');

    expect(problems).toEqual([expect.stringContaining("must not contain '..', got '/srv/../etc'")]);
  });

  test('is clean once and for all', () => {
    fc.assert(fc.property(fc.string(), path => {
      const clean = cleanPath(path);

      expect(cleanPath(clean)).toBe(clean);
      expect(clean).toMatch(/^\/([^/]|\/(?!\/))*$/);
      expect(clean === '/' || !clean.endsWith('/')).toBe(true);
    }));
  });
});

describe('a provisioner', () => {
  test.each(['nfs.csi.k8s.io', 'fuseim.pri/ifs', 'kubernetes.io/no-provisioner', 'Example.com/My_NFS'])('%s is accepted', name => {
    const problems = provisionerProblems('provisioner', name);

    expect(problems).toEqual([]);
  });

  test.each(['', 'a/b/c', 'a/', '/a', '-a', `example.com/${'a'.repeat(64)}`])('"%s" is refused', name => {
    const problems = provisionerProblems('provisioner', name);

    expect(problems).toEqual([expect.stringContaining(`got '${name}'`)]);
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
