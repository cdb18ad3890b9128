import { setYaml, told, upgraded, way } from './support';
import { ApiModel } from '../../src/kubernetes/api/model';
import { readDocuments } from '../../src/manifest/read/read';
import { upgradeFindings } from '../../src/upgrade/upgrade-check';

const FLOW = (version: string) => `apiVersion: flowcontrol.apiserver.k8s.io/${version}\nkind: FlowSchema\nmetadata: {name: a}\nspec: {priorityLevelConfiguration: {name: a}}\n`;

test('what is the same on both versions is not told, also if it is wrong', () => {
  expect(told(setYaml('replica: 3'), '1.34', '1.37')).toEqual([]);
});

test('an API version that goes is told with the version, and since when the next one is there', () => {
  const [early] = upgraded(FLOW('v1beta3'), '1.28', '1.33');
  const [late] = upgraded(FLOW('v1beta3'), '1.30', '1.33');

  expect(early).toMatchObject({
    rule: 'removed-api',
    severity: 'error',
    since: '1.32',
    place: { file: 'app.yaml', line: 1 },
    fix: 'write apiVersion: flowcontrol.apiserver.k8s.io/v1; it is there since 1.29: change it once the cluster runs that',
  });
  expect(late.fix).toBe('write apiVersion: flowcontrol.apiserver.k8s.io/v1');
});

test('a value that is refused from a version on is told with it', () => {
  const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{port: 80}], externalIPs: [010.0.0.1], externalTrafficPolicy: Cluster}\n';

  expect(told(service, '1.33', '1.37')).toContain('format-ip /spec/externalIPs/0 1.36');
  expect(told(service, '1.36', '1.37').filter(text => text.startsWith('format-ip'))).toEqual([]);
});

test('a field that was dropped and is obeyed says what it does', () => {
  const [finding] = upgraded(setYaml('updateStrategy: {rollingUpdate: {maxUnavailable: 2}}'), '1.36', '1.37');

  expect(finding).toMatchObject({ rule: 'field-obeyed', severity: 'warning', since: '1.37', message: expect.stringContaining('takes down so many pods of the set at once') });
});

test('a field that the server did not know before it dropped it is obeyed from the version on that does so', () => {
  const yaml = setYaml().replace('image: "postgres:17.2"', 'image: "postgres:17.2", volumeMounts: [{name: a, mountPath: /a, readOnly: true, recursiveReadOnly: Enabled}]')
    .replace('containers:', 'volumes: [{name: a, emptyDir: {}}]\n      containers:');
  const [finding] = upgraded(yaml, '1.29', '1.33');
  const [direct] = upgraded(yaml, '1.29', '1.31').filter(({ rule }) => rule === 'field-obeyed');

  expect(finding).toMatchObject({ rule: 'field-obeyed', since: '1.31', message: expect.stringMatching(/^'recursiveReadOnly' was dropped so far/) });
  expect(direct).toEqual(finding);
});

test('a field that was obeyed and is dropped is told, too', () => {
  expect(told(setYaml('updateStrategy: {rollingUpdate: {maxUnavailable: 2}}'), '1.35.3', '1.36')).toEqual(['field-ignored /spec/updateStrategy/rollingUpdate/maxUnavailable 1.36']);
});

test('a set whose pods could never be made is refused itself from 1.34 on', () => {
  const yaml = setYaml('', 'volumes: [{name: a, emptyDir: {}}, {name: a, emptyDir: {}}]');
  const [finding] = upgraded(yaml, '1.33', '1.34');

  expect(finding).toMatchObject({ rule: 'refused-at-once', severity: 'error', since: '1.34' });
});

test('what another rule says of the same value is nothing new', () => {
  const claims = 'volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [RWO], resources: {requests: {storage: 1Gi}}}}]';

  expect(told(setYaml(claims), '1.27', '1.32')).toEqual([]);
});

test('a default that differs is told with the value', () => {
  const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{port: 80}], externalIPs: [10.0.0.1]}\n';
  const [finding] = upgraded(service, '1.27', '1.33').filter(({ rule }) => rule === 'new-default');

  expect(finding).toMatchObject({ path: '/spec/externalTrafficPolicy', severity: 'info', since: '1.29', message: "the server writes 'Cluster' where the manifest says nothing; so far nothing" });
});

test('a feature that the cluster has switched on already changes nothing', () => {
  const switched = way('1.36', '1.37').map(({ version }) => ApiModel.of(version, { featureGates: { MaxUnavailableStatefulSet: true } }));
  const documents = readDocuments(setYaml('updateStrategy: {rollingUpdate: {maxUnavailable: 2}}'), 'app.yaml');

  expect(upgradeFindings(documents, switched)).toEqual([]);
});
