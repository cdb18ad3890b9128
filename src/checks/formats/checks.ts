import { CheckInfo } from '../check';

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
const claim = (mode: string) =>
  manifest('v1', 'PersistentVolumeClaim')(`spec: {accessModes: [${mode}], resources: {requests: {storage: 1Gi}}}`);
const endpoints = manifest('v1', 'Endpoints');

function formatCheck(id: string, why: string, bad: string, good: string): CheckInfo {
  return { id, why, severity: 'error', bad, good };
}

/** What the rules about single values are called. */
export const CHECKS = {
  name: formatCheck('format-name', 'names become DNS names and file names, so the API server takes few characters only',
    pod('', ', volumes: [{name: Data_1, emptyDir: {}}]'),
    pod('', ', volumes: [{name: data-1, emptyDir: {}}]')),
  label: formatCheck('format-label', 'labels, annotations and selectors take short keys and values of few characters',
    'apiVersion: v1\nkind: Namespace\nmetadata: {name: web, labels: {"my app": web}}\n',
    'apiVersion: v1\nkind: Namespace\nmetadata: {name: web, labels: {my-app: web}}\n'),
  port: formatCheck('format-port', 'there are ports from 1 to 65535',
    pod(', ports: [{containerPort: 70000}]'), pod(', ports: [{containerPort: 80}]')),
  portName: formatCheck('format-port-name', 'names of ports are service names as IANA has them',
    pod(', ports: [{name: http_port, containerPort: 80}]'), pod(', ports: [{name: http-port, containerPort: 80}]')),
  range: formatCheck('format-range', 'the API server refuses numbers out of this range',
    deployment('replicas: -1'), deployment('replicas: 1')),
  envName: formatCheck('format-env-name', 'names of environment variables hold letters, digits, `_`, `-` and `.`, and do not start with a digit',
    pod(', env: [{name: "MY VAR", value: x}]'), pod(', env: [{name: MY_VAR, value: x}]')),
  dataKey: formatCheck('format-data-key', 'keys of ConfigMaps and Secrets become file names',
    configMap('data: {"my file": x}'), configMap('data: {my-file: x}')),
  base64: formatCheck('format-base64', 'bytes are written in base64; text goes into stringData of a Secret or data of a ConfigMap',
    secret('data: {password: "hunter2!"}'), secret('stringData: {password: "hunter2!"}')),
  schedule: formatCheck('format-schedule', 'a schedule the controller cannot read never starts a Job',
    cronJob('schedule: "0 25 * * *"'), cronJob('schedule: "0 23 * * *"')),
  timeZone: formatCheck('format-time-zone', 'only time zones of the IANA database are known',
    cronJob('schedule: "@daily", timeZone: Berlin'), cronJob('schedule: "@daily", timeZone: Europe/Berlin')),
  path: formatCheck('format-path', 'a path that could lead out of its directory is refused',
    pod('', ', volumes: [{name: a, configMap: {name: a, items: [{key: b, path: ../b}]}}]'),
    pod('', ', volumes: [{name: a, configMap: {name: a, items: [{key: b, path: b}]}}]')),
  ip: formatCheck('format-ip', 'only addresses and ranges of addresses are understood here, not names',
    endpoints('subsets: [{addresses: [{ip: localhost}]}]'), endpoints('subsets: [{addresses: [{ip: 10.0.0.1}]}]')),
  empty: formatCheck('format-empty', 'the API server refuses an object with nothing in this field',
    pod(', lifecycle: {preStop: {exec: {command: []}}}'), pod(', lifecycle: {preStop: {exec: {command: [sync]}}}')),
  word: formatCheck('format-word', 'only certain words are understood here; the API server refuses others',
    claim('RWO'), claim('ReadWriteOnce')),
  quantity: formatCheck('format-quantity', 'there is no less than nothing',
    pod('', ', volumes: [{name: a, emptyDir: {sizeLimit: -1Gi}}]'), pod('', ', volumes: [{name: a, emptyDir: {sizeLimit: 1Gi}}]')),
  mode: formatCheck('format-mode', 'file modes go from 0 to 0777; YAML reads 0644 as octal and 644 as decimal, JSON knows decimal only (420)',
    pod('', ', volumes: [{name: a, secret: {secretName: a, defaultMode: 644}}]'),
    pod('', ', volumes: [{name: a, secret: {secretName: a, defaultMode: 0644}}]')),
} as const;

/** Every check that formats belong to. */
export const FORMAT_CHECKS: readonly CheckInfo[] = Object.values(CHECKS);
