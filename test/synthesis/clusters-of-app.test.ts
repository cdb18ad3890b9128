import { ApiObject, Chart, Testing } from 'cdk8s';
import { Cluster, ClusterProps } from '../../src/checks/configuration/cluster';
import { StatefulApp } from '../../src/constructs/stateful-app';
import { Checks } from '../../src/synthesis/checks';
import { LinearApp } from '../../src/synthesis/linear-app';

/** Standard error during a synthesis, or why it failed. */
function synthesized(app: { synthYaml(): string }): string {
  const lines: string[] = [];
  const err = jest.spyOn(process.stderr, 'write').mockImplementation(line => lines.push(String(line)) > 0);
  try {
    app.synthYaml();
  } catch (error) {
    lines.push((error as Error).message);
  } finally {
    err.mockRestore();
  }
  return lines.join('');
}

/** A chart with the same ConfigMap and the same app in each cluster, with another image where the test says so. */
function shop(clusters: Record<string, ClusterProps & { image?: string; secret?: string }>): LinearApp {
  const app = new LinearApp();
  for (const [name, { image = 'db:1', secret, ...props }] of Object.entries(clusters)) {
    const chart = new Chart(app, name, { namespace: 'shop' });
    Checks.of(chart).cluster(new Cluster(name, { environment: { objects: [{ kind: 'Namespace', name: 'shop' }] }, ...props }));
    new StatefulApp(chart, 'db', { image, ports: [{ name: 'db', port: 5432 }], replicas: 2, secretFiles: secret ? [{ secretName: secret, mountPath: '/secret' }] : [] });
  }
  return app;
}

test('the same objects in several clusters are no duplicates', () => {
  expect(synthesized(shop({ eu: {}, us: { image: 'db:2' } }))).not.toContain('duplicate-object');
});

test('what is found in several clusters is told once, and what is found in one says so', () => {
  const said = synthesized(shop({ eu: { image: 'db:latest' }, us: { image: 'db:latest' }, asia: { secret: 'tls' } }));

  expect(said).toContain('In clusters eu and us\n');
  expect(said).toContain('In cluster asia\n');
  expect(said.match(/image-tag/g)!.length).toBeLessThanOrEqual(3);
});

test('what exists in one cluster does not exist in another', () => {
  const there = { environment: { objects: [{ kind: 'Namespace', name: 'shop' }, { kind: 'Secret', namespace: 'shop', name: 'tls' }], complete: true } };
  const missing = { environment: { objects: [{ kind: 'Namespace', name: 'shop' }], complete: true } };

  const said = synthesized(shop({ eu: { secret: 'tls', ...there }, us: { secret: 'tls', ...missing } }));

  expect(said).toMatch(/In cluster us\n[^]*Secret 'tls'/);
  expect(said).not.toContain('cluster eu');
});

test('what is declared on a chart counts in its cluster', () => {
  const app = shop({ eu: { secret: 'tls' }, us: { secret: 'tls' } });
  Checks.of(app.node.findChild('eu')).exists('Secret', 'tls');

  const said = synthesized(app);

  expect(said).toMatch(/In cluster us\n[^]*Secret 'tls'/);
  expect(said).not.toContain('cluster eu');
});

test('props are held against the version of the cluster that the chart is for', () => {
  const app = Testing.app();
  for (const [name, kubernetesVersion] of [['old', '1.30'], ['new', '1.36']]) {
    const chart = new Chart(app, name, { namespace: 'shop' });
    Checks.of(chart).cluster(new Cluster(name, { kubernetesVersion }));
    new StatefulApp(chart, 'db', { image: 'db:1', ports: [{ name: 'db', port: 5432 }], hostUsers: name === 'old' ? undefined : false });
  }

  expect(() => app.synthYaml()).not.toThrow();
});

test('definitions of a cluster are those of its custom resources', () => {
  const crd = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'caches.example.com' },
    spec: {
      group: 'example.com',
      names: { kind: 'Cache', plural: 'caches' },
      scope: 'Namespaced',
      versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object', properties: { spec: { type: 'object', properties: { size: { type: 'integer' } } } } } } }],
    },
  };
  const app = Testing.app();
  for (const name of ['eu', 'us']) {
    const chart = new Chart(app, name, { namespace: 'default' });
    Checks.of(chart).enable().cluster(new Cluster(name, name === 'eu' ? { crds: [crd] } : {}));
    new ApiObject(chart, 'cache', { apiVersion: 'example.com/v1', kind: 'Cache', metadata: { name: 'a' }, spec: { size: 'x' } });
  }

  expect(() => app.synthYaml()).toThrow(/In cluster eu\n[^]*\/spec\/size/);
});
