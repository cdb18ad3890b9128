import { Client } from '../../../scripts/conformance/client';
import { Discovery } from '../../../scripts/conformance/discovery';
import { Oracle } from '../../../scripts/conformance/verdict';

/** A server that has no kind at all. */
const nowhere = new Oracle({} as Client, { collectionOf: () => undefined } as unknown as Discovery);

test.each([
  ['apps/v1', 'Wdget', false],
  ['networking.k8s.io/v1', 'Gateway', false],
  ['extensions/v1beta1', 'Ingress', false],
  ['gateway.networking.k8s.io/v1', 'Gateway', true],
  ['example.com/v1', 'Widget', true],
])('%s %s may be a kind of another cluster: %p', async (apiVersion, kind, mayBe) => {
  const answer = await nowhere.ask({ apiVersion, kind, metadata: { name: 'a' } });

  expect(answer.refused).toBe(true);
  expect(answer.leftOut !== undefined).toBe(mayBe);
});
