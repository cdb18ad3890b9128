import { App, Chart } from 'cdk8s';
import { Namespace, StatefulApp, StorageClass } from '../../src';
import { freeId } from '../../src/cdk8s/free-id';

const IMAGE = 'redis:8.2.10-bookworm';

test('a namespace and an app of one id are told what to write, and that the name stays', () => {
  const chart = new Chart(new App(), 'cache', { namespace: 'shop' });
  new Namespace(chart, 'shop');

  const second = () => new StatefulApp(chart, 'shop', { image: IMAGE });

  expect(second).toThrow("[cache/shop] there is a Namespace with this id already, and ids are unique in their scope, whatever they are for; write another id for one of them, and the name beside it, which stays: new StatefulApp(scope, 'shop-stateful-app', { name: 'shop', … })");
});

test('two of one kind cannot have one name either', () => {
  const chart = new Chart(new App(), 'cache');
  new StatefulApp(chart, 'redis', { image: IMAGE });

  const second = () => new StatefulApp(chart, 'redis', { image: IMAGE });

  expect(second).toThrow("[cache/redis] there is a StatefulApp with this id already; write another id for one of them: new StatefulApp(scope, 'redis-2', …)");
});

test('what the message says to write is accepted', () => {
  const chart = new Chart(new App(), 'cache');
  new Namespace(chart, 'shop');

  const app = new StatefulApp(chart, 'shop-stateful-app', { name: 'shop', image: IMAGE });

  expect(app.name).toBe('shop');
});

test('ids are unique in their scope only', () => {
  const app = new App();
  new StorageClass(new Chart(app, 'a'), 'fast', { provisioner: 'ebs.csi.aws.com' });

  const second = () => new StorageClass(new Chart(app, 'b'), 'fast', { provisioner: 'ebs.csi.aws.com' });

  expect(second).not.toThrow();
});

test.each([undefined, null, 7, 'constructor', '__proto__'])('an id that is none, such as %s, is left to constructs', id => {
  const chart = new Chart(new App(), 'cache');

  const free = freeId(chart, id as string, 'StatefulApp');

  expect(free).toBe(id);
});
