import { readBases } from '../../../scripts/conformance/bases';
import { updateOf } from '../../../src/diff/changes/update';
import { knownMinors } from '../../../src/kubernetes/api/known-versions';
import { ApiModel } from '../../../src/kubernetes/api/model';
import { Manifest } from '../../../src/kubernetes/manifest';
import { object, podTemplate, statefulSet } from '../support';

const MODELS = knownMinors().map(minor => ApiModel.of(minor));

/** What would change if the objects were applied once more. */
function changedBy(manifests: readonly Manifest[], models = MODELS) {
  return manifests.flatMap(manifest => models.flatMap(model =>
    updateOf(manifest, structuredClone(manifest), model).differences.map(change => [manifest, change])));
}

describe('an object that is applied once more', () => {
  test('changes nothing, with any field that Kubernetes has', () => {
    const bases = readBases().map(({ manifest }) => manifest);

    expect(changedBy(bases, [MODELS[0], MODELS.at(-1)!])).toEqual([]);
    expect(bases.length).toBeGreaterThan(100);
  });

  test.each([
    ['protocol', [{ name: 'dns', containerPort: 53 }, { name: 'dns-tcp', containerPort: 53, protocol: 'UDP' }]],
    ['name', [{ name: 'dns', containerPort: 53 }, { name: 'other', containerPort: 53 }, { name: 'third', containerPort: 53 }]],
  ])('changes nothing with two ports of one number that have another %s', (_, ports) => {
    const set = statefulSet({ template: podTemplate({ ports }) });

    expect(changedBy([set])).toEqual([]);
  });

  test('shows which of two ports of one number has another name', () => {
    const withPorts = (...names: string[]) => statefulSet({ template: podTemplate({ ports: names.map(name => ({ name, containerPort: 53 })) }) });

    const { differences } = updateOf(withPorts('dns', 'other'), withPorts('dns', 'new'), MODELS[0]);

    expect(differences).toEqual([{ path: '/spec/template/spec/containers/0/ports/1/name', before: 'other', after: 'new' }]);
  });

  test.each([
    ['Deployment', ['spec', 'template']],
    ['CronJob', ['spec', 'jobTemplate', 'spec', 'template']],
    ['Pod', []],
  ])('changes nothing in a custom resource of kind %s that names a service account', (kind, path) => {
    const fields = path.reduceRight<object>((inner, field) => ({ [field]: inner }), { spec: { serviceAccountName: 'a' } });

    expect(changedBy([object('example.com/v1', kind, fields)])).toEqual([]);
  });
});
