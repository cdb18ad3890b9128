import { load } from './support';
import { APP, chartCall } from '../../src/import/attempt';
import { Call, Name } from '../../src/import/code';
import { objectsOf, refusalOf, yamlOf } from '../../src/import/evaluate';
import { Program } from '../../src/import/program';

function programOf(call: Call): Program {
  return new Program([APP, { variable: 'chart', call: chartCall('shop', 'shop') }, { call }, { call: new Call('app.synth', []) }]);
}

test('the text is run, and what it makes is given back', () => {
  const program = programOf(new Call('new ApiObject', [new Name('chart'), 'web', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' } }], 'cdk8s'));

  const objects = objectsOf(program, load);

  expect(objects).toEqual([{ path: 'shop/web', manifest: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web', namespace: 'shop' } } }]);
  expect(yamlOf(objects, load)).toBe('apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  namespace: shop\n');
  expect(refusalOf(program, load)).toBeUndefined();
});

test('a program that does not synthesize says why', () => {
  const program = programOf(new Call('new StatefulApp', [new Name('chart'), 'web', { image: '' }], 'cdk8s-stateful'));

  expect(refusalOf(program, load)).toContain('[shop/web]');
});
