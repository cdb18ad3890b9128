import { basesOf, objectKinds } from '../../../scripts/conformance/bases';
import { checkManifests } from '../../../src/checks/run';
import { ApiModel } from '../../../src/kubernetes/api/model';

describe.each(['1.27', '1.32', '1.36', '1.37'])('in %s', version => {
  const model = ApiModel.of(version);
  const kinds = objectKinds(model).map(kind => ({ name: `${kind.apiVersion}/${kind.kind}`, bases: basesOf(kind, model).map(({ manifest }) => manifest) }));

  test('every kind that a default server keeps has a valid manifest', () => {
    expect(kinds.filter(({ bases }) => bases.length === 0).map(({ name }) => name)).toEqual([]);
  });

  test('the model calls none of them invalid', () => {
    const findings = kinds.flatMap(({ bases }) => checkManifests(bases, { scope: 'object', model }))
      .filter(({ rule, severity }) => rule.startsWith('schema-') && severity === 'error');

    expect(findings.map(({ object, path, message }) => `${object.kind} ${object.name} ${path}: ${message}`)).toEqual([]);
  });
});

test('fields that a version does not have are left out', () => {
  const sleeping = (version: string) => {
    const model = ApiModel.of(version);
    return basesOf(model.kind('v1', 'Pod')!, model).some(({ manifest }) => JSON.stringify(manifest).includes('"sleep":{'));
  };

  expect([sleeping('1.27'), sleeping('1.36')]).toEqual([false, true]);
});
