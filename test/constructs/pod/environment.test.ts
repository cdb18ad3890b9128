import { Lazy } from 'cdk8s';
import { EnvFieldPaths, EnvValue } from 'cdk8s-plus-27';
import { StatefulApp, StatefulAppProps } from '../../../src';
import { envFromOf, envOf, referenceProblems } from '../../../src/constructs/pod/environment';
import { newChart, only, refusals } from '../../support/synth';

const POD_NAME = EnvValue.fromFieldRef(EnvFieldPaths.POD_NAME);
const namesOf = (props: Partial<StatefulAppProps>) => envOf({ image: 'a:1', ...props }).map(({ name }) => name);

test('variables that refer to none keep their order, those with a value from elsewhere last', () => {
  expect(namesOf({ env: { B: 'x', A: '$$(POD_NAME)' }, envValues: { POD_NAME } })).toEqual(['B', 'A', 'POD_NAME']);
});

test('what is referred to stands first', () => {
  expect(namesOf({ env: { URL: 'http://$(HOST):80', HOST: '$(POD_NAME).web', Z: 'z' }, envValues: { POD_NAME } })).toEqual(['POD_NAME', 'HOST', 'URL', 'Z']);
});

test('values that are known at synthesis only may be given', () => {
  const chart = newChart();

  new StatefulApp(chart, 'app', { image: 'a:1', env: { PEERS: Lazy.any({ produce: () => 'a,b' }), A: 'a' } });

  expect(only(chart, 'StatefulSet').spec.template.spec.containers[0].env).toEqual([{ name: 'PEERS', value: 'a,b' }, { name: 'A', value: 'a' }]);
});

test('a source has a prefix or none', () => {
  expect(envFromOf({ image: 'a:1', envFrom: [{ secretName: 'a', prefix: 'DB_' }, { configMapName: 'b' }] }))
    .toEqual([{ prefix: 'DB_', secretRef: { name: 'a' } }, { configMapRef: { name: 'b' } }]);
});

test.each<[string, Partial<StatefulAppProps>]>([
  ['a command of a shell', { env: { RUN: 'echo $(hostname)' } }],
  ['what the kubelet sets', { env: { API: 'https://$(KUBERNETES_SERVICE_HOST)' } }],
  ['what may be in a ConfigMap', { env: { URL: '$(HOST)', PATHS: '$(PATHS):/opt' }, envFrom: [{ configMapName: 'a' }] }],
])('%s is no problem', (_, props) => {
  expect(referenceProblems({ image: 'a:1', ...props })).toEqual([]);
});

test.each<[string, Partial<StatefulAppProps>, string]>([
  ['an unknown name', { env: { URL: 'http://$(HOTS)', HOST: 'a' } }, "'URL' refers to '$(HOTS)', and there is no such variable; add it to 'env' or 'envValues', or write '$$(HOTS)'"],
  ['a variable in itself', { env: { A: '$(A):/opt' } }, "'A' refers to itself, so that Kubernetes cannot fill it in; got '$(A):/opt'"],
  ['a circle', { env: { C: '$(A)', A: '$(B)', B: '$(A)' } }, "'A' refers to itself by way of others, so that Kubernetes cannot fill it in; got '$(B)'"],
])('%s is refused, once', (_, props, message) => {
  const chart = newChart();

  new StatefulApp(chart, 'app', { image: 'a:1', ...props });

  expect(refusals(chart)).toEqual([expect.stringContaining(message)]);
});
