import { Discovery } from '../../../scripts/conformance/discovery';
import { agrees } from '../../../scripts/conformance/record';
import { ApiServer } from '../../../scripts/conformance/server';
import { createSurroundings } from '../../../scripts/conformance/surroundings';
import { LiveObjects } from '../../../scripts/conformance/updates/live-objects';
import { UpdateRecord, comparisonsOf, runUpdates } from '../../../scripts/conformance/updates/run-updates';
import { Oracle } from '../../../scripts/conformance/verdict';
import { versionOf } from '../../../scripts/kubernetes/minors';
import { TESTED_MINORS } from '../cluster/minors';

const START_MS = 3_600_000;
const SEED = 7;

/** Of so many, at least `LEAST` make objects that the server takes as new ones. */
const EDITS = 500;
const LEAST = 200;

/** What one way of applying refuses for its own sake: the differ says what server-side apply does. */
const OF_ONE_WAY: Readonly<Record<string, RegExp>> = {
  'only server-side apply looks at what the server notes of an object': /^\S+ ObjectMeta\.(managedFields|uid|deletionTimestamp)|ManagedFieldsEntry\./,
  'kubectl\'s patch merges lists by names, which items lack': /\.imagePullSecrets/,
};

/** What the differ says of server-side apply alone: it asks for keys in lists, and keeps what is around a value. kubectl's patch does neither. */
const OF_APPLY = /^server-side apply refuses this|apply keeps what the old object had here/;

/** What is said of kubectl's patch alone: it merges some lists by keys that their items may lack, and older servers do not know a word of it. */
const OF_PATCH = /does not contain declared merge key|unknown field "[^"]*\.\$retainKeys\\?"/;

describe.each(TESTED_MINORS)('Edits of live objects on Kubernetes %s', minor => {
  const server = new ApiServer(minor);
  let records: readonly UpdateRecord[];

  beforeAll(async () => {
    const client = await server.up();
    const discovery = await Discovery.of(client);
    await createSurroundings(client, discovery);
    const live = new LiveObjects(client, discovery, server.kubectl);
    const options = { version: versionOf(minor), seed: SEED, updates: EDITS, progress: () => undefined };
    const all = await runUpdates(new Oracle(client, discovery), live, options);
    records = all.filter(({ isValid, field }) => isValid && !/ObjectMeta\.managedFields|ManagedFieldsEntry\./.test(field));
  }, START_MS);
  afterAll(() => server.down());

  function different(side: 'serverSide' | 'clientSide', from: readonly UpdateRecord[]): string[] {
    return comparisonsOf(from, side).filter(comparison => !agrees(comparison)).map(({ manifest, answer, opinion }) =>
      `the server says '${answer.message}', the differ ${JSON.stringify(opinion.errors)} of ${JSON.stringify(manifest)}`);
  }

  test('the differ refuses what server-side apply refuses, and nothing else', () => {
    const compared = comparisonsOf(records, 'serverSide');

    expect(different('serverSide', records)).toEqual([]);
    expect(compared.length).toBeGreaterThanOrEqual(LEAST);
    expect(compared.filter(({ refused }) => refused).length).toBeGreaterThan(LEAST / 10);
  });

  test('kubectl\'s own patches are refused and accepted alike', () => {
    const alike = records.filter(({ field, opinion, clientSide }) => !Object.values(OF_ONE_WAY).some(fields => fields.test(field))
      && !opinion.errors.some(({ message }) => OF_APPLY.test(message)) && !OF_PATCH.test(clientSide?.message ?? ''));

    expect(different('clientSide', alike)).toEqual([]);
    expect(comparisonsOf(alike, 'clientSide').length).toBeGreaterThanOrEqual(LEAST);
  });
});
