import { ApiObject, Chart, Testing } from 'cdk8s';
import { Renderings } from '../../src/synthesis/renderings';

function anObject(): ApiObject {
  return new ApiObject(new Chart(Testing.app(), 'chart'), 'object', { apiVersion: 'v1', kind: 'ConfigMap' });
}

test('what was kept is taken without a second rendering', () => {
  const renderings = new Renderings();
  const object = anObject();

  const kept = renderings.keep(object);

  expect(renderings.keep(object)).toBe(kept);
  expect(renderings.take(object)).toBe(kept);
});

test('what was taken is rendered anew', () => {
  const renderings = new Renderings();
  const object = anObject();
  const taken = renderings.take(object);

  object.metadata.addLabel('later', 'yes');

  expect(taken.metadata).not.toHaveProperty('labels');
  expect(renderings.take(object).metadata.labels).toEqual({ later: 'yes' });
});
