import { ImagePullPolicy, PersistentVolumeAccessMode, PodManagementPolicy, Protocol, RestartPolicy } from 'cdk8s-plus-27';
import { NodeAgent, StatefulApp, StatelessApp, Task } from '../../../src';
import { built, newChart, refusals } from '../../support/synth';

const WRONG = {
  image: 5, replica: 3, volumes: { data: {} }, ports: [80], env: [{ name: 'A', value: 'b' }], imagePullSecrets: [{ name: 'x' }], files: [{ path: '/a', content: {} }],
};

test.each([StatefulApp, StatelessApp, NodeAgent, Task])('%p tells every prop of a wrong type with its path and builds nothing', App => {
  const chart = newChart();

  const app = new App(chart, 'app', WRONG as any);

  expect(refusals(chart)).toEqual([
    "[chart/app] 'image' must be text, got 5; write 'image: \"5\"'",
    expect.stringContaining("[chart/app] there is no prop 'replica'"),
    expect.stringContaining("'volumes' must be a list, got { data: {} }"),
    "[chart/app] 'ports[0]' must be an object, got 80; write '{ name: \"http\", port: 8080 }'",
    "[chart/app] 'env' must be a mapping, got [ { name: 'A', value: 'b' } ]; write 'env: { NAME: \"value\" }'",
    "[chart/app] 'imagePullSecrets[0]' must be text, got { name: 'x' }; write '\"x\"'",
    "[chart/app] 'files[0].content' must be text, got {}; write 'content: \"key=value\"'",
  ]);
  expect(built(app)).toEqual([]);
  expect(app.name).toBe('app');
});

test.each([StatefulApp, StatelessApp, NodeAgent, Task])('%p without props is refused', App => {
  const chart = newChart();

  new App(chart, 'app', undefined as any);

  expect(refusals(chart)).toEqual([expect.stringMatching(/^\[chart\/app\] props must be an object, got undefined; write '\{ image: ".*" \}'$/)]);
});

test.each<[string, object, object]>([
  ['protocols', Protocol, { ports: Object.values(Protocol).map((protocol, index) => ({ name: `p${index}`, port: 80, protocol })) }],
  ['policies of images', ImagePullPolicy, {}],
])('all %s are accepted', (_, __, props) => {
  const chart = newChart();

  for (const imagePullPolicy of Object.values(ImagePullPolicy)) { new StatelessApp(chart, imagePullPolicy, { name: 'app', image: 'a:1', imagePullPolicy, ...props }); }
  for (const podManagementPolicy of Object.values(PodManagementPolicy)) { new StatefulApp(chart, podManagementPolicy, { name: 'app', image: 'a:1', podManagementPolicy }); }

  expect(chart.node.findAll().flatMap(construct => construct.node.validate()).filter(problem => problem.includes('must be one of'))).toEqual([]);
});

test('every access mode and restart policy is a word that is known', () => {
  const chart = newChart();
  const modes = Object.values(PersistentVolumeAccessMode);

  new StatefulApp(chart, 'app', { image: 'a:1', volumes: [{ name: 'data', mountPath: '/data', size: 'x' as any, accessModes: modes }] });
  for (const restartPolicy of Object.values(RestartPolicy)) { new Task(chart, restartPolicy, { name: 'task', image: 5 as any, restartPolicy }); }

  expect(chart.node.findAll().flatMap(construct => construct.node.validate()).filter(problem => problem.includes('must be one of'))).toEqual([]);
});
