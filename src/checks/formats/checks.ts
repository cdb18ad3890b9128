import { Family } from '../../kubernetes/formats/format';
import { RuleInfo } from '../../reports/rule';

const manifest = (apiVersion: string, kind: string) => (rest: string) => `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: web}\n${rest}\n`;
const pod = (container: string, rest = '') =>
  manifest('v1', 'Pod')(`spec: {containers: [{name: web, image: "httpd:2.4"${container}}]${rest}}`);
const cronJob = (rest: string) => manifest('batch/v1', 'CronJob')(
  `spec: {${rest}, jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: web, image: "httpd:2.4"}]}}}}}`);
const deployment = (rest: string) => manifest('apps/v1', 'Deployment')([
  `spec: {${rest}, selector: {matchLabels: {app: web}},`,
  '  template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: "httpd:2.4"}]}}}',
].join('\n'));
const configMap = manifest('v1', 'ConfigMap');
const secret = manifest('v1', 'Secret');
const ingressClass = (scope: string) =>
  manifest('networking.k8s.io/v1', 'IngressClass')(`spec: {controller: example.com/web, parameters: {kind: Web, name: web, scope: ${scope}}}`);
const endpoints = manifest('v1', 'Endpoints');
const networkPolicy = (policyTypes: string) => manifest('networking.k8s.io/v1', 'NetworkPolicy')(`spec: {podSelector: {}, policyTypes: ${policyTypes}}`);

function formatCheck(id: string, why: string, examples: Pick<RuleInfo, 'bad' | 'good'>): RuleInfo {
  return { id, why, severity: 'error', ...examples };
}

/** The check of each family of formats. */
export const CHECKS: Readonly<Record<Family, RuleInfo>> = {
  name: formatCheck('format-name', 'names become DNS names and file names, so the API server takes few characters only', {
    bad: pod('', ', volumes: [{name: Data_1, emptyDir: {}}]'),
    good: pod('', ', volumes: [{name: data-1, emptyDir: {}}]'),
  }),
  label: formatCheck('format-label', 'labels, annotations and selectors take short keys and values of few characters', {
    bad: 'apiVersion: v1\nkind: Namespace\nmetadata: {name: web, labels: {"my app": web}}\n',
    good: 'apiVersion: v1\nkind: Namespace\nmetadata: {name: web, labels: {my-app: web}}\n',
  }),
  port: formatCheck('format-port', 'there are ports from 1 to 65535', {
    bad: pod(', ports: [{containerPort: 70000}]'),
    good: pod(', ports: [{containerPort: 80}]'),
  }),
  portName: formatCheck('format-port-name', 'names of ports are service names as IANA has them', {
    bad: pod(', ports: [{name: http_port, containerPort: 80}]'),
    good: pod(', ports: [{name: http-port, containerPort: 80}]'),
  }),
  range: formatCheck('format-range', 'the API server refuses numbers out of this range', {
    bad: deployment('replicas: -1'),
    good: deployment('replicas: 1'),
  }),
  envName: formatCheck('format-env-name', 'names of environment variables hold any printable characters of ASCII but `=`; before Kubernetes 1.32 only letters, digits, `_`, `-` and `.`, and no digit at the start', {
    bad: pod(', env: [{name: "MY=VAR", value: x}]'),
    good: pod(', env: [{name: MY_VAR, value: x}]'),
  }),
  dataKey: formatCheck('format-data-key', 'keys of ConfigMaps and Secrets become file names', {
    bad: configMap('data: {"my file": x}'),
    good: configMap('data: {my-file: x}'),
  }),
  base64: formatCheck('format-base64', 'bytes are written in base64; text goes into stringData of a Secret or data of a ConfigMap', {
    bad: secret('data: {password: "hunter2!"}'),
    good: secret('stringData: {password: "hunter2!"}'),
  }),
  schedule: formatCheck('format-schedule', 'a schedule the controller cannot read never starts a Job', {
    bad: cronJob('schedule: "0 25 * * *"'),
    good: cronJob('schedule: "0 23 * * *"'),
  }),
  timeZone: formatCheck('format-time-zone', 'only time zones of the IANA database are known', {
    bad: cronJob('schedule: "@daily", timeZone: Berlin'),
    good: cronJob('schedule: "@daily", timeZone: Europe/Berlin'),
  }),
  path: formatCheck('format-path', 'a path that could lead out of its directory is refused', {
    bad: pod('', ', volumes: [{name: a, configMap: {name: a, items: [{key: b, path: ../b}]}}]'),
    good: pod('', ', volumes: [{name: a, configMap: {name: a, items: [{key: b, path: b}]}}]'),
  }),
  ip: formatCheck('format-ip', 'only addresses and ranges of addresses are understood here, not names', {
    bad: endpoints('subsets: [{addresses: [{ip: localhost}]}]'),
    good: endpoints('subsets: [{addresses: [{ip: 10.0.0.1}]}]'),
  }),
  empty: formatCheck('format-empty', 'the API server refuses an object with nothing in this field', {
    bad: pod(', lifecycle: {preStop: {exec: {command: []}}}'),
    good: pod(', lifecycle: {preStop: {exec: {command: [sync]}}}'),
  }),
  word: formatCheck('format-word', 'only certain words are understood here; the API server refuses others', {
    bad: ingressClass('cluster'),
    good: ingressClass('Cluster'),
  }),
  quantity: formatCheck('format-quantity', 'there is no less than nothing', {
    bad: pod('', ', volumes: [{name: a, emptyDir: {sizeLimit: -1Gi}}]'),
    good: pod('', ', volumes: [{name: a, emptyDir: {sizeLimit: 1Gi}}]'),
  }),
  mode: formatCheck('format-mode', 'file modes go from 0 to 0777; YAML reads 0644 as octal and 644 as decimal, JSON knows decimal only (420)', {
    bad: pod('', ', volumes: [{name: a, secret: {secretName: a, defaultMode: 644}}]'),
    good: pod('', ', volumes: [{name: a, secret: {secretName: a, defaultMode: 0644}}]'),
  }),
  size: formatCheck('format-size', 'the API server refuses lists and mappings that are longer than it wants to look through', {
    bad: networkPolicy('[Ingress, Egress, Ingress]'),
    good: networkPolicy('[Ingress, Egress]'),
  }),
};

/** Every check that formats belong to. */
export const FORMAT_CHECKS: readonly RuleInfo[] = Object.values(CHECKS);
