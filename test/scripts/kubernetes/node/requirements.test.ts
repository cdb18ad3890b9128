import { missingForNodes } from '../../../../scripts/kubernetes/node/requirements';

afterEach(() => jest.restoreAllMocks());

test('who is not root is told to be, or to simulate', () => {
  jest.spyOn(process, 'getuid' as any).mockReturnValue(1000);

  expect(missingForNodes()).toEqual(['root: run this command with sudo, or leave --nodes out for simulated nodes']);
});

test('a program that is not there is named with its package and how to install it', () => {
  const path = process.env.PATH;
  jest.spyOn(process, 'getuid' as any).mockReturnValue(0);
  process.env.PATH = '/nowhere';

  try {
    expect(missingForNodes()).toEqual([expect.stringMatching(/containerd, ctr, runc, .*run scripts\/install-node-packages\.sh/)]);
  } finally {
    process.env.PATH = path;
  }
});
