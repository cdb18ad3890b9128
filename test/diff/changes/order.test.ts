import { reorderedLists } from '../../../src/diff/changes/order';
import { updateOf } from '../../../src/diff/changes/update';
import { ApiModel } from '../../../src/kubernetes/api/model';
import { podTemplate, statefulSet } from '../support';

const MODEL = ApiModel.of('1.36');

function reordered(before: Record<string, any>, after: Record<string, any>) {
  const [old, next] = [before, after].map(spec => statefulSet({ template: podTemplate({ volumeMounts: [] }, spec) }));
  return reorderedLists(updateOf(old, next, MODEL), '/spec/template', MODEL);
}

const containers = (...names: string[]) => ({ containers: names.map(name => ({ name, image: `${name}:1`, env: [{ name: 'A', value: name }] })) });

test('the keys of the items stand on both sides', () => {
  expect(reordered(containers('a', 'b'), containers('b', 'a'))).toEqual([
    { path: '/spec/template/spec/containers', before: ['a', 'b'], after: ['b', 'a'] },
  ]);
});

test.each([
  ['a new item before the others', containers('a', 'b'), containers('n', 'a', 'b')],
  ['an item that goes', containers('a', 'b', 'c'), containers('a', 'c')],
  ['a list that is replaced as a whole', { tolerations: [{ key: 'a' }, { key: 'b' }] }, { tolerations: [{ key: 'b' }, { key: 'a' }] }],
])('%s is no other order', (_, before, after) => {
  expect(reordered(before, after)).toEqual([]);
});

test('a list within items that moved is found, too', () => {
  const mounted = (...paths: string[]) => ({ name: 'm', image: 'm:1', volumeMounts: paths.map(mountPath => ({ name: 'data', mountPath })) });
  const [first] = containers('a').containers;

  const found = reordered({ containers: [first, mounted('/a', '/b')] }, { containers: [mounted('/b', '/a'), first] });

  expect(found.map(({ path }) => path)).toEqual(['/spec/template/spec/containers/0/volumeMounts', '/spec/template/spec/containers']);
});
