import { parse } from 'yaml';
import { checkDocuments, checkManifests } from '../../../src/checks/run';
import { readDocuments } from '../../../src/manifest/read/read';

const scaler = (spec: string) => `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: a}\nspec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: a}, maxReplicas: 3, ${spec}}`;
const ingress = (spec: string) => `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a}\nspec: {${spec}}`;
const service = (port: string) => `apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {selector: {app: a}, ports: [${port}]}`;
const volume = (spec: string) => `apiVersion: v1\nkind: PersistentVolume\nmetadata: {name: a}\nspec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteMany], ${spec}}`;
const CPU = 'type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}';

function fixesOf(yaml: string): string[] {
  const found = checkManifests([parse(yaml)], { scope: 'object' }).filter(({ rule }) => rule === 'schema-unknown-field');
  return [...new Set(found.map(({ fix }) => fix))];
}

const pod = (container: string, source: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: a, ${container}}], volumes: [${source}]}`;

test.each([
  ['mounts as Docker Compose has them', pod('volumes: ["data:/data", "conf:/etc/a:ro"]', ''),
    'volumeMounts: [{name: data, mountPath: /data}, {name: conf, mountPath: /etc/a, readOnly: true}] in place of volumes'],
  ['the Secret of a volume', pod('tty: false', '{name: a, secret: {name: login}}'), 'secretName: login in place of name'],
  ['the ConfigMap of a volume', pod('tty: false', '{name: a, configMap: {configMapName: conf}}'), 'name: conf in place of configMapName'],
  ['the claim of a volume', pod('tty: false', '{name: a, persistentVolumeClaim: {name: data}}'), 'claimName: data in place of name'],
  ['a claim in short', pod('tty: false', '{name: a, pvc: {claimName: data}}'), 'persistentVolumeClaim: {claimName: data} in place of pvc'],
  ['labels of nodes', pod('tty: false', '{name: a, emptyDir: {}}], affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchLabels: {disk: ssd}}]}}}, tolerations: ['),
    'matchExpressions: [{key: disk, operator: In, values: [ssd]}] in place of matchLabels'],
  ['the CPU of an autoscaler', scaler('targetCPUUtilizationPercentage: 70'), `metrics: [{${CPU}}] in place of targetCPUUtilizationPercentage`],
  ['the CPU beside other metrics', scaler('targetCPUUtilizationPercentage: 70, metrics: [{type: Resource, resource: {name: memory, target: {type: AverageValue, averageValue: 1Gi}}}]'),
    `metrics: [{type: Resource, resource: {name: memory, target: {type: AverageValue, averageValue: 1Gi}}}, {${CPU}}] in place of targetCPUUtilizationPercentage`],
  ['a share of what is requested', scaler('metrics: [{type: Resource, resource: {name: cpu, targetAverageUtilization: 60}}]'),
    'target: {type: Utilization, averageUtilization: 60} in place of targetAverageUtilization'],
  ['an amount for each pod', scaler('metrics: [{type: ContainerResource, containerResource: {name: memory, container: a, targetAverageValue: 1Gi}}]'),
    'target: {type: AverageValue, averageValue: 1Gi} in place of targetAverageValue'],
  ['a metric of pods', scaler('metrics: [{type: Pods, pods: {metricName: requests, targetAverageValue: 1k}}]'),
    'metric: {name: requests}, target: {type: AverageValue, averageValue: 1k} in place of metricName and targetAverageValue'],
  ['a metric from outside', scaler('metrics: [{type: External, external: {metricName: jobs, metricSelector: {matchLabels: {queue: a}}, targetValue: 30}}]'),
    'metric: {name: jobs, selector: {matchLabels: {queue: a}}}, target: {type: Value, value: 30} in place of metricName, metricSelector and targetValue'],
  ['the object that is measured', scaler('metrics: [{type: Object, object: {metric: {name: requests}, target: {kind: Service, name: web, type: Value, value: 3}}}]'),
    'describedObject: {kind: Service, name: web}, target: {type: Value, value: 3} in place of target'],
  ['a backend by number', ingress('backend: {serviceName: web, servicePort: 80}'), 'defaultBackend: {service: {name: web, port: {number: 80}}} in place of backend'],
  ['a backend by name', ingress('rules: [{http: {paths: [{path: /, pathType: Prefix, backend: {serviceName: web, servicePort: http}}]}}]'),
    'service: {name: web, port: {name: http}} in place of serviceName and servicePort'],
  ['the port of a container', service('{containerPort: 80}'), 'port: 80 in place of containerPort'],
  ['the port of a container beside that of the Service', service('{port: 80, containerPort: 8080}'), 'targetPort: 8080 in place of containerPort'],
  ['a directory of NFS', volume('nfs: null, server: 10.0.0.1, path: /pages'), 'nfs: {server: 10.0.0.1, path: /pages} in place of server and path'],
])('%s is told with its values', (_, yaml, today) => {
  const fixes = fixesOf(yaml);

  expect(fixes).toEqual([`write ${today}`]);
});

test.each([
  ['a path alone may be that of any volume', volume('path: /pages')],
  ['a port without its Service', ingress('defaultBackend: {servicePort: 80}')],
])('%s, so no values are made up', (_, yaml) => {
  expect(fixesOf(yaml).join()).not.toContain('in place of');
});

test('variables as Docker Compose has them become text as it is written', () => {
  const yaml = pod('environment: {CODE: 0022, VERSION: 1.10, COLOUR: blue}', '');

  const found = checkDocuments(readDocuments(yaml, 'a.yaml'), { scope: 'object' }).filter(({ rule }) => rule === 'schema-unknown-field');

  expect(found.map(({ fix }) => fix)).toEqual(['write env: [{name: CODE, value: "0022"}, {name: VERSION, value: "1.10"}, {name: COLOUR, value: blue}] in place of environment']);
});
