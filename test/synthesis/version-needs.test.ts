import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { App, Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { Cluster, ClusterProps } from '../../src/checks/configuration/cluster';
import { featureSince } from '../../src/kubernetes/api/feature';
import { Checks } from '../../src/synthesis/checks';
import { NEEDS, VersionedProps, hasNativeSidecars, needs } from '../../src/synthesis/version-needs';
import { refusals } from '../support/synth';

function chartFor(...clusters: ClusterProps[]): Chart {
  const app = Testing.app();
  clusters.forEach((cluster, index) => Checks.of(app).cluster(new Cluster(index === 0 ? 'prod' : 'lab', cluster)));
  return new Chart(app, 'chart');
}

function refused(props: VersionedProps, ...clusters: ClusterProps[]): string[] {
  const chart = chartFor(...clusters);
  needs(new Construct(chart, 'db'), props);
  return refusals(chart);
}

test('what every declared cluster has is accepted', () => {
  expect(refused({ hostUsers: false, nativeSidecars: true }, { kubernetesVersion: '1.33' }, { kubernetesVersion: '1.36.1,1.37' })).toEqual([]);
  expect(refused({ maxUnavailable: 2 }, { kubernetesVersion: '1.36', featureGates: { MaxUnavailableStatefulSet: true } })).toEqual([]);
});

test('what is not given needs nothing', () => {
  expect(refused({ hostUsers: undefined }, { kubernetesVersion: '1.27' })).toEqual([]);
});

test('an older version is refused with the construct, the value, the rule and what to write', () => {
  expect(refused({ podResources: {} }, { kubernetesVersion: '1.31' })).toEqual([
    "[chart/db] 'podResources' needs Kubernetes 1.34, got 1.31 (cluster 'prod'); leave it out, or write 'kubernetesVersion: \"1.34\"' once it runs that",
  ]);
});

test('a gate that a cluster has, and that is off, may be switched on', () => {
  expect(refused({ hostUsers: false }, { kubernetesVersion: '1.36,1.30' }, { kubernetesVersion: '1.33' })).toEqual([
    "[chart/db] 'hostUsers: false' needs Kubernetes 1.33, got 1.30 (cluster 'prod', where the feature gate UserNamespacesSupport is off); leave it out, "
    + "or write 'kubernetesVersion: \"1.33\"' once it runs that, or write 'featureGates: { UserNamespacesSupport: true }' if its API server switches that on",
  ]);
});

test('each cluster that lacks it is named', () => {
  const words = refused({ trafficDistribution: 'PreferSameNode' }, { kubernetesVersion: '1.32' }, { kubernetesVersion: '1.33' });

  expect(words.map(word => /got (.*?\))/.exec(word)?.[1])).toEqual([
    "1.32 (cluster 'prod')", "1.33 (cluster 'lab', where the feature gate PreferSameTrafficDistribution is off)",
  ]);
});

test('values need different versions', () => {
  expect(refused({ trafficDistribution: 'PreferClose' }, { kubernetesVersion: '1.31' })).toEqual([]);
});

test('without a version nothing is used that 1.27 lacks', () => {
  const words = "'hostUsers: false' needs Kubernetes 1.33, and nobody says which version the cluster runs: what is written without one fits all from 1.27 on; "
    + "write 'Checks.of(app).cluster(new Cluster(\"prod\", { kubernetesVersion: \"1.36\" }))', with your version, or leave 'hostUsers' out";

  expect(refused({ hostUsers: false })).toEqual([`[chart/db] ${words}`]);
  expect(refused({ hostUsers: false }, {})).toEqual([`[chart/db] ${words}`]);
});

test('the version that is proposed has what is needed', () => {
  expect(refused({ podCertificates: [] })).toEqual([expect.stringContaining('kubernetesVersion: "1.37"')]);
});

test('a version that is none is told once, and not here', () => {
  const [first, ...others] = refused({ hostUsers: false }, { kubernetesVersion: 'latest' });

  expect(first).toContain("'latest' is no version");
  expect(others).toEqual([]);
});

test('the docs name the version of each', () => {
  const table = readFileSync(resolve(__dirname, '../../docs/kubernetes-versions.md'), 'utf8').split('\n').filter(line => /^\| `/.test(line));
  const rows = Object.entries(NEEDS).filter(([prop]) => prop !== 'driverName').map(([prop, feature]) => [prop, featureSince(feature)]);

  const missing = rows.filter(([prop, since]) => !table.some(line => line.split('|')[1].includes(prop!) && line.split('|')[2].startsWith(` ${since}`)));

  expect(missing).toEqual([]);
});

describe('native sidecars', () => {
  const isNative = (...clusters: ClusterProps[]) => hasNativeSidecars(new Construct(chartFor(...clusters), 'db'));

  test.each([
    ['no cluster', [], false],
    ['a cluster without a version', [{}], false],
    ['1.28', [{ kubernetesVersion: '1.28' }], false],
    ['1.28 with the gate', [{ kubernetesVersion: '1.28', featureGates: { SidecarContainers: true } }], true],
    ['1.29', [{ kubernetesVersion: '1.29' }], true],
    ['1.28 and 1.36', [{ kubernetesVersion: '1.28' }, { kubernetesVersion: '1.36' }], false],
    ['before an upgrade', [{ kubernetesVersion: '1.28,1.29' }], false],
  ])('%s', (_, clusters: ClusterProps[], expected) => {
    expect(isNative(...clusters)).toBe(expected);
  });

  test('a cluster that is declared too late is refused', () => {
    const chart = chartFor();
    hasNativeSidecars(new Construct(chart, 'db'));

    Checks.of(chart).cluster(new Cluster('prod', { kubernetesVersion: '1.36' }));

    expect(refusals(chart)).toEqual([
      "[chart/db] the cluster was declared after this construct, whose sidecars depend on its version; write 'Checks.of(app).cluster(cluster)' before the charts",
    ]);
  });

  test('one that changes nothing may be declared later', () => {
    const chart = new Chart(new App(), 'chart');
    hasNativeSidecars(new Construct(chart, 'db'));

    Checks.of(chart).cluster(new Cluster('prod', { kubernetesVersion: '1.28' }));

    expect(refusals(chart)).toEqual([]);
  });
});
