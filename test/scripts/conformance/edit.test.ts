import { pathsIn, remove, rename, set, spelled } from '../../../scripts/conformance/edit';

const pod = { spec: { containers: [{ name: 'a' }, { name: 'b', image: 'c' }] } };

test('a value is set in a copy', () => {
  const changed = set(pod, ['spec', 'containers', 1, 'image'], 'd');

  expect(changed.spec.containers[1]).toEqual({ name: 'b', image: 'd' });
  expect(pod.spec.containers[1].image).toBe('c');
});

test('items behind one that is removed move up', () => {
  expect(remove(pod, ['spec', 'containers', 0]).spec.containers).toEqual([{ name: 'b', image: 'c' }]);
});

test('a renamed field keeps its place', () => {
  expect(JSON.stringify(rename(pod, ['spec', 'containers', 1, 'name'], 'nam').spec.containers[1])).toBe('{"nam":"b","image":"c"}');
});

test('every value has a path', () => {
  expect(pathsIn(pod).map(spelled)).toEqual([
    'spec', 'spec.containers', 'spec.containers[0]', 'spec.containers[0].name', 'spec.containers[1]', 'spec.containers[1].name', 'spec.containers[1].image',
  ]);
});
