import fs from 'node:fs';
import os from 'node:os';
import { GoModule } from '../../../scripts/kubernetes/go-module';
import { missingForClusters } from '../../../scripts/kubernetes/requirements';

const GIBIBYTE = 2 ** 30;

function machine({ disk, memory }: { disk: number; memory: number }) {
  jest.spyOn(fs, 'mkdirSync').mockReturnValue(undefined);
  jest.spyOn(fs, 'statfsSync').mockReturnValue({ bavail: disk * GIBIBYTE / 4096, bsize: 4096 } as any);
  jest.spyOn(os, 'totalmem').mockReturnValue(memory * GIBIBYTE);
}

afterEach(() => jest.restoreAllMocks());

test('a machine with Go, disk and memory lacks nothing', () => {
  machine({ disk: 40, memory: 24 });
  jest.spyOn(GoModule.prototype, 'missing').mockReturnValue([]);

  expect(missingForClusters('1.36')).toEqual([]);
});

test('a machine on which it was built before needs less of the disk', () => {
  machine({ disk: 5, memory: 24 });
  jest.spyOn(GoModule.prototype, 'missing').mockReturnValue([]);
  jest.spyOn(GoModule.prototype, 'holds').mockReturnValue(true);

  expect(missingForClusters('1.36')).toEqual([]);
});

test('all that is missing is named at once, with how much there is', () => {
  machine({ disk: 3, memory: 2 });
  jest.spyOn(GoModule.prototype, 'missing').mockReturnValue(['Go is not installed']);
  jest.spyOn(GoModule.prototype, 'holds').mockReturnValue(false);

  expect(missingForClusters('1.36')).toEqual([
    'Go is not installed',
    expect.stringMatching(/^disk: \d+ GiB must be free at .*, and 3\.0 are$/),
    'memory: 6 GiB are needed, and there are 2.0',
  ]);
});
