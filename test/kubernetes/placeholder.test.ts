import { fillIn, placeholderIn } from '../../src/kubernetes/placeholder';

test.each<[string, string | undefined]>([
  ['registry/app:${TAG}', '${TAG}'],
  ['${TAG:-latest}', '${TAG:-latest}'],
  ['http://$HOST/x', '$HOST'],
  ['$(TAG)', undefined],
  ['$${TAG}', undefined],
  ['\\${TAG}', undefined],
  ['US$5', undefined],
  ['$2y$10$abc', undefined],
  ['$lower', undefined],
])('%s', (text, found) => {
  expect(placeholderIn(text)?.text).toBe(found);
});

test('what is not filled in is told with what to do', () => {
  expect(fillIn('${REPLICAS}')).toBe('fill in ${REPLICAS} before you apply, such as with envsubst: Kubernetes takes it as it stands');
  expect(fillIn(3)).toBeUndefined();
});
