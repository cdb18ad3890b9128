import { isKeptWhenDropped, withoutDroppedFields, withoutStored } from '../../../src/checks/schema/dropped-field';
import { ApiModel } from '../../../src/kubernetes/api/model';
import { Finding } from '../../../src/reports/finding';

const MODEL = ApiModel.of('1.36');
const pod = (container: object) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { containers: [{ name: 'a', image: 'a:1', ...container }] } });
const dropped = (path: string): Finding => ({ rule: 'dropped-field', severity: 'warning', object: { apiVersion: 'v1', kind: 'Pod', name: 'a' }, path, message: '', fix: '' });

test('what is dropped is not checked', () => {
  const kept = withoutDroppedFields(pod({ resizePolicy: [{}] }), [dropped('/spec/containers/0/resizePolicy')], MODEL);

  expect(kept).toEqual(pod({}));
});

test('a struct whose only field is dropped goes with it, since 1.30', () => {
  const keptOn = (version: string) => withoutDroppedFields(
    pod({ lifecycle: { preStop: { sleep: { seconds: 1 } } } }), [dropped('/spec/containers/0/lifecycle/preStop/sleep')], ApiModel.of(version));

  expect(keptOn('1.30')).toEqual(pod({ lifecycle: {} }));
  expect(keptOn('1.29')).toEqual(pod({ lifecycle: { preStop: {} } }));
});

test('what the server resets is checked by rules, and stored without it', () => {
  const manifest = pod({ securityContext: { procMount: 'Unmasked' } });
  const path = '/spec/containers/0/securityContext/procMount';

  expect(withoutDroppedFields(manifest, [dropped(path)], MODEL)).toBe(manifest);
  expect(withoutStored(manifest, path, MODEL)).toEqual(pod({ securityContext: {} }));
});

test('a source in another namespace is stored without the source', () => {
  const claim = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'a' }, spec: { dataSourceRef: { namespace: 'b' } } };

  expect(withoutStored(claim, '/spec/dataSourceRef/namespace', MODEL)).toEqual({ ...claim, spec: {} });
});

test('with the image of a volume go the volume and its mounts; the others keep their places', () => {
  const spec = (volumes: unknown[], volumeMounts: unknown[]) => ({ ...pod({}), spec: { containers: [{ name: 'a', image: 'a:1', volumeMounts }], volumes } });
  const scratch = { name: 'b', emptyDir: {} };
  const atB = { name: 'b', mountPath: '/b' };

  const kept = withoutStored(spec([{ name: 'a', image: { reference: 'a:1' } }, scratch], [atB, { name: 'a', mountPath: '/a' }]), '/spec/volumes/0/image', MODEL);

  expect(kept).toEqual(spec([null, scratch], [atB, null]));
});

test('who writes what the server resets the field to loses nothing', () => {
  expect(isKeptWhenDropped('procMount', 'Default')).toBe(true);
  expect(isKeptWhenDropped('procMount', 'Unmasked')).toBe(false);
  expect(isKeptWhenDropped('hostUsers', 'Default')).toBe(false);
});

test('a path of another object of the name changes nothing', () => {
  expect(withoutStored(pod({}), '/spec/volumes/0/image', MODEL)).toEqual(pod({}));
});

test('a CronJob keeps what its Jobs drop, until 1.37', () => {
  const cronJob = { apiVersion: 'batch/v1', kind: 'CronJob', metadata: { name: 'a' }, spec: { jobTemplate: { spec: { scheduling: { policy: 'a' } } } } };
  const keptOn = (version: string) => withoutDroppedFields(cronJob, [dropped('/spec/jobTemplate/spec/scheduling')], ApiModel.of(version));

  expect(keptOn('1.36')).toBe(cronJob);
  expect(keptOn('1.37').spec.jobTemplate).toEqual({ spec: {} });
});
