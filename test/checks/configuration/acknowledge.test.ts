import fc from 'fast-check';
import { Acknowledgement, acknowledge, findingsAbout, isAbout, readAcknowledgement } from '../../../src/checks/configuration/acknowledge';
import { Finding } from '../../../src/reports/finding';

const finding = (rule: string, name = 'data'): Finding => ({
  rule, severity: 'error', object: { apiVersion: 'apps/v1', kind: 'StatefulSet', namespace: 'db', name }, path: '/spec', message: 'm', fix: 'f',
});
const reason = 'because';

test('parts findings by rule', () => {
  const [tag, probe] = [finding('image-tag'), finding('probe')];

  const { open, acknowledged, unused } = acknowledge([tag, probe], [{ rule: 'image-tag', reason }]);

  expect({ open, acknowledged, unused }).toEqual({ open: [probe], acknowledged: [tag], unused: [] });
});

test('with an object it covers that object only', () => {
  const { open } = acknowledge([finding('image-tag', 'data'), finding('image-tag', 'cache')], [{ rule: 'image-tag', object: 'StatefulSet/db/data', reason }]);

  expect(open.map(({ object }) => object.name)).toEqual(['cache']);
});

test.each([
  ['StatefulSet/db/data', true],
  ['StatefulSet/data', true],
  ['StatefulSet/web/data', false],
  ['Deployment/db/data', false],
  ['data', false],
])('%s means the object: %p', (object, means) => {
  expect(isAbout({ rule: 'x', object, reason }, finding('x').object)).toBe(means);
});

test('what covers nothing is unused, even if another one covers the same finding', () => {
  const used: Acknowledgement = { rule: 'image-tag', reason };
  const alsoUsed: Acknowledgement = { rule: 'image-tag', object: 'StatefulSet/data', reason };
  const unused: Acknowledgement = { rule: 'image-tag', object: 'StatefulSet/gone', reason };

  expect(acknowledge([finding('image-tag')], [used, alsoUsed, unused]).unused).toEqual([unused]);
});

test('no finding is lost or doubled, and their order stays', () => {
  const ids = fc.array(fc.constantFrom<string>('a', 'b', 'c'));

  fc.assert(fc.property(ids, ids, (found, known) => {
    const findings = found.map((id, index) => finding(id, `${index}`));

    const { open, acknowledged } = acknowledge(findings, known.map(rule => ({ rule, reason })));

    expect(findings.filter(one => open.includes(one))).toEqual(open);
    expect(open.length + acknowledged.length).toBe(findings.length);
    expect(open.some(({ rule }) => known.includes(rule))).toBe(false);
  }));
});

test('an unused one says what to do, and finds typing mistakes', () => {
  const unused = [{ rule: 'image-tag', object: 'Pod/a', reason }, { rule: 'imag-tag', reason }];

  const findings = findingsAbout(unused, unused, ['image-tag']);

  expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
    "unused-acknowledgement: 'image-tag' of Pod/a is acknowledged, but not found",
    "unused-acknowledgement: no check has the id 'imag-tag'; did you mean 'image-tag'?",
  ]);
});

test('one in words of an earlier version is worth knowing, and it is said what to write', () => {
  const read = [{ id: 'image-tag', reason }, { rule: 'image-tag', reason }].map(readAcknowledgement);

  const findings = findingsAbout(read, [], ['image-tag']);

  expect(read.map(({ rule }) => rule)).toEqual(['image-tag', 'image-tag']);
  expect(findings).toMatchObject([{ rule: 'outdated-acknowledgement', severity: 'info', fix: 'write rule: image-tag' }]);
});
