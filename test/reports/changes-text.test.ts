import fc from 'fast-check';
import { AFTER, BEFORE, reported } from './changes-sample';
import { Manifest } from '../../src/kubernetes/manifest';
import { changesAsText } from '../../src/reports/changes-text';
import { object, podTemplate, statefulSet } from '../diff/support';
import { anyText } from '../support/any-text';

const { diff, plans } = reported(BEFORE, AFTER);

test('is a table, worst first, with what to do instead and one line at the end', () => {
  const text = changesAsText(diff);

  expect(text.replace(/(\S) {3,}/g, '$1  ').split('\n')).toEqual([
    'EFFECT  OBJECT  FIELD  CHANGE',
    'refused  StatefulSet data/db  /spec/serviceName  db → x',
    '  the API server refuses this: serviceName, selector and podManagementPolicy of a StatefulSet are fixed when it is created',
    expect.stringContaining("  instead: write `serviceName: 'db'` on the construct; or run the plan"),
    '  id: statefulset-immutable:data/db/spec.serviceName',
    '',
    'stale data  StatefulSet data/db  /spec/replicas  3 → 1',
    expect.stringContaining('3 → 1 replicas leaves data-db-1, data-db-2 behind'),
    '  claims: data-db-1, data-db-2 stranded',
    expect.stringContaining('  instead: decommission the members first'),
    '  id: scale-in-leaves-claims:data/db',
    '',
    'restarts pods  StatefulSet data/db  container db image  postgres:15.3 → postgres:15.4',
    expect.stringMatching(/^ +container db env +\(none\) → \[\{name: A, value: b\|c\}\]$/),
    '  pod 0 restarts',
    '',
    '2 of 4 changes refused or dangerous: 1 × refused, 1 × stale data, 2 × restarts pods (on Kubernetes 1.36).',
    'why: cdk8s-stateful explain statefulset-immutable:data/db/spec.serviceName · plan: --plan · accept: acceptedChanges in cdk8s-stateful.yaml',
    '',
  ]);
});

test('columns stand below their headings', () => {
  const lines = changesAsText(diff).split('\n');
  const [at, field] = [lines[0].indexOf('CHANGE'), lines[0].indexOf('FIELD')];

  const rows = lines.filter(line => /\/spec\/|container db/.test(line));

  expect(rows.filter(row => row.includes(' → ')).map(row => row.slice(field, at - 2).trim())).toEqual(
    ['/spec/serviceName', '/spec/replicas', 'container db image', 'container db env']);
});

test('in a narrow terminal the fields stand below their objects, and sentences are wrapped', () => {
  const lines = changesAsText(diff, { columns: 80 }).split('\n');

  expect(lines.slice(0, 4)).toEqual([
    'refused  StatefulSet data/db',
    '    /spec/serviceName  db → x',
    '  the API server refuses this: serviceName, selector and podManagementPolicy of',
    '  a StatefulSet are fixed when it is created',
  ]);
  expect(Math.max(...lines.slice(0, -4).map(({ length }) => length))).toBeLessThanOrEqual(80);
});

test('what does not fit beside its field stands below it', () => {
  const next = [statefulSet({ template: podTemplate({ args: ['a'.repeat(60)] }) })];

  const lines = changesAsText(reported(BEFORE, next).diff, { columns: 60 }).split('\n');

  expect(lines.slice(1, 4)).toEqual([
    '    container db args',
    '      - (none)',
    expect.stringMatching(/^ {6}\+ \[a+…$/),
  ]);
});

test('the same change of many objects is told once', () => {
  const sets = (image: string) => Array.from({ length: 9 }, (_, index) => statefulSet({ template: podTemplate({ image }) }, { name: `db${index}` }));

  const lines = changesAsText(reported(sets('postgres:15.3'), sets('postgres:15.4')).diff).split('\n');

  expect(lines.slice(1, 4)).toEqual([
    'restarts pods  9 × StatefulSet  container db image  postgres:15.3 → postgres:15.4',
    '  these are data/db0, data/db1, data/db2, data/db3, data/db4, data/db5 and 3 more',
    '  pods 2 down to 0 restart, one at a time, each after the one before is Ready',
  ]);
});

test('of many harmless fields the first are shown, of dangers all', () => {
  const data = (value: string) => [object('v1', 'ConfigMap', { data: Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`key${index}`, value])) })];
  const classes = (className: string) => Array.from({ length: 20 }, (_, index) => ({ ...object('storage.k8s.io/v1', 'StorageClass', { provisioner: className }, `c${index}`) }));

  const harmless = changesAsText(reported(data('a'), data('b')).diff);
  const dangerous = changesAsText(reported(classes('a'), classes('b')).diff);

  expect(harmless).toContain('  and 12 more of these; --all lists them\n');
  expect(changesAsText(reported(data('a'), data('b')).diff, { all: true }).match(/key\d+ /g)).toHaveLength(20);
  expect(dangerous.match(/ {2}id: /g)).toHaveLength(20);
});

test('new objects take a line each', () => {
  const lines = changesAsText(reported([], [object('v1', 'ConfigMap', {}), object('v1', 'Secret', {})]).diff).split('\n');

  expect(lines.slice(0, 3).map(line => line.replace(/ {2,}/g, '  '))).toEqual([
    'EFFECT  OBJECT  FIELD  CHANGE',
    'in place  ConfigMap data/it  the whole object  a new ConfigMap',
    'in place  Secret data/it  the whole object  a new Secret',
  ]);
});

test('colours are asked for, never assumed', () => {
  const plain = changesAsText(diff, { plans });
  const painted = changesAsText(diff, { plans, paint: (style, piece) => `<${style}>${piece}</>` });

  expect(plain).not.toContain('\u001b');
  expect(painted).toContain('<red>refused');
  expect(painted.replace(/<\w*>|<\/>/g, '')).toBe(plain);
});

test('plans are numbered, with a way back', () => {
  const renamed = reported(BEFORE, [statefulSet({}, { name: 'pg' })]);

  const text = changesAsText(renamed.diff, { plans: renamed.plans });

  expect(text).toContain('PLAN: StatefulSet data/db becomes data/pg (with downtime)');
  expect(text).toMatch(/\n\d+\. Mark the volume of data-db-0\n {3}If this step fails, or a later one, until another step says otherwise: the way back begins at its step \d+\./);
  expect(text).toContain('The way back:');
});

test('nothing to say is said in one line', () => {
  expect(changesAsText(reported(BEFORE, BEFORE).diff)).toBe('No changes on Kubernetes 1.36.\n');
});

test('an accepted danger says why, and how it was named', () => {
  const accepted = reported(BEFORE, [statefulSet({ replicas: 1 })], new Map([['scale-in-leaves-claims:data/db', 'drained on Monday']]));

  const text = changesAsText(accepted.diff);

  expect(text).toContain('  accepted: drained on Monday\n  id: scale-in-leaves-claims:data/db\n');
  expect(text).toContain('1 change, nothing dangerous, 1 accepted: 1 × stale data (on Kubernetes 1.36).');
});

test('what a manifest holds commands no terminal, and breaks no line', () => {
  const config = (value: string): Manifest[] => [{ ...object('v1', 'ConfigMap', { data: { [value]: value } }), metadata: { name: value, namespace: value } }];

  fc.assert(fc.property(anyText(), fc.constantFrom(Infinity, 80, 20), (value, columns) => {
    const text = changesAsText(reported([], config(value)).diff, { columns });

    expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  }));
});

test('what says most comes first, and labels last', () => {
  const after = statefulSet({
    template: podTemplate({ image: 'postgres:15.4', env: [{ name: 'A', value: 'b' }], args: ['-x'] }, { securityContext: { supplementalGroups: [999] } }, { app: 'db', tier: 'x' }),
  });

  const fields = changesAsText(reported(BEFORE, [after]).diff).split('\n').slice(1, 6).map(line => line.split(/ {2,}/).at(-2));

  expect(fields).toEqual(['container db image', 'container db args', 'container db env', '/spec/template/spec/securityContext/supplementalGroups', '/spec/template/metadata/labels/tier']);
});

test('the last line names only what applies', () => {
  const last = (...sides: Parameters<typeof reported>) => changesAsText(reported(...sides).diff).split('\n').at(-2);

  expect(last(BEFORE, [statefulSet({ podManagementPolicy: 'Parallel' })])).toMatch(/^why: \S+ explain \S+ · plan: --plan$/);
  expect(changesAsText(diff, { plans })).not.toContain('plan: --plan');
  expect(last(BEFORE, [statefulSet({ replicas: 4 })])).toMatch(/^1 change/);
});

test('the same change on different versions is told apart', () => {
  const report = reported(BEFORE, AFTER).diff;
  const restart = report.changes.find(({ effect }) => effect === 'restart')!;
  const changes = [['1.33'], ['1.36']].map(kubernetesVersions => ({ ...restart, kubernetesVersions }));

  const text = changesAsText({ ...report, changes });

  expect(text).toContain(`${restart.message} (on Kubernetes 1.33)\n`);
  expect(text).toContain(`${restart.message} (on Kubernetes 1.36)\n`);
});
