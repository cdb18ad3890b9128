import { findingsIn } from '../../findings';

const SERVICE = `apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop, labels: {app: web}}
spec: {selector: {app: web}, ports: [{name: http, port: 80}]}
---
`;
const POD = `apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop, labels: {app: web}}
spec: {containers: [{name: web, image: "httpd:2.4.62", ports: [{name: http, containerPort: 80}]}]}
---
`;
const monitor = (kind: string, spec: string, namespace = 'shop') =>
  `apiVersion: monitoring.coreos.com/v1\nkind: ${kind}\nmetadata: {name: m, namespace: ${namespace}}\nspec: ${spec}\n`;
const unplaced = (yaml: string) => yaml.replaceAll(/, namespace: \w+/g, '');

function said(yaml: string): string[] {
  return findingsIn(yaml).filter(({ rule }) => rule === 'monitor-selects-ports').map(({ path, message }) => `${path} ${message}`);
}

test.each<[string, string, string[]]>([
  ['labels and a port of a Service', monitor('ServiceMonitor', '{selector: {matchLabels: {app: web}}, endpoints: [{port: http}]}'), []],
  ['labels that no Service has', monitor('ServiceMonitor', '{selector: {matchLabels: {app: other}}, endpoints: [{port: http}]}'),
    ["/spec/selector ServiceMonitor 'm' selects 'app=other', and no Service of its namespaces has these labels"]],
  ['a port that the Service has not', monitor('ServiceMonitor', '{selector: {}, endpoints: [{port: metrics}]}'),
    ["/spec/endpoints/0/port ServiceMonitor 'm' reads the port 'metrics', which no Service that it selects has; they have http"]],
  ['a port of the pods', monitor('PodMonitor', '{selector: {}, podMetricsEndpoints: [{port: http}]}'), []],
  ['a port that no pod has', monitor('PodMonitor', '{selector: {}, podMetricsEndpoints: [{port: metrics}]}'),
    ["/spec/podMetricsEndpoints/0/port PodMonitor 'm' reads the port 'metrics', which no pod that it selects has; they have http"]],
  ['another namespace that it names', monitor('ServiceMonitor', '{namespaceSelector: {matchNames: [shop]}, selector: {}, endpoints: [{port: x}]}', 'monitoring'), [
    "/spec/endpoints/0/port ServiceMonitor 'm' reads the port 'x', which no Service that it selects has; they have http",
  ]],
  ['all namespaces', monitor('ServiceMonitor', '{namespaceSelector: {any: true}, selector: {}, endpoints: [{port: http}]}', 'monitoring'), []],
  ['a namespace with nothing to choose from', monitor('ServiceMonitor', '{selector: {matchLabels: {app: other}}, endpoints: [{port: x}]}', 'monitoring'), []],
  ['no selector', monitor('ServiceMonitor', '{endpoints: [{port: x}]}'), []],
  ['an unusual kind of the same name', monitor('ServiceMonitor', '{selector: {matchLabels: {app: other}}}').replace('monitoring.coreos.com', 'example.com'), []],
])('a monitor with %s', (_, yaml, wanted) => {
  expect(said(SERVICE + POD + yaml)).toEqual(wanted);
});

const METRICS = '{selector: {matchLabels: {app: web}}, endpoints: [{port: metrics}]}';
const OTHER = '{selector: {matchLabels: {app: other}}, endpoints: [{port: http}]}';
const NO_PORT = ["/spec/endpoints/0/port ServiceMonitor 'm' reads the port 'metrics', which no Service that it selects has; they have http"];
const NO_SERVICE = ["/spec/selector ServiceMonitor 'm' selects 'app=other', and no Service of its namespaces has these labels"];
const IN_DEFAULT = SERVICE.replace('namespace: shop', 'namespace: default').replaceAll('app: web', 'app: other').replace('name: web', 'name: other');

// Who names no namespace is in the same unknown one as all others who name none, or in that of those whom it selects.
test.each<[string, string, string[]]>([
  ['nobody names a namespace, and a port is wrong', unplaced(SERVICE + monitor('ServiceMonitor', METRICS)), NO_PORT],
  ['nobody names a namespace, and labels are wrong', unplaced(SERVICE + monitor('ServiceMonitor', OTHER)), NO_SERVICE],
  ['the Service of these labels is in namespace default, and others name none', IN_DEFAULT + unplaced(SERVICE + monitor('ServiceMonitor', OTHER)), []],
  ['the Service of these labels names a namespace, the monitor none', SERVICE + unplaced(monitor('ServiceMonitor', METRICS)), NO_PORT],
  ['the monitor names a namespace, the Service of these labels none', unplaced(SERVICE) + IN_DEFAULT + monitor('ServiceMonitor', METRICS, 'default'), NO_PORT],
  ['the monitor is in namespace default, and Services that name none have other labels', unplaced(SERVICE) + monitor('ServiceMonitor', OTHER, 'default'), []],
])('%s', (_, yaml, wanted) => {
  expect(said(yaml)).toEqual(wanted);
});
