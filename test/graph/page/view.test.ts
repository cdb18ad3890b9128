import { hashOf, viewOf } from '../../../src/graph/page/view';

test('a view stands in the address and is read from it', () => {
  const view = { text: 'a b&c', namespace: 'shop', system: 'StatefulSet.apps/shop/db', chosen: '</script>#' };

  expect(viewOf(hashOf(view))).toEqual(view);
  expect(hashOf(view)).not.toContain('<');
});

test('an address without a view is the view of everything', () => {
  expect(viewOf('')).toEqual({ text: '' });
  expect(viewOf('#something=else')).toEqual({ text: '' });
});
