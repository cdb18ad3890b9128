import { setYaml, told, upgraded } from './support';

const SIDECAR = 'initContainers: [{name: proxy, image: "envoy:1", restartPolicy: Always}]';
const job = `apiVersion: batch/v1\nkind: Job\nmetadata: {name: a}\nspec: {template: {spec: {restartPolicy: Never, ${SIDECAR}, containers: [{name: a, image: "a:1"}]}}}\n`;
const rulesOf = (yaml: string, from: string, to: string) => told(yaml, from, to).filter(text => /^(apply-refused|pods-restart)/.test(text));

test('pods restart when a field of their template begins to count', () => {
  const [finding] = upgraded(setYaml('replicas: 3', 'hostUsers: false'), '1.32', '1.33').filter(({ rule }) => rule === 'pods-restart');

  expect(finding).toMatchObject({
    severity: 'warning',
    path: '/spec/template/spec/hostUsers',
    since: '1.33',
    message: "with the next apply pods 2 down to 0 restart, one at a time, each after the one before is Ready, since 'hostUsers' now counts",
  });
});

test('a Job without a sidecar cannot get one by the same manifest', () => {
  const [finding] = upgraded(job, '1.28', '1.30').filter(({ rule }) => rule === 'apply-refused');

  expect(finding).toMatchObject({ severity: 'error', since: '1.29', path: '/spec/template/spec/initContainers/0/restartPolicy', fix: expect.stringMatching(/^remove 'restartPolicy' before the upgrade; or /) });
});

test('a field that was unknown counts like one that was dropped', () => {
  expect(rulesOf(setYaml('', SIDECAR), '1.27', '1.32')).toEqual(['pods-restart /spec/template/spec/initContainers/0/restartPolicy 1.29']);
});

test('nothing is applied again where every field counts as before', () => {
  expect(rulesOf(setYaml('', 'hostUsers: false'), '1.33', '1.36')).toEqual([]);
  expect(rulesOf(setYaml('replica: 3', 'hostUser: false'), '1.32', '1.36')).toEqual([]);
});

test('a claim template keeps a class that has no effect yet, so it is the same when it has', () => {
  const claims = 'volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], volumeAttributesClassName: gold, resources: {requests: {storage: 1Gi}}}}]';

  expect(rulesOf(setYaml(claims), '1.33', '1.34')).toEqual([]);
  expect(rulesOf(setYaml(claims), '1.27', '1.34')).toEqual(['apply-refused /spec/volumeClaimTemplates/0/spec/volumeAttributesClassName 1.29']);
});

test.each([
  ['Pod', 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {hostAliases: [{ip: 010.0.0.1, hostnames: [a]}], containers: [{name: a, image: "a:1"}]}\n', ['apply-refused /spec/hostAliases/0/ip 1.36']],
  ['StatefulSet, which keeps its template', setYaml('', 'hostAliases: [{ip: 010.0.0.1, hostnames: [a]}]'), []],
  ['Service, whose old value may stay', 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {externalIPs: [010.0.0.1], ports: [{port: 80}]}\n', []],
])('a value that is refused from now on, in a %s', (_, yaml, expected) => {
  expect(rulesOf(yaml, '1.35', '1.36')).toEqual(expected);
});
