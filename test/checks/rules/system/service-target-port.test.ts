import { parseAllDocuments } from 'yaml';
import { checkManifests } from '../../../../src/checks/run';
import { ApiModel } from '../../../../src/kubernetes/api/model';

/** What is said of a Service that sends to a port of an init container. */
function said(targetPort: string | number, version: string, sidecar = 'restartPolicy: Always', serviceSpec = ''): string[] {
  const manifests = parseAllDocuments(`
    {apiVersion: v1, kind: Service, metadata: {name: web}, spec: {${serviceSpec} selector: {app: web}, ports: [{port: 80, targetPort: ${targetPort}}]}}
---
    {apiVersion: v1, kind: Pod, metadata: {name: web, labels: {app: web}}, spec: {
      initContainers: [{name: proxy, image: "proxy:1", ${sidecar}, ports: [{name: proxy, containerPort: 8080}]}],
      containers: [{name: main, image: "httpd:2.4.62", ports: [{name: http, containerPort: 80}]}]}}`).map(document => document.toJS());
  return checkManifests(manifests, { model: ApiModel.of(version) }).filter(({ rule }) => rule === 'service-target-port').map(({ severity, message, fix }) => `${severity} ${message}; ${fix}`);
}

test('a sidecar is found by the name of its port since 1.33, and by the number before', () => {
  expect(said('proxy', '1.32')).toEqual([
    "error Service 'web' sends to the port named 'proxy' of a sidecar, and Services find those by number only on Kubernetes 1.32; by name they do since 1.33; write targetPort: 8080",
  ]);
  expect(said('proxy', '1.33')).toEqual([]);
  expect(said(8080, '1.29')).toEqual([]);
});

test('a headless Service sends to no port', () => {
  expect(said('proxy', '1.32', undefined, 'clusterIP: None,')).toEqual([expect.stringContaining('warning')]);
});

test('an init container that ends listens to nobody', () => {
  expect(said('proxy', '1.36', 'command: [ls]')).toEqual([expect.stringContaining("the TCP port named 'proxy', which no container of its pods has")]);
});
