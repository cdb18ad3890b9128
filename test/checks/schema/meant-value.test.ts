import { load } from 'js-yaml';
import { checkManifests } from '../../../src/checks/run';

const POD = (fields: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {${fields}, containers: [{name: a, image: a}]}`;
const CONTAINER = (fields: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: a, ${fields}}]}`;
const SERVICE = (fields: string) => `apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {${fields}}`;

function fixesOf(yaml: string) {
  return checkManifests([load(yaml) as any], { scope: 'object' }).filter(({ severity }) => severity === 'error').map(({ fix }) => fix);
}

test.each([
  ['a boolean in words', POD('hostNetwork: "yes"'), 'write true'],
  ['a boolean with a capital', POD('hostNetwork: "True"'), 'write true'],
  ['a boolean as a number', POD('hostNetwork: 0'), 'write false'],
  ['seconds with their unit', POD('terminationGracePeriodSeconds: 90s'), 'write 90'],
  ['minutes', POD('terminationGracePeriodSeconds: 5m'), 'write 300'],
  ['a list of one', SERVICE('type: [NodePort], ports: [{port: 80}]'), 'write NodePort'],
  ['one word for a list', CONTAINER('command: server'), 'write [server]'],
  ['words with commas', CONTAINER('args: "--port,5432"'), 'write [--port, "5432"]'],
  ['a command with blanks', CONTAINER('command: npm start'), 'write [npm, start]'],
  ['a command for a shell', CONTAINER("command: 'a | b'"), 'write [sh, -c, a | b]'],
  ['the group of core', 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: a}\nrules: [{apiGroups: "", resources: [pods], verbs: [get]}]', 'write [""]'],
  ['a rule of a policy, with all in it', 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec: {podSelector: {}, ingress: {from: {podSelector: {}}, ports: [5432]}}',
    'write [{from: [{podSelector: {}}], ports: [{port: 5432}]}]'],
  ['the words of a probe', CONTAINER('livenessProbe: {exec: [pg_isready, -U, a]}'), 'write {command: [pg_isready, -U, a]}'],
  ['the path of a probe', CONTAINER('livenessProbe: {httpGet: /healthz}'), 'write {path: /healthz, port: PORT}, with the number of the port'],
  ['the URL of a probe', CONTAINER('livenessProbe: {httpGet: "http://localhost:8080/healthz"}'), 'write {path: /healthz, port: 8080}'],
  ['how kubectl prints access modes', 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: a}\nspec: {accessModes: [RWX], resources: {requests: {storage: 1Gi}}}', "write 'ReadWriteMany'"],
  ['variables as a mapping', CONTAINER('env: {MODE: fast, WORKERS: 4}'), 'write [{name: MODE, value: fast}, {name: WORKERS, value: "4"}]'],
  ['volumes by their names', POD('volumes: {data: {emptyDir: {}}}'), 'write [{name: data, emptyDir: {}}]'],
  ['one mapping for a list', POD('imagePullSecrets: {name: login}'), 'write [{name: login}]'],
  ['labels as text', SERVICE('selector: app=web, ports: [{port: 80}]'), 'write {app: web}'],
  ['labels as a list', SERVICE('selector: [{app: web}, {tier: a}], ports: [{port: 80}]'), 'write {app: web, tier: a}'],
  ['a port in quotes', CONTAINER('livenessProbe: {tcpSocket: {port: "8080"}}'), 'write it without quotes: 8080'],
  ['cores', CONTAINER('resources: {requests: {cpu: 0.5 cores}}'), 'write "0.5"'],
  ['a step in quotes', 'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: a}\nspec: {maxUnavailable: "1", selector: {matchLabels: {a: b}}}', 'write it without quotes: 1'],
  ['a percentage with a blank', 'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: a}\nspec: {maxUnavailable: 50 %, selector: {matchLabels: {a: b}}}', 'write 50%'],
])('%s', (_, yaml, fix) => {
  expect(fixesOf(yaml)).toContain(fix);
});

test.each([
  ['arguments with quotes', CONTAINER("args: '--say \"a b\"'")],
  ['a number of replicas with a unit', 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {replicas: 3s, selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {containers: [{name: a, image: a}]}}}'],
  ['an empty mapping', CONTAINER('env: {}')],
])('%s is not guessed', (_, yaml) => {
  expect(fixesOf(yaml).join()).toMatch(/^write (a |one of )/);
});

test('nothing that a Secret holds is printed, and no password of a variable', () => {
  const texts = [
    'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData: ["key=hunter2"]', 'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData: key=hunter2',
    'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData: {key: [hunter2]}', CONTAINER('env: {DB_PASSWORD: hunter2}'),
  ].map(yaml => JSON.stringify(checkManifests([load(yaml) as any], { scope: 'object' })));

  expect(texts.join()).not.toContain('hunter2');
  expect(texts.every(text => text.includes('schema-type'))).toBe(true);
});

test.each([
  ['a variable by its name', CONTAINER('env: [{MODE: fast}]'), 'write {name: MODE, value: fast}'],
  ['a mount by its name', CONTAINER('volumeMounts: [{data: /data}]'), 'write {name: data, mountPath: /data}'],
  ['a volume by its name', POD('volumes: [{data: {emptyDir: {}}}]'), 'write {name: data, emptyDir: {}}'],
  ['a port by its name', SERVICE('ports: [{http: 80}]'), 'write {name: http, port: 80}'],
  ['ports of Docker', CONTAINER('ports: ["127.0.0.1:8080:80"]'), 'write {containerPort: 80}'],
  ['the name of a part', POD('volumes: [{name: a, configMapName: conf}]'), 'write configMap: {name: conf}'],
  ['the name of a Secret', POD('volumes: [{name: a, secretName: login}]'), 'write secret: {secretName: login}'],
  ['a list that is named as one thing', 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: a}\nspec: {accessMode: ReadWriteOnce, resources: {requests: {storage: 1Gi}}}',
    'write accessModes: [ReadWriteOnce]'],
  ['a size of a claim', 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: a}\nspec: {accessModes: [ReadWriteOnce], size: 1Gi}', 'move it to /spec/resources/requests/storage'],
  ['a part of a longer name', 'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a}\nspec: {class: nginx}', "write 'ingressClassName'"],
  ['under an empty mapping', 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec:\nselector: {app: a}', 'move it to /spec/selector'],
  ['fields of one handler', CONTAINER('livenessProbe: {path: /live, port: 80}'), 'move it to /spec/containers/0/livenessProbe/httpGet/port'],
  ['a backend of today with the port of once', 'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a}\nspec: {defaultBackend: {service: web, port: 80}}',
    'write service: {name: web, port: {number: 80}} in place of port'],
  ['a place that is clear, whatever stands there', 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec: {podSelector: {}, ingress: [{ipBlock: 10.0.0.0/8}]}',
    'move it to /spec/ingress/0/from/0/ipBlock'],
  ['a slip in a name is no name', CONTAINER('volumeMounts: [{nam: data, mountPath: /data}]'), "write 'name'"],
])('%s', (_, yaml, fix) => {
  expect(fixesOf(yaml)).toContain(fix);
});

test('no password of a variable that is named as one', () => {
  const found = checkManifests([load(CONTAINER('env: [{DB_PASSWORD: hunter2}]')) as any], { scope: 'object' });

  expect(JSON.stringify(found)).not.toContain('hunter2');
});
