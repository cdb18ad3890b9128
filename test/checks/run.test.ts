import { checkDocuments, checkManifests } from '../../src/checks/run';
import { ApiModel } from '../../src/kubernetes/api/model';
import { Manifest } from '../../src/kubernetes/manifest';
import { readDocuments } from '../../src/manifest/read/read';

const check = (yaml: string, scope: 'object' | 'system' = 'object') => checkDocuments(readDocuments(yaml, 'app.yaml'), { scope });

const SET = `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: web
spec:
  serviceName: web
  replicas: 3
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
      - name: web
        image: httpd:2.4
        volumeMounts: [{name: nothing, mountPath: /data}]
`;

test('a finding has file, document, line and column', () => {
  const findings = check(`# nothing here\n---\napiVersion: v1\nkind: Namespace\nmetadata:\n  name: a\n---\n${SET}  replica: 3\n`);

  expect(findings.find(({ rule }) => rule === 'schema-unknown-field')).toMatchObject({
    place: { file: 'app.yaml', document: 1, line: 23, column: 3 },
    path: '/spec/replica',
    severity: 'error',
    object: { apiVersion: 'apps/v1', kind: 'StatefulSet', namespace: 'default', name: 'web' },
  });
});

test('what is wrong with a derived Pod is reported once, in the template, with the name of the Pod', () => {
  const findings = checkDocuments(readDocuments(SET, 'app.yaml'), { scope: 'object', model: ApiModel.of('1.33') }).filter(({ severity }) => severity === 'error');

  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({
    path: '/spec/template/spec/containers/0/volumeMounts/0/name', place: { line: 15 }, message: expect.stringContaining("(in Pod 'web-0', which the controller"),
  });
});

test('what the template says already is not said again for its Pods', () => {
  const findings = check(SET.replace('image: httpd:2.4', 'image: ""').replace('name: nothing', 'name: ""'));

  expect(findings.filter(({ path }) => path === '/spec/template/spec/containers/0/image')).toHaveLength(1);
});

test('names that become labels and host names of Pods are checked there', () => {
  const findings = check(SET.replace('name: web\nspec', `name: ${'a'.repeat(64)}\nspec`));

  expect(findings).toContainEqual(expect.objectContaining({ severity: 'error', path: '/metadata/name' }));
});

test('problems of the text come first, and an incomplete document is checked as the server would see it', () => {
  const findings = check(`apiVersion: v1\nkind: Service\nmetadata: {name: a}\n${SET}`);

  expect(findings[0]).toMatchObject({ rule: 'incomplete-document', place: { line: 4 }, object: { kind: 'StatefulSet', name: 'web' } });
});

test('a text without any object has findings too', () => {
  const findings = check('just words\n---\n{a: b');

  expect(findings.map(({ rule, place }) => ({ rule, document: place?.document, line: place?.line }))).toEqual([
    { rule: 'not-a-manifest', document: 0, line: 1 }, { rule: 'syntax', document: 1, line: 3 },
  ]);
  expect(findings[0].object).toEqual({ apiVersion: '', kind: '', name: '' });
});

test('the objects of a List are checked one by one, at their places', () => {
  const findings = check('apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Namespace\n  metadata: {name: A}\n');

  expect(findings).toEqual([expect.objectContaining({ rule: 'object-name', place: expect.objectContaining({ document: 0, line: 6 }), path: '/metadata/name' })]);
});

test('scope object looks at nothing but the object', () => {
  const lonely: Manifest = {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'a' },
    spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'nowhere', resources: { requests: { storage: '1Gi' } } },
  };

  const alone = checkManifests([lonely, lonely], { scope: 'object' });
  const together = checkManifests([lonely, lonely]);

  expect(alone).toEqual([]);
  expect(together.length).toBeGreaterThan(0);
});

test('findings are in the order of the manifests', () => {
  const bad = (name: string): Manifest => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name }, spec: { containers: [{ name: 'a', image: 'b', ports: [{}] }] } });

  const order = checkManifests([bad('a'), bad('b'), bad('c')]).map(({ place }) => place!.manifest!);

  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(new Set(order)).toEqual(new Set([0, 1, 2]));
});

test('a check that throws becomes a finding', () => {
  let touched = 0;
  const fail = () => { throw new Error('no'); };
  const manifest = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, get spec() { return touched++ < 1 ? {} : fail(); } } as unknown as Manifest;

  const findings = checkManifests([manifest], { scope: 'object' });

  expect(findings).toContainEqual(expect.objectContaining({ rule: 'check-failed', severity: 'error', message: expect.stringContaining('could not finish: no') }));
});

test('from 1.34 on the server refuses a template that its controller could not use', () => {
  const findings = checkDocuments(readDocuments(SET, 'app.yaml'), { scope: 'object', model: ApiModel.of('1.34') });

  expect(findings.find(({ severity }) => severity === 'error')!.message).toBe("the Pod has no volume 'nothing'");
});

test('but not one that it asks of Pods alone, nor what is made of the name', () => {
  const wrong = SET.replace('image: httpd:2.4', "image: 'httpd:2.4 '").replace('name: web\nspec', `name: ${'a'.repeat(60)}\nspec`).replace('        volumeMounts: [{name: nothing, mountPath: /data}]\n', '');

  const findings = checkDocuments(readDocuments(wrong, 'app.yaml'), { scope: 'object', model: ApiModel.of('1.34') });

  expect(findings.find(({ rule }) => rule === 'image-whitespace')!.message).toContain('which the controller will never be able to create');
});

test('rules do not see what the server drops', () => {
  const dropped = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: a:1}], hostUsers: false, hostPID: true}\n';
  const rulesOn = (version: string) => checkDocuments(readDocuments(dropped, 'app.yaml'), { scope: 'object', model: ApiModel.of(version) }).map(({ rule }) => rule);

  expect(rulesOn('1.32')).toEqual(['dropped-field']);
  expect(rulesOn('1.33')).toEqual(['host-users']);
});

describe('on several versions', () => {
  const deviceClass = (name: string) => ({ apiVersion: 'resource.k8s.io/v1', kind: 'DeviceClass', metadata: { name }, spec: {} });
  const models = ['1.33', '1.36'].map(version => ApiModel.of(version));

  test('findings stay in the order of the manifests', () => {
    const wrong = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'B' } };

    const found = checkManifests([deviceClass('a'), wrong, deviceClass('c')], { scope: 'object', model: models });

    expect(found.map(({ place, kubernetesVersions }) => [place!.manifest, kubernetesVersions])).toEqual([[0, ['1.33']], [1, undefined], [2, ['1.33']]]);
  });

  test('one version in a list is the same as that version', () => {
    const manifests = [deviceClass('a'), deviceClass('A')];

    expect(checkManifests(manifests, { model: [models[0]] })).toEqual(checkManifests(manifests, { model: models[0] }));
  });
});

describe('a fix is typed from the text that stands there', () => {
  const fixes = (yaml: string) => check(yaml).filter(({ rule }) => rule === 'schema-type').map(({ message, fix }) => [message, fix]);

  test.each([
    ['1.10', 'is read as 1.1'], ['0022', 'is read as 18'], ['yes', 'is read as true'], ['12345678901234567890', 'is read as'], ['8080', 'is a number'],
  ])('%s', (written, meaning) => {
    const found = fixes(`apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  key: ${written}\n`);

    expect(found).toEqual([[expect.stringContaining(`${written} ${meaning}`), `put it in quotes: "${written}"`]]);
  });

  test('what a Secret holds is printed in no spelling', () => {
    const found = fixes('apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData:\n  pin: 0022\n');

    expect(JSON.stringify(found)).not.toMatch(/0022|\b18\b/);
  });

  test('in objects of kinds that a definition brings', () => {
    const schema = '{type: object, properties: {spec: {type: object, properties: {version: {type: string}}}}}';
    const definition = `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: dbs.example.com}\nspec:\n  group: example.com\n  scope: Namespaced\n  names: {kind: Db, plural: dbs}\n  versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: ${schema}}}]\n`;

    const found = fixes(`${definition}---\napiVersion: example.com/v1\nkind: Db\nmetadata: {name: a}\nspec: {version: 15.10}\n`);

    expect(found).toEqual([['15.10 is read as 15.1, but the type string is wanted', 'put it in quotes: "15.10"']]);
  });
});

test('what the system makes of a field that was misread is not said: nobody meant a policy for all pods', () => {
  const found = check('apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec:\n  podSelector: {app: db}\n', 'system');

  expect(found.map(({ fix }) => fix)).toEqual(['move it to /spec/podSelector/matchLabels/app']);
});
