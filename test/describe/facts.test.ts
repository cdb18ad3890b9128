import { manifests, set } from './support';
import { factsOf } from '../../src/describe/facts';
import { ApiModel } from '../../src/kubernetes/api/model';

test('what nobody says is as usual', () => {
  const facts = factsOf(manifests(set()));

  expect(facts).toMatchObject({ clusterDomain: 'cluster.local', model: ApiModel.of() });
  expect(facts.claims.all).toHaveLength(1);
});
