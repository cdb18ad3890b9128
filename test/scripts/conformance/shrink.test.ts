import { comparisonsOf, recordOf } from '../../../scripts/conformance/record';
import { shrunk } from '../../../scripts/conformance/shrink';
import { Answer, Oracle } from '../../../scripts/conformance/verdict';
import { ApiModel } from '../../../src/kubernetes/api/model';
import { Manifest } from '../../../src/kubernetes/manifest';

test('what a disagreement does not need is taken away', async () => {
  const ask = async ({ data }: Manifest): Promise<Answer> => ({ refused: Boolean(data?.bad), message: data?.bad ? 'it is bad' : '', causes: [], warnings: [] });
  const oracle = { ask, askDerived: async () => [] } as unknown as Oracle;
  const manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', labels: { b: 'c' } }, data: { good: 'x', bad: 'y' }, immutable: true };
  const [comparison] = comparisonsOf(await recordOf({ manifest, what: 'a change', mutation: 'base' }, oracle, ApiModel.of('1.36')));

  const smallest = await shrunk(comparison, oracle, ApiModel.of('1.36'));

  expect(smallest).toEqual({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { bad: 'y' } });
});
