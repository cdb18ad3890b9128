import fc from 'fast-check';
import { Acknowledgement, acknowledge, isAbout, unusedProblem } from '../../../src/checks/configuration/acknowledge';
import { Finding } from '../../../src/reports/finding';

const finding = (id: string, name = 'data'): Finding => ({
  id, severity: 'error', object: { apiVersion: 'apps/v1', kind: 'StatefulSet', namespace: 'db', name }, path: '/spec', message: 'm', fix: 'f',
});
const reason = 'because';

test('parts findings by id', () => {
  const [tag, probe] = [finding('image-tag'), finding('probe')];

  const { open, acknowledged, unused } = acknowledge([tag, probe], [{ id: 'image-tag', reason }]);

  expect({ open, acknowledged, unused }).toEqual({ open: [probe], acknowledged: [tag], unused: [] });
});

test('with an object it covers that object only', () => {
  const { open } = acknowledge([finding('image-tag', 'data'), finding('image-tag', 'cache')], [{ id: 'image-tag', object: 'StatefulSet/db/data', reason }]);

  expect(open.map(({ object }) => object.name)).toEqual(['cache']);
});

test.each([
  ['StatefulSet/db/data', true],
  ['StatefulSet/data', true],
  ['StatefulSet/web/data', false],
  ['Deployment/db/data', false],
  ['data', false],
])('%s means the object: %p', (object, means) => {
  expect(isAbout({ id: 'x', object, reason }, finding('x').object)).toBe(means);
});

test('what covers nothing is unused, even if another one covers the same finding', () => {
  const used: Acknowledgement = { id: 'image-tag', reason };
  const alsoUsed: Acknowledgement = { id: 'image-tag', object: 'StatefulSet/data', reason };
  const unused: Acknowledgement = { id: 'image-tag', object: 'StatefulSet/gone', reason };

  expect(acknowledge([finding('image-tag')], [used, alsoUsed, unused]).unused).toEqual([unused]);
});

test('no finding is lost or doubled, and their order stays', () => {
  const ids = fc.array(fc.constantFrom<string>('a', 'b', 'c'));

  fc.assert(fc.property(ids, ids, (found, known) => {
    const findings = found.map((id, index) => finding(id, `${index}`));

    const { open, acknowledged } = acknowledge(findings, known.map(id => ({ id, reason })));

    expect(findings.filter(one => open.includes(one))).toEqual(open);
    expect(open.length + acknowledged.length).toBe(findings.length);
    expect(open.some(({ id }) => known.includes(id))).toBe(false);
  }));
});

test('an unused one says what to do, and finds typing mistakes', () => {
  expect(unusedProblem({ id: 'image-tag', object: 'Pod/a', reason }, ['image-tag']).message).toBe("'image-tag' of Pod/a is acknowledged, but not found");
  expect(unusedProblem({ id: 'imag-tag', reason }, ['image-tag']).message).toBe("no check has the id 'imag-tag'; did you mean 'image-tag'?");
});
