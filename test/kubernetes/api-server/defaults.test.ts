import { ApiModel } from '../../../src/kubernetes/api/model';
import { stored } from '../../../src/kubernetes/api-server/defaults';
import { object, podTemplate, statefulSet } from '../../diff/support';

/** The object as a server of a version stores it. */
const storedBy = (version: string, ...of: Parameters<typeof object>) => stored(object(...of), ApiModel.of(version));
const specOf = (version: string, apiVersion: string, kind: string, spec: object) => storedBy(version, apiVersion, kind, { spec }).spec;
const containerOf = (fields: object) => specOf('1.27', 'v1', 'Pod', { containers: [{ name: 'a', image: 'a', ...fields }] }).containers[0];

describe('defaults that the server writes', () => {
  test.each([
    ['the type of a host path', { hostPath: { path: '/a' } }, { hostPath: { path: '/a', type: '' } }],
    ['an empty directory where a volume has no source', {}, { emptyDir: {} }],
    ['the mode of files', { secret: { secretName: 'a' } }, { secret: { secretName: 'a', defaultMode: 420 } }],
  ])('%s', (_, volume, source) => {
    const { volumes } = specOf('1.27', 'v1', 'Pod', { containers: [], volumes: [{ name: 'v', ...volume }] });

    expect(volumes).toEqual([{ name: 'v', ...source }]);
  });

  test('the service that a grpc probe asks for', () => {
    expect(containerOf({ readinessProbe: { grpc: { port: 80 } } }).readinessProbe.grpc).toEqual({ port: 80, service: '' });
  });

  test('what an autoscaler measures, and how fast it scales', () => {
    const spec = specOf('1.27', 'autoscaling/v2', 'HorizontalPodAutoscaler', { behavior: { scaleDown: { stabilizationWindowSeconds: 60 } } });

    expect(spec).toMatchObject({ minReplicas: 1, metrics: [{ type: 'Resource', resource: { name: 'cpu' } }] });
    expect(spec.behavior.scaleDown).toEqual({ stabilizationWindowSeconds: 60, selectPolicy: 'Max', policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }] });
    expect(spec.behavior.scaleUp).toMatchObject({ stabilizationWindowSeconds: 0, selectPolicy: 'Max' });
  });

  test('whether a webhook that changes objects is asked again', () => {
    const { webhooks } = storedBy('1.27', 'admissionregistration.k8s.io/v1', 'MutatingWebhookConfiguration', { webhooks: [{ name: 'a' }] });

    expect(webhooks[0]).toMatchObject({ reinvocationPolicy: 'Never', failurePolicy: 'Fail', namespaceSelector: {} });
  });

  test('labels of a Job from its template, and of a namespace from its name', () => {
    const job = storedBy('1.27', 'batch/v1', 'Job', { spec: { template: podTemplate() } });

    expect(job.metadata!.labels).toEqual({ app: 'db' });
    expect(storedBy('1.27', 'v1', 'Namespace', {}).metadata!.labels).toEqual({ 'kubernetes.io/metadata.name': 'it' });
  });

  test('one completion of a Job that says neither how many nor how many at once', () => {
    const job = (spec: object) => specOf('1.27', 'batch/v1', 'Job', { template: podTemplate(), ...spec });

    expect(job({})).toMatchObject({ completions: 1, parallelism: 1, backoffLimit: 6, completionMode: 'NonIndexed', suspend: false });
    expect(job({ parallelism: 2 })).not.toHaveProperty('completions');
    expect(specOf('1.27', 'batch/v1', 'CronJob', { jobTemplate: { spec: { template: podTemplate() } } }).jobTemplate.spec).not.toHaveProperty('completions');
  });

  test('kind and version of claim templates', () => {
    const { spec } = stored(statefulSet(), ApiModel.of('1.27'));

    expect(spec.volumeClaimTemplates[0]).toMatchObject({ apiVersion: 'v1', kind: 'PersistentVolumeClaim', spec: { volumeMode: 'Filesystem' } });
  });

  test('requests of a Pod from its limits, also where it has some; those of a template stay', () => {
    const resources = { limits: { cpu: '1', memory: '1Gi' }, requests: { cpu: '500m' } };

    expect(containerOf({ resources }).resources.requests).toEqual({ cpu: '500m', memory: '1Gi' });
    expect(stored(statefulSet({ template: podTemplate({ resources }) }), ApiModel.of('1.27')).spec.template.spec.containers[0].resources).toEqual(resources);
  });

  test.each([
    ['parameters of a rolling update where the set names no type', {}, { type: 'RollingUpdate', rollingUpdate: { partition: 0 } }],
    ['none where it writes the type', { updateStrategy: { type: 'RollingUpdate' } }, { type: 'RollingUpdate' }],
  ])('%s', (_, spec, strategy) => {
    expect(stored(statefulSet(spec), ApiModel.of('1.27')).spec.updateStrategy).toEqual(strategy);
  });

  test('client affinity has a timeout; without affinity there is nothing to configure', () => {
    const service = (spec: object) => specOf('1.27', 'v1', 'Service', spec);
    const sessionAffinityConfig = { clientIP: { timeoutSeconds: 5 } };

    expect(service({ sessionAffinity: 'ClientIP' }).sessionAffinityConfig).toEqual({ clientIP: { timeoutSeconds: 10800 } });
    expect(service({ sessionAffinity: 'ClientIP', sessionAffinityConfig }).sessionAffinityConfig).toEqual(sessionAffinityConfig);
    expect(service({ sessionAffinity: 'None', sessionAffinityConfig })).not.toHaveProperty('sessionAffinityConfig');
  });
});

describe('the version decides', () => {
  const onHost = { hostNetwork: true, containers: [{ name: 'a', image: 'a', ports: [{ containerPort: 80 }] }] };

  test('whether a template on the network of the host has host ports; a Pod always does', () => {
    const template = (version: string) => specOf(version, 'apps/v1', 'Deployment', { template: { spec: onHost } }).template.spec.containers[0].ports;
    const pod = (version: string) => specOf(version, 'v1', 'Pod', onHost).containers[0].ports;
    const withHostPort = [{ containerPort: 80, hostPort: 80, protocol: 'TCP' }];

    expect([template('1.27'), template('1.28')]).toEqual([withHostPort, [{ containerPort: 80, protocol: 'TCP' }]]);
    expect([pod('1.27'), pod('1.28')]).toEqual([withHostPort, withHostPort]);
  });

  test.each([
    ['a traffic policy for external addresses', '1.29', 'v1', 'Service', { externalIPs: ['1.2.3.4'] }, { externalTrafficPolicy: 'Cluster' }],
    ['when a Job replaces a pod', '1.29', 'batch/v1', 'Job', { template: {} }, { podReplacementPolicy: 'TerminatingOrFailed', manualSelector: false }],
    ['the account of a Pod', '1.27', 'v1', 'Pod', { containers: [] }, { serviceAccountName: 'default' }],
  ])('since when there is %s: %s', (_, since, apiVersion, kind, spec, written) => {
    const minor = Number(since.slice('1.'.length));

    expect(specOf(since, apiVersion, kind, spec)).toMatchObject(written);
    for (const field of minor > 27 ? Object.keys(written) : []) { expect(specOf(`1.${minor - 1}`, apiVersion, kind, spec)).not.toHaveProperty(field); }
  });

  test('which fields are dropped', () => {
    const set = (version: string) => specOf(version, 'apps/v1', 'StatefulSet', { updateStrategy: { rollingUpdate: { maxUnavailable: 2 } } });
    const pod = (version: string) => specOf(version, 'v1', 'Pod', { hostUsers: false, containers: [{ name: 'a', image: 'a', resizePolicy: [{ resourceName: 'cpu' }] }] });

    expect(set('1.27').updateStrategy.rollingUpdate).toEqual({ partition: 0 });
    expect(pod('1.27')).not.toHaveProperty('hostUsers');
    expect(pod('1.27').containers[0]).not.toHaveProperty('resizePolicy');
    expect(pod('1.33')).toMatchObject({ hostUsers: false, containers: [{ resizePolicy: [{ resourceName: 'cpu' }] }] });
  });
});

describe('what counts as absent', () => {
  test('empty text, 0, false and {} of what is no pointer, empty lists and maps', () => {
    const pod = specOf('1.27', 'v1', 'Pod', {
      hostNetwork: false, nodeName: '', nodeSelector: {}, tolerations: [], containers: [{ name: 'a', image: 'a', stdin: false, ports: [{ containerPort: 80, hostPort: 0 }] }],
    });

    expect(Object.keys(pod)).not.toEqual(expect.arrayContaining(['hostNetwork', 'nodeName', 'nodeSelector', 'tolerations']));
    expect(pod.containers[0]).not.toHaveProperty('stdin');
    expect(pod.containers[0].ports).toEqual([{ containerPort: 80, protocol: 'TCP' }]);
    expect(specOf('1.27', 'networking.k8s.io/v1', 'NetworkPolicy', { podSelector: {} })).toEqual({ policyTypes: ['Ingress'] });
  });

  test.each([
    ['a volume of a driver', 'v1', 'Pod', { volumes: [{ name: 'v', csi: { driver: 'a', readOnly: false } }] }, { volumes: [{ csi: { readOnly: false } }] }],
    ['a volume of a disk', 'v1', 'PersistentVolume', { fc: { lun: 0 } }, { fc: { lun: 0 } }],
    ['the class of a claim', 'v1', 'PersistentVolumeClaim', { storageClassName: '' }, { storageClassName: '' }],
    ['the class of an Ingress', 'networking.k8s.io/v1', 'Ingress', { ingressClassName: '' }, { ingressClassName: '' }],
    ['whom a budget selects', 'policy/v1', 'PodDisruptionBudget', { selector: {} }, { selector: {} }],
  ])('not what is a pointer: %s', (_, apiVersion, kind, spec, kept) => {
    expect(specOf('1.27', apiVersion, kind, spec)).toMatchObject(kept);
  });

  test('not what must be there', () => {
    expect(containerOf({ ports: [{ containerPort: 0 }] }).ports).toEqual([{ containerPort: 0, protocol: 'TCP' }]);
  });

  test('of kinds that are not built in only null', () => {
    const spec = { text: '', none: null, list: [], map: { a: null, b: 0 } };

    expect(storedBy('1.27', 'a.io/v1', 'Thing', { spec }).spec).toEqual({ text: '', list: [], map: { b: 0 } });
  });
});

test('of an API version that is gone, the object is stored as what the server made of it', () => {
  const spec = { maxReplicas: 3 };

  expect(specOf('1.27', 'autoscaling/v2beta2', 'HorizontalPodAutoscaler', spec)).toEqual(specOf('1.27', 'autoscaling/v2', 'HorizontalPodAutoscaler', spec));
  expect(specOf('1.27', 'policy/v1beta1', 'PodDisruptionBudget', { maxUnavailable: 1 })).toEqual({ maxUnavailable: 1 });
});
