import { acknowledgements } from '../../src/import/acknowledgements';
import { codeOf } from '../../src/import/code';
import { ApiModel } from '../../src/kubernetes/api/model';

test('errors are acknowledged in the charts that are checked, and once for each rule', () => {
  const wrong = (name: string) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, dta: {} });
  const objects = [{ path: 'shop/a', manifest: wrong('a') }, { path: 'shop/b', manifest: wrong('b') }, { path: 'other/c', manifest: wrong('c') }, { path: 'fine/d', manifest: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'd' } } }];

  const found = acknowledgements(objects, new Map([['shop', 'shop'], ['fine', 'fine']]), [ApiModel.of()]);

  expect([...found].map(([chart, statements]) => [chart, statements.map(({ call }) => codeOf(call))])).toEqual([
    ['shop', ["Checks.of(shop).acknowledge('schema-unknown-field', { reason: 'it was so before the import' })"]],
    ['fine', []],
  ]);
});
