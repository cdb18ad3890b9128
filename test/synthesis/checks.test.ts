import { ApiObject, App, Chart, Size, Testing } from 'cdk8s';
import { EnvValue, Secret } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { Cluster } from '../../src/checks/configuration/cluster';
import { StatefulApp } from '../../src/constructs/stateful-app';
import { StatelessApp } from '../../src/constructs/stateless-app';
import { Storage } from '../../src/constructs/storage/storage';
import { Checks } from '../../src/synthesis/checks';

const broken = (name: string) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, dta: {} });

function warningsOf(app: App): string {
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    app.synth();
    return stderr.mock.calls.map(([text]) => text).join('');
  } finally {
    stderr.mockRestore();
  }
}

describe('acknowledge', () => {
  test('accepts findings of that id below its construct, and no others', () => {
    const app = Testing.app();
    const chart = new Chart(app, 'shop');
    const inner = new Construct(chart, 'inner');
    new ApiObject(inner, 'a', broken('a'));
    new ApiObject(chart, 'b', broken('b'));
    Checks.of(chart).enable();

    Checks.of(inner).acknowledge('schema-unknown-field', { reason: 'an operator reads it' });

    expect(() => app.synth()).toThrow(/^[^]*1 error: [^]*shop\/b\n[^]*$/);
    expect(() => app.synth()).not.toThrow(/shop\/inner\/a/);
  });

  test('reports what covers nothing, with the construct', () => {
    const app = Testing.app();
    const chart = new Chart(app, 'shop');
    Checks.of(chart).enable().acknowledge('image-tag', { reason: 'one image only' }).acknowledge('image-tga', { reason: 'one image only' });

    const warnings = warningsOf(app);

    expect(warnings).toMatch(/^\[cdk8s-stateful checks\] 2 warnings for Kubernetes 1\.36\n\nshop\n {2}warning {2}unused-acknowledgement\n {4}'image-tag' is acknowledged, but not found\n/);
    expect(warnings).toMatch(/no check has the id 'image-tga'; did you mean 'image-tag'\?/);
  });

  test.each([undefined, {}, { reason: 5 }])('wants a reason also from JavaScript, and got %p', options => {
    const app = new App();

    Checks.of(new Chart(app, 'shop')).acknowledge('image-tag', options as any);

    expect(() => app.synth()).toThrow(/\[shop\] 'reason' of the acknowledgement of 'image-tag' must say something, got (undefined|number); write/);
  });

  test('wants a reason', () => {
    const app = Testing.app();

    Checks.of(new Chart(app, 'shop')).acknowledge('image-tag', { reason: ' ' });

    expect(() => app.synth()).toThrow(/\[shop\] 'reason' of the acknowledgement of 'image-tag' must say something/);
  });
});

describe('exists', () => {
  const asking = (namespace?: string) => {
    const app = Testing.app();
    const chart = new Chart(app, 'shop', { namespace });
    new ApiObject(chart, 'claim', {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'data' },
      spec: { storageClassName: 'fast', accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    });
    new ApiObject(chart, 'pod', {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'web' },
      spec: {
        containers: [{ name: 'web', image: 'httpd:2.4.62', env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 'login', key: 'password' } } }] }],
        volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }],
      },
    });
    Checks.of(chart).enable();
    Checks.of(app).declare({ complete: true });
    return { app, chart };
  };

  test('takes the namespace of the chart, and none for cluster-scoped kinds', () => {
    const { app, chart } = asking('shop');

    Checks.of(chart).exists('Secret', 'login').exists('StorageClass', 'fast').exists('Namespace', 'shop');

    expect(() => app.synth()).not.toThrow();
  });

  test('takes another namespace where it is given', () => {
    const { app, chart } = asking('shop');

    Checks.of(chart).exists('Secret', 'login', { namespace: 'other' }).exists('StorageClass', 'fast').exists('Namespace', 'shop');

    expect(() => app.synth()).toThrow(/missing-secret/);
  });

  test('of an app without a namespace means the one that objects without a namespace get', () => {
    const { app } = asking();

    Checks.of(app).exists('Secret', 'login').exists('StorageClass', 'fast');

    expect(() => app.synth()).not.toThrow();
  });

  test('knows keys', () => {
    const { app, chart } = asking('shop');

    Checks.of(chart).exists('Secret', 'login', { keys: ['passwort'] }).exists('StorageClass', 'fast').exists('Namespace', 'shop');

    expect(() => app.synth()).toThrow(/missing-key[^]*did you mean|missing-key[^]*write 'passwort'/);
  });
});

test('declarations add up, wherever they are made', () => {
  const app = Testing.app();
  const chart = new Chart(app, 'shop');
  for (const name of ['one', 'two']) {
    new ApiObject(chart, name, { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name }, provisioner: `example.com/${name}` });
  }
  Checks.of(chart).enable().declare({ provisioners: ['example.com/one'] });
  Checks.of(app).exists('CSIDriver', 'example.com/two').declare({ complete: true });

  expect(() => app.synth()).not.toThrow();
});

test('a chart without constructs of ours is checked only if that is enabled', () => {
  const app = Testing.app();
  new ApiObject(new Chart(app, 'theirs'), 'a', broken('a'));
  Checks.of(app).declare({ defaultStorageClass: true });
  expect(() => app.synth()).not.toThrow();

  Checks.of(app).enable();

  expect(() => app.synth()).toThrow(/schema-unknown-field/);
});

test('what cdk8s-plus imports by name exists', () => {
  const app = Testing.app();
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  const login = Secret.fromSecretName(chart, 'Login', 'login');
  new StatelessApp(chart, 'web', { image: 'httpd:2.4.62', envValues: { PASSWORD: EnvValue.fromSecretValue({ secret: login, key: 'password' }) } });

  const warnings = warningsOf(app);

  expect(warnings).toBe('');
});

test.each([
  ['one claim', () => Storage.existingClaim('pages')],
  ['claims of the expected names', () => Storage.existingClaims()],
])('%s that exist already are not missing', (_, storage) => {
  const app = Testing.app();
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  const volumes = [{ name: 'data', mountPath: '/data', size: Size.gibibytes(1), storage: storage() }];
  new StatelessApp(chart, 'web', { image: 'httpd:2.4.62', volumes });
  new StatefulApp(chart, 'db', { image: 'httpd:2.4.62', volumes });

  const warnings = warningsOf(app);

  expect(warnings).toBe('');
});

test('what a cluster cannot be is refused', () => {
  const app = Testing.app();

  Checks.of(new Chart(app, 'shop')).cluster(new Cluster('prod', { kubernetesVersion: 'latest', featureGates: { SidecarContainer: true } }));

  expect(() => app.synth()).toThrow("cluster 'prod': 'kubernetesVersion': 'latest' is no version of Kubernetes that is known here; known are 1.27");
  expect(() => app.synth()).toThrow("cluster 'prod': 'featureGates.SidecarContainer': there is no feature gate 'SidecarContainer'; did you mean 'SidecarContainers'");
});
