import { loadAll } from 'js-yaml';
import { checkManifests } from '../../../../src/checks/run';
import { ApiModel } from '../../../../src/kubernetes/api/model';
import { Manifest } from '../../../../src/kubernetes/manifest';

const PROBED = (labels: string) => `
apiVersion: v1
kind: Namespace
metadata: {name: web, labels: {${labels}}}
---
apiVersion: v1
kind: Pod
metadata: {name: agent, namespace: web}
spec:
  containers: [{name: agent, image: "fluent/fluentd:v1.17.1-1.0", livenessProbe: {httpGet: {host: 10.0.0.1, port: 80}}}]
`;
const ENFORCED = 'pod-security.kubernetes.io/enforce: baseline';
const isFound = (labels: string, version: string) =>
  checkManifests(loadAll(PROBED(labels)) as Manifest[], { model: ApiModel.of(version) }).some(({ rule }) => rule === 'pod-security-standard');

test.each<[string, string, string, boolean]>([
  ['those of the server', ENFORCED, '1.34', true],
  ['those of an older server', ENFORCED, '1.33', false],
  ['the latest that the server knows', `${ENFORCED}, pod-security.kubernetes.io/enforce-version: latest`, '1.34', true],
  ['those of the version that the namespace names', `${ENFORCED}, pod-security.kubernetes.io/enforce-version: v1.33`, '1.36', false],
  ['those of the server where it does not know the newer ones', `${ENFORCED}, pod-security.kubernetes.io/enforce-version: v1.36`, '1.33', false],
])('the standards are %s', (_, labels, version, expected) => {
  const found = isFound(labels, version);

  expect(found).toBe(expected);
});
