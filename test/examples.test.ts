import { EXAMPLES, SINCE, filesOfExample, manifestsOf, runExample } from './support/examples';
import { restrictedViolations } from './support/pod-security';
import { checkManifests } from '../src/checks/run';
import { updateOf } from '../src/diff/changes/update';
import { knownMinors } from '../src/kubernetes/api/known-versions';
import { ApiModel } from '../src/kubernetes/api/model';
import { isClusterScoped } from '../src/kubernetes/kinds';
import { listOf } from '../src/kubernetes/manifest';
import { podTemplateOf } from '../src/kubernetes/workload';
import { identityOf } from '../src/manifest/inventory';

/** Examples whose pods see directories of the node, and say so. */
const PRIVILEGED = ['node-agent'];

describe.each(EXAMPLES)('example %s', name => {
  const yaml = runExample(name);
  const manifests = manifestsOf(yaml);

  test('writes what was read by eye', () => {
    expect(yaml).toMatchSnapshot();
  });

  test('writes the same bytes every time', () => {
    expect(runExample(name)).toBe(yaml);
  });

  test('changes nothing where it is applied once more', () => {
    const model = ApiModel.of(SINCE[name]);

    const differences = manifests.flatMap(manifest => updateOf(manifest, structuredClone(manifest), model).differences);

    expect(differences).toEqual([]);
  });

  test('has no namespace on a cluster-scoped object', () => {
    const misplaced = manifests.filter(({ apiVersion, kind, metadata }) => isClusterScoped(apiVersion, kind) && metadata?.namespace);

    expect(misplaced).toEqual([]);
  });

  test('names a tag for every image', () => {
    const pods = manifests.flatMap(manifest => podTemplateOf(manifest) ?? []);
    const images = pods.flatMap(({ spec }) => [...listOf(spec.initContainers), ...spec.containers]).map(({ image }) => image);

    expect(images.filter(image => !/:[\w][\w.-]*$/.test(image) || image.endsWith(':latest'))).toEqual([]);
  });

  test('satisfies Pod Security restricted, or says that it does not', () => {
    const violations = manifests.flatMap(manifest => podTemplateOf(manifest) ?? []).flatMap(restrictedViolations);

    if (PRIVILEGED.includes(name)) {
      expect(violations).not.toEqual([]);
      expect(yaml).toContain('pod-security.kubernetes.io/enforce: privileged');
    } else {
      expect(violations).toEqual([]);
    }
  });
});

test('all examples can be applied to one cluster: no two have an object of the same name', () => {
  const owners = new Map<string, string[]>();

  for (const name of EXAMPLES) {
    for (const manifest of manifestsOf(runExample(name))) {
      const identity = identityOf(manifest);
      owners.set(identity, [...owners.get(identity) ?? [], name]);
    }
  }

  expect([...owners].filter(([, names]) => names.length > 1)).toEqual([]);
});

test('all examples can be synthesized into one folder: no two write the same file', () => {
  const files = EXAMPLES.flatMap(name => Object.keys(filesOfExample(name)));

  expect(files.filter((file, index) => files.indexOf(file) !== index)).toEqual([]);
});

test('what is written without a version is valid on every minor from 1.27 on', () => {
  const model = knownMinors().map(minor => ApiModel.of(minor));

  const found = checkManifests(EXAMPLES.filter(name => !SINCE[name]).flatMap(name => manifestsOf(runExample(name))), { model });

  expect(model.length).toBeGreaterThanOrEqual(11);
  expect(found.filter(({ severity, rule }) => severity === 'error' || rule === 'dropped-field')).toEqual([]);
});
