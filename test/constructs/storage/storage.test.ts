import { Size } from 'cdk8s';
import { EmptyDirMedium, PersistentVolumeAccessMode } from 'cdk8s-plus-27';
import * as fc from 'fast-check';
import { request, testChart } from './request';
import { quantityOf } from '../../../src/cdk8s/size';
import { Storage } from '../../../src/constructs/storage/storage';
import type { Volume } from '../../../src/kubernetes/api/types.generated';
import { parseQuantity } from '../../../src/kubernetes/quantity';

const ALL = {
  dynamic: Storage.dynamic(),
  existingClaims: Storage.existingClaims(),
  existingClaim: Storage.existingClaim('pages'),
  emptyDir: Storage.emptyDir(),
  ephemeral: Storage.ephemeral(),
};

test.each<[keyof typeof ALL, boolean]>([
  ['dynamic', true], ['existingClaims', true], ['existingClaim', true], ['emptyDir', false], ['ephemeral', false],
])('pods that mount %s see the same data: %s', (name, expected) => {
  const storage = ALL[name];

  const isShared = storage.isShared();

  expect(isShared).toBe(expected);
});

describe('what a storage gives to an app', () => {
  test('dynamic storage takes the cluster\'s default class by default', () => {
    const storage = Storage.dynamic();

    const binding = storage.bind(testChart(), request());

    expect(binding).toEqual({ storageClassName: undefined });
  });

  test('dynamic storage takes the class that is named', () => {
    const storage = Storage.dynamic({ storageClassName: 'fast' });

    const binding = storage.bind(testChart(), request());

    expect(binding.storageClassName).toBe('fast');
  });

  test('a claim that should exist and does not binds no other volume', () => {
    const storage = Storage.existingClaims();

    const binding = storage.bind(testChart(), request());

    expect(binding.storageClassName).toBe('');
    expect(binding.matchLabels).toEqual({ 'cdk8s-stateful/claim': 'exists' });
  });

  test('a claim that should exist and is shared is not claimed again', () => {
    const storage = Storage.existingClaims();

    const binding = storage.bind(testChart(), request({ claimNames: ['web-data'] }));

    expect(binding).toEqual({ volumeSource: { persistentVolumeClaim: { claimName: 'web-data' } } });
  });

  test('one existing claim is a volume of the pod, writable by default', () => {
    const storage = Storage.existingClaim('pages');

    const binding = storage.bind(testChart(), request());

    expect(binding.volumeSource).toEqual({ persistentVolumeClaim: { claimName: 'pages', readOnly: undefined } });
  });

  test('an existing claim can be read-only', () => {
    const storage = Storage.existingClaim('pages', { readOnly: true });

    const binding = storage.bind(testChart(), request());

    expect(binding.volumeSource).toMatchObject({ persistentVolumeClaim: { readOnly: true } });
  });

  test('an empty directory is on the node\'s disk by default and may not outgrow the volume\'s size', () => {
    const storage = Storage.emptyDir();

    const binding = storage.bind(testChart(), request({ size: Size.mebibytes(100) }));

    expect(binding.volumeSource).toEqual({ emptyDir: { medium: undefined, sizeLimit: '100Mi' } });
  });

  test('an empty directory can be in memory', () => {
    const storage = Storage.emptyDir({ medium: EmptyDirMedium.MEMORY });

    const binding = storage.bind(testChart(), request());

    expect(binding.volumeSource).toMatchObject({ emptyDir: { medium: 'Memory' } });
  });

  test('ephemeral storage claims a volume for each pod', () => {
    const storage = Storage.ephemeral({ storageClassName: 'fast' });

    const binding = storage.bind(testChart(), request());

    const { ephemeral } = binding.volumeSource as Volume;
    expect(ephemeral!.volumeClaimTemplate!.spec).toEqual({
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '1Gi' } },
      storageClassName: 'fast',
    });
  });
});

describe('what a storage refuses', () => {
  test.each(Object.entries(ALL))('%s accepts a plain request', (_name, storage) => {
    const problems = storage.problems(request());

    expect(problems).toEqual([]);
  });

  test.each([
    ['Fast SSD', 'write \'storageClassName: "fast-ssd"\''],
    ['a_b', 'write \'storageClassName: "a-b"\''],
    ['-x', 'write \'storageClassName: "x"\''],
    ['', "leave it out for the cluster's default StorageClass"],
  ])('a class named "%s" is refused with what to write instead', (name, instead) => {
    const problems = [
      ...Storage.dynamic({ storageClassName: name }).problems(request()),
      ...Storage.ephemeral({ storageClassName: name }).problems(request()),
    ];

    const problem = expect.stringMatching(/'storageClassName' must be the name of a StorageClass/);
    expect(problems).toEqual([problem, problem]);
    expect(problems.filter(text => !text.endsWith(`got '${name}'; ${instead}`))).toEqual([]);
  });

  test('an existing claim must have a name that a claim can have', () => {
    const problems = Storage.existingClaim('My Pages').problems(request());

    expect(problems).toEqual([expect.stringContaining("got 'My Pages'; write 'claimName: \"my-pages\"'")]);
  });

  test('a size of zero is refused', () => {
    const problems = Storage.dynamic().problems(request({ size: Size.gibibytes(0) }));

    expect(problems).toEqual([expect.stringMatching(/'size' must be more than zero.*got '0'/)]);
  });

  test('a list of access modes must not be empty', () => {
    const problems = Storage.dynamic().problems(request({ accessModes: [] }));

    expect(problems).toEqual([expect.stringContaining("'accessModes' must name at least one mode")]);
  });

  test('ReadWriteOncePod stands alone', () => {
    const { READ_WRITE_ONCE_POD, READ_WRITE_MANY } = PersistentVolumeAccessMode;

    const problems = Storage.dynamic().problems(request({ accessModes: [READ_WRITE_ONCE_POD, READ_WRITE_MANY] }));

    expect(problems).toEqual([expect.stringContaining("got 'ReadWriteOncePod, ReadWriteMany'")]);
  });

  test('all problems of a request are reported together', () => {
    const storage = Storage.dynamic({ storageClassName: 'A B' });

    const problems = storage.problems(request({ accessModes: [], size: Size.gibibytes(0) }));

    expect(problems).toHaveLength(3);
  });

  test('the name that is proposed is always accepted', () => {
    fc.assert(fc.property(fc.string(), name => {
      const [problem] = Storage.existingClaim(name).problems(request());
      const proposal = problem?.match(/; write 'claimName: "(.*)"'$/)?.[1] ?? name;

      expect(Storage.existingClaim(proposal).problems(request())).toEqual([]);
    }));
  });

  test('no size is accepted that Kubernetes could not read', () => {
    fc.assert(fc.property(fc.double({ min: 0 }), amount => {
      const size = Size.gibibytes(amount);

      const accepted = Storage.dynamic().problems(request({ size })).length === 0;

      expect(accepted).toBe(amount > 0 && (parseQuantity(quantityOf(size)) ?? 2n ** 200n) < 2n ** 63n * 10n ** 9n);
    }));
  });
});
