import { ApiObject, App, Chart, JsonPatch, Testing } from 'cdk8s';
import { Cluster } from '../../src/checks/configuration/cluster';
import { SYSTEM_CHECKS } from '../../src/checks/rules/registry';
import { Checks } from '../../src/synthesis/checks';
import { checkAtSynthesis } from '../../src/synthesis/checks-at-synthesis';
import { LinearApp } from '../../src/synthesis/linear-app';

const clean = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } };
const broken = { ...clean, dta: {} };

/** A chart with these objects that is checked. */
function checkedChart(app: App, id: string, ...objects: any[]): Chart {
  const chart = new Chart(app, id);
  objects.forEach((object, index) => new ApiObject(chart, `object${index}`, object));
  checkAtSynthesis(chart);
  return chart;
}

const linearApp = () => new LinearApp({ outdir: Testing.app().outdir });

describe.each([['App', () => Testing.app()], ['LinearApp', linearApp]])('%s', (_, newApp) => {
  test('an error fails the synthesis with construct path, object, field and fix', () => {
    const app = newApp();
    checkedChart(app, 'web', broken);

    expect(() => app.synth()).toThrow(/web\/object0\n {2}error {2}ConfigMap default\/a {2}\/dta[\s\S]*fix: /);
  });

  test('clean manifests are written', () => {
    const app = newApp();
    checkedChart(app, 'web', clean);

    expect(() => app.synth()).not.toThrow();
  });

  test('checks once for the app and not once for each chart', () => {
    const check = jest.spyOn(SYSTEM_CHECKS[0], 'run');
    const app = newApp();
    for (const id of ['a', 'b', 'c']) { checkedChart(app, id); }

    app.synth();
    app.synthYaml();

    expect(check).toHaveBeenCalledTimes(2);
    check.mockRestore();
  });

  test('what a construct refuses is said alone, without findings on what is missing for it', () => {
    const app = newApp();
    const chart = checkedChart(app, 'web', broken);
    chart.node.addValidation({ validate: () => ['refused'] });

    expect(() => app.synth()).toThrow(/^Validation failed with the following errors:\n {2}\[web\] refused$/);
  });
});

test('a synthesis warns, too, that another language starts: it calls the method of the class', () => {
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const app = Testing.app();
  const secret = { secretRef: { name: 'login' } };
  checkedChart(app, 'web', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec: { containers: [{ name: 'web', image: 'httpd:2.4.62', envFrom: [secret] }] } });

  (app.constructor.prototype as App).synth.call(app);

  expect(stderr.mock.calls.join()).toContain('missing-secret');
  stderr.mockRestore();
});

test('LinearApp renders an object once, for the checks and for the output', () => {
  const app = linearApp();
  const chart = checkedChart(app, 'web', clean);
  const render = jest.spyOn(ApiObject.of(chart.node.findChild('object0')), 'toJson');

  app.synth();

  expect(render).toHaveBeenCalledTimes(1);
});

test('all errors are told at once, with the way to learn why and to acknowledge', () => {
  const app = Testing.app();
  checkedChart(app, 'a', broken);
  checkedChart(app, 'b', { ...broken, metadata: { name: 'b' } });

  expect(() => app.synth()).toThrow(
    /2 errors: [\s\S]*a\/object0[\s\S]*b\/object0[\s\S]*explain schema-unknown-field\n.*Checks\.of\(construct\)\.acknowledge\('schema-unknown-field', \{ reason: '\.\.\.' \}\)/,
  );
});

test('charts that hold none of our constructs are left alone', () => {
  const app = Testing.app();
  new ApiObject(new Chart(app, 'theirs'), 'object', broken);
  checkedChart(app, 'ours');

  expect(() => app.synth()).not.toThrow();
});

test('a chart may be called like this library', () => {
  const app = Testing.app();
  checkedChart(app, 'web', broken);
  checkedChart(app, 'cdk8s-stateful', broken);

  expect(() => app.synth()).toThrow(/web\/object0[^]*cdk8s-stateful\/object0/);
});

test('a chart within a checked chart is checked', () => {
  const app = Testing.app();
  const outer = checkedChart(app, 'outer');
  new ApiObject(new Chart(outer, 'inner'), 'object', broken);

  expect(() => app.synth()).toThrow(/outer\/inner\/object/);
});

test('references between charts are known', () => {
  const app = Testing.app();
  checkedChart(app, 'web', { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'web' } }, {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: { name: 'web' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'web' },
    subjects: [{ kind: 'ServiceAccount', name: 'web', namespace: 'default' }],
  });
  const role = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata: { name: 'web' }, rules: [] };
  new ApiObject(new Chart(app, 'theirs'), 'role', role);
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);

  app.synth();

  expect(stderr).not.toHaveBeenCalled();
  stderr.mockRestore();
});

describe('a chart rendered for itself', () => {
  test('fails with errors', () => {
    expect(() => Testing.synth(checkedChart(Testing.app(), 'web', broken))).toThrow(/schema-unknown-field/);
  });

  test('is checked again after an edit', () => {
    const chart = checkedChart(Testing.app(), 'web');
    Testing.synth(chart);

    new ApiObject(chart, 'broken', broken);

    expect(() => Testing.synth(chart)).toThrow(/schema-unknown-field/);
  });

  test.each<[string, (object: ApiObject) => void]>([
    ['a patch', object => object.addJsonPatch(JsonPatch.add('/dta', {}))],
    ['a label', object => object.metadata.addLabel('app', 'not a label')],
  ])('is checked again after %s', (_, change) => {
    const app = Testing.app();
    const charts = ['a', 'b'].map(id => checkedChart(app, id, { ...clean, metadata: { name: id } }));
    charts.forEach(chart => Testing.synth(chart));

    change(ApiObject.of(charts[1].node.findChild('object0')));

    expect(() => Testing.synth(charts[1])).toThrow(/b\/object0/);
  });

  test('is checked again with another version of Kubernetes', () => {
    const chart = checkedChart(Testing.app(), 'web', clean);
    Testing.synth(chart);
    const check = jest.spyOn(SYSTEM_CHECKS[0], 'run');

    Checks.of(chart).cluster(new Cluster('old', { kubernetesVersion: '1.30' }));
    Testing.synth(chart);

    expect(check).toHaveBeenCalledTimes(1);
    check.mockRestore();
  });

  test('is checked again once its error is fixed', () => {
    const chart = checkedChart(Testing.app(), 'web', broken);
    expect(() => Testing.synth(chart)).toThrow();

    chart.node.tryRemoveChild('object0');

    expect(Testing.synth(chart)).toEqual([]);
  });

  test('is not checked again where nothing has changed', () => {
    const chart = checkedChart(Testing.app(), 'web', clean);
    Testing.synth(chart);
    const check = jest.spyOn(SYSTEM_CHECKS[0], 'run');

    Testing.synth(chart);

    expect(check).not.toHaveBeenCalled();
    check.mockRestore();
  });

  test('is compared with what was checked, and no other chart is', () => {
    const app = Testing.app();
    const charts = Array.from({ length: 20 }, (_, index) => checkedChart(app, `chart${index}`, { ...clean, metadata: { name: `a${index}` } }));
    Testing.synth(charts[0]);
    const render = jest.spyOn(ApiObject.prototype, 'toJson');

    charts.forEach(chart => Testing.synth(chart));

    // Once to compare it, and once for the caller.
    expect(render).toHaveBeenCalledTimes(2 * charts.length);
    render.mockRestore();
  });
});
