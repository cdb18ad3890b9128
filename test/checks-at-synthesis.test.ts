import { ApiObject, App, Chart, Testing } from 'cdk8s';
import * as run from '../src/checks/run';
import { checkAtSynthesis } from '../src/checks-at-synthesis';

const broken = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, dta: {} };

function chartWith(app: App, id: string, ...objects: any[]): Chart {
  const chart = new Chart(app, id);
  objects.forEach((object, index) => new ApiObject(chart, `object${index}`, object));
  return chart;
}

test('an error fails the synthesis with construct path, object, field and fix', () => {
  const app = Testing.app();
  checkAtSynthesis(chartWith(app, 'web', broken));

  expect(() => app.synth()).toThrow(/web\/object0\n {2}error {2}ConfigMap default\/a {2}\/dta[\s\S]*fix: /);
});

test('clean manifests are written', () => {
  const app = Testing.app();
  checkAtSynthesis(chartWith(app, 'web', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } }));

  expect(() => app.synth()).not.toThrow();
});

test('charts that hold none of our constructs are left alone', () => {
  const app = Testing.app();
  chartWith(app, 'theirs', broken);
  checkAtSynthesis(chartWith(app, 'ours'));

  expect(() => app.synth()).not.toThrow();
});

test('checks once for the app and not once for each chart', () => {
  const check = jest.spyOn(run, 'checkManifests');
  const app = Testing.app();
  for (const id of ['a', 'b', 'c']) { checkAtSynthesis(chartWith(app, id)); }

  app.synth();

  expect(check).toHaveBeenCalledTimes(1);
});

test('an edit between two syntheses is seen', () => {
  const app = Testing.app();
  const chart = chartWith(app, 'web');
  checkAtSynthesis(chart);
  Testing.synth(chart);

  new ApiObject(chart, 'broken', broken);

  expect(() => Testing.synth(chart)).toThrow(/unknown|dta/);
});

test('what a construct refuses is said alone, without findings on what is missing for it', () => {
  const app = Testing.app();
  const chart = chartWith(app, 'web', broken);
  checkAtSynthesis(chart);
  chart.node.addValidation({ validate: () => ['refused'] });

  expect(() => app.synth()).toThrow(/^Validation failed with the following errors:\n {2}\[web\] refused$/);
});
