import { Manifest } from '../../src/kubernetes/manifest';
import { Inventory } from '../../src/manifest/inventory';

function object(apiVersion: string, kind: string, name: string): Manifest {
  return { apiVersion, kind, metadata: { name } };
}

describe('an inventory', () => {
  it('does not take a namesake of another group for a kind of Kubernetes', () => {
    const service = object('v1', 'Service', 'hello');

    const inventory = new Inventory([object('serving.knative.dev/v1', 'Service', 'hello'), service]);

    expect(inventory.ofKind('Service')).toEqual([service]);
    expect(inventory.findAll('Service', 'default', 'hello')).toEqual([service]);
    expect(inventory.duplicates()).toEqual([]);
  });

  it('finds two namesakes of one name', () => {
    const twice = [object('serving.knative.dev/v1', 'Service', 'hello'), object('serving.knative.dev/v1', 'Service', 'hello')];

    const inventory = new Inventory(twice);

    expect(inventory.duplicates()).toEqual([twice]);
  });

  it('finds an object under its old group', () => {
    const both = [object('extensions/v1beta1', 'Ingress', 'web'), object('networking.k8s.io/v1', 'Ingress', 'web')];

    const inventory = new Inventory(both);

    expect(inventory.duplicates()).toEqual([both]);
  });

  it('counts kinds of others that run Pods', () => {
    const set = object('apps.kruise.io/v1beta1', 'StatefulSet', 'db');

    const inventory = new Inventory([set]);

    expect(inventory.ofKind('StatefulSet')).toEqual([set]);
  });
});

test('an object is somewhere if it says in which namespace', () => {
  const inventory = new Inventory([object('v1', 'Secret', 'a'), { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'b', namespace: 'shop' } }]);

  expect(['a', 'b'].map(name => inventory.isSomewhere('Secret', name))).toEqual([false, true]);
});
