import { taken } from '../../src/import/taken';
import { ApiModel } from '../../src/kubernetes/api/model';
import { readDocuments } from '../../src/manifest/read/read';

const CONFIG_MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web }\n';

function takenFrom(yaml: string, options = {}) {
  const { objects, leftOut } = taken(readDocuments(yaml, 'a.yaml'), ApiModel.of(), options);
  return { names: objects.map(({ kind, metadata }) => `${kind} ${metadata?.name}`), leftOut: leftOut.map(({ reason, line, message }) => `${reason} ${line}: ${message}`) };
}

test.each([
  ['services:\n  web: { image: nginx }\n', 'Docker Compose'],
  ['apiVersion: v1\nkind: Service\nmetadata: { name: "{{ .Release.Name }}" }\n', 'helm template NAME CHART | cdk8s-stateful import -'],
  ['a: [1\n', 'not YAML'],
  ['kind: Pod\n', 'no apiVersion'],
  ['apiVersion: v1\nkind: Pod\nmetadata: { generateName: run- }\n', 'generateName'],
  ['apiVersion: v1\nkind: Pod\n', 'without a name'],
])('%j is refused with its line, and the rest is imported', (yaml, reason) => {
  const { names, leftOut } = takenFrom(`${CONFIG_MAP}---\n${yaml}`);

  expect(names).toEqual(['ConfigMap web']);
  expect(leftOut).toEqual([expect.stringMatching(/^refused ([5-9]|10): /)]);
  expect(leftOut[0]).toContain(reason);
  expect(leftOut[0]).not.toContain('checked');
});

test('a Secret is taken only where somebody asks for it', () => {
  const secret = 'apiVersion: v1\nkind: Secret\nmetadata: { name: db }\nstringData: { password: hunter2 }\n';

  expect(takenFrom(secret)).toEqual({ names: [], leftOut: [expect.stringContaining('secret 1:')] });
  expect(takenFrom(secret, { secrets: true }).names).toEqual(['Secret db']);
});

test('what controllers make is left out', () => {
  const pod = 'apiVersion: v1\nkind: Pod\nmetadata: { name: web-1, uid: u, ownerReferences: [{ apiVersion: apps/v1, kind: ReplicaSet, name: web, uid: v, controller: true }] }\n';
  const event = 'apiVersion: v1\nkind: Event\nmetadata: { name: e, uid: u }\n';

  expect(takenFrom(`${pod}---\n${event}`)).toEqual({ names: [], leftOut: ['controller 1: a controller makes it', 'controller 5: a controller makes it'] });
});

test('of two objects of one name the last is taken', () => {
  expect(takenFrom(`${CONFIG_MAP}---\n${CONFIG_MAP}`)).toEqual({ names: ['ConfigMap web'], leftOut: [expect.stringContaining('twice 1:')] });
});

test('what kubectl reads in another way than it was meant is said', () => {
  expect(takenFrom('apiVersion: v1\nkind: ConfigMap\nkind: ConfigMap\nmetadata: { name: web }\n')).toEqual({ names: ['ConfigMap web'], leftOut: [expect.stringContaining('misread 3:')] });
});
