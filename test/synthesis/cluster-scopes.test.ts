import { App, Chart } from 'cdk8s';
import { Cluster } from '../../src/checks/configuration/cluster';
import { Checks } from '../../src/synthesis/checks';
import { ClusterScopes } from '../../src/synthesis/cluster-scopes';

const scopesOf = (app: App) => new ClusterScopes(app.node.findAll().filter(({ node }) => node.metadata.length > 0));
const names = (clusters: readonly Cluster[]) => clusters.map(({ name }) => name);

test('a construct is for the clusters named nearest above it, and for all if none is', () => {
  const app = new App();
  const [eu, us, shared] = ['eu', 'us', 'shared'].map(id => new Chart(app, id));
  const inner = new Chart(eu, 'inner');
  Checks.of(eu).cluster(new Cluster('eu'));
  Checks.of(us).cluster(new Cluster('us')).cluster(new Cluster('us-2'));

  const scopes = scopesOf(app);

  expect([inner, us, shared].map(chart => names(scopes.of(chart)))).toEqual([['eu'], ['us', 'us-2'], ['eu', 'us', 'us-2']]);
});

test('the only cluster of an app is that of everything', () => {
  const app = new App();
  const [one, other] = ['one', 'other'].map(id => new Chart(app, id));
  Checks.of(one).cluster(new Cluster('prod'));

  expect(names(scopesOf(app).of(other))).toEqual(['prod']);
});

test('one cluster may be named twice, and two clusters of one name contradict each other', () => {
  const app = new App();
  const [one, other] = ['one', 'other'].map(id => new Chart(app, id));
  Checks.of(one).cluster(new Cluster('prod', { kubernetesVersion: '1.35' }));
  Checks.of(other).cluster(new Cluster('prod', { kubernetesVersion: '1.35' }));
  const same = scopesOf(app);
  Checks.of(other).cluster(new Cluster('prod', { kubernetesVersion: '1.36' }));

  expect([names(same.all), same.problems]).toEqual([['prod'], []]);
  expect(scopesOf(app).problems).toEqual(["there are two clusters 'prod' that are not the same; make one, and name it in both places"]);
});
