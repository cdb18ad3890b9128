import { loadAll, load } from 'js-yaml';
import { checkManifests } from '../../../src/checks/run';
import { ApiModel } from '../../../src/kubernetes/api/model';
import { isRecord } from '../../../src/kubernetes/manifest';
import { segmentsOf, valueAt } from '../../../src/kubernetes/pointer';

const OBJECTS = `
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db, namespace: shop}
spec:
  serviceName: db
  replicas: 3
  podManagementPolicy: Parallel
  minReadySeconds: 10
  updateStrategy: {type: RollingUpdate, rollingUpdate: {partition: 1}}
  persistentVolumeClaimRetentionPolicy: {whenDeleted: Retain, whenScaled: Retain}
  selector: {matchLabels: {app: db}}
  template:
    metadata: {labels: {app: db}}
    spec:
      serviceAccountName: db
      terminationGracePeriodSeconds: 60
      securityContext: {runAsUser: 1000, fsGroup: 1000}
      tolerations: [{key: dedicated, operator: Exists, effect: NoSchedule}]
      affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: kubernetes.io/hostname, labelSelector: {matchLabels: {app: db}}}]}}
      topologySpreadConstraints: [{maxSkew: 1, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: ScheduleAnyway, labelSelector: {matchLabels: {app: db}}}]
      initContainers: [{name: init, image: "busybox:1.36.1", volumeMounts: [{name: data, mountPath: /data}]}]
      containers:
      - name: db
        image: example.org/db:1
        imagePullPolicy: IfNotPresent
        command: [db]
        ports: [{name: db, containerPort: 5432}]
        env: [{name: A, value: b}, {name: POD, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]
        envFrom: [{secretRef: {name: db}}, {configMapRef: {name: db}}]
        resources: {requests: {cpu: 100m, memory: 256Mi}, limits: {memory: 512Mi}}
        securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
        volumeMounts: [{name: data, mountPath: /data}, {name: conf, mountPath: /conf}]
        livenessProbe: {httpGet: {path: /live, port: 5432}}
        readinessProbe: {exec: {command: [db, ready]}}
      volumes: [{name: conf, configMap: {name: db, defaultMode: 420}}, {name: cache, emptyDir: {sizeLimit: 1Gi}}, {name: share, nfs: {server: 192.0.2.1, path: /export}}]
  volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], storageClassName: fast, resources: {requests: {storage: 1Gi}}}}]
---
apiVersion: v1
kind: PersistentVolume
metadata: {name: nfs-1}
spec:
  capacity: {storage: 1Gi}
  accessModes: [ReadWriteMany]
  persistentVolumeReclaimPolicy: Retain
  claimRef: {name: share, namespace: shop}
  nfs: {server: 192.0.2.1, path: /export}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: db, namespace: shop}
spec:
  podSelector: {matchLabels: {app: db}}
  policyTypes: [Ingress]
  ingress: [{from: [{podSelector: {matchLabels: {app: web}}, namespaceSelector: {matchLabels: {team: shop}}}], ports: [{port: 5432}]}]
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web, namespace: shop}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
  maxReplicas: 5
  metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 80}}}]
---
apiVersion: batch/v1
kind: CronJob
metadata: {name: backup, namespace: shop}
spec:
  schedule: "0 3 * * *"
  concurrencyPolicy: Forbid
  jobTemplate:
    spec:
      backoffLimit: 2
      activeDeadlineSeconds: 3600
      template: {spec: {restartPolicy: OnFailure, containers: [{name: backup, image: "example.org/backup:1"}]}}
`;

interface Move {
  readonly text: string;
  readonly object: any;
  readonly from: string;
  readonly to: string;
}

/** Every field of every struct, moved to the struct around it. */
function* movesOf(object: any, value: unknown = object, path = '', around?: string): Iterable<Move> {
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) { yield* movesOf(object, item, `${path}/${i}`, around); }
  } else if (isRecord(value)) {
    for (const name of Object.keys(value)) {
      const from = `${path}/${name}`;
      const to = around === undefined ? undefined : `${around}/${name}`;
      const isField = !/\/(metadata|labels|matchLabels|requests|limits|capacity)(\/|$)/.test(path);
      if (to !== undefined && isField && valueAt(object, to) === undefined) { yield { text: `${object.kind} ${from}`, object, from, to }; }
      yield* movesOf(object, value[name], from, path);
    }
  }
}

function moved({ object, from, to }: Move): any {
  const copy = structuredClone(object);
  const value = valueAt(copy, from);
  delete valueAt(copy, from.slice(0, from.lastIndexOf('/')))[segmentsOf(from).at(-1)!];
  valueAt(copy, to.slice(0, to.lastIndexOf('/')))[segmentsOf(to).at(-1)!] = value;
  return copy;
}

const MOVES = (loadAll(OBJECTS) as object[]).flatMap(object => [...movesOf(object)]);

test('there are many fields to move', () => {
  expect(MOVES.length).toBeGreaterThan(90);
});

test.each(MOVES.map(move => [move.text, move] as const))('%s is brought back from the struct around it', (_, move) => {
  const manifest = moved(move);

  const found = checkManifests([manifest], { scope: 'object' }).find(({ path, rule }) => path === move.to && rule === 'schema-unknown-field');

  expect(found?.fix ?? 'it is a field there').toBe(found ? `move it to ${move.from}` : 'it is a field there');
});

const POD = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: ';
const SET = 'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: a}\nspec: ';

function fixOf(yaml: string, path: string) {
  return checkManifests([load(yaml) as any], { scope: 'object' }).find(finding => finding.path === path)?.fix;
}

test.each([
  ['a field of a set in its selector is no label', `${SET}{selector: {matchLabels: {app: db}, replicas: 3}}`, '/spec/selector/replicas', 'move it to /spec/replicas'],
  ['a label is one', `${SET}{replicas: 3, selector: {tier: db}}`, '/spec/selector/tier', 'move it to /spec/selector/matchLabels/tier'],
  ['a condition in a selector', `${SET}{selector: {key: app, operator: In, values: [db]}}`, '/spec/selector/key', 'move it to /spec/selector/matchExpressions/0/key'],
  ['two containers may be meant', `${POD}{imagePullPolicy: Always, containers: [{name: a, image: a}, {name: b, image: b}]}`, '/spec/imagePullPolicy',
    'move it to /spec/containers/0/imagePullPolicy or /spec/containers/1/imagePullPolicy'],
  ['two probes may be meant', `${POD}{containers: [{name: a, image: a, periodSeconds: 5, livenessProbe: {tcpSocket: {port: 1}}, readinessProbe: {tcpSocket: {port: 1}}}]}`,
    '/spec/containers/0/periodSeconds', 'move it to /spec/containers/0/livenessProbe/periodSeconds or /spec/containers/0/readinessProbe/periodSeconds'],
  ['an init container is rarely meant', `${POD}{args: [a], initContainers: [{name: i, image: i}], containers: [{name: a, image: a}]}`, '/spec/args', 'move it to /spec/containers/0/args'],
  ['a volume that has its source needs no other', `${POD}{nfs: {server: a, path: /a}, containers: [], volumes: [{name: a, emptyDir: {}}, {name: b}]}`, '/spec/nfs', 'move it to /spec/volumes/1/nfs'],
  ['what a claim asks for', `${SET}{resources: {requests: {storage: 1Gi}}, volumeClaimTemplates: [{metadata: {name: d}, spec: {}}]}`, '/spec/resources',
    'move it to /spec/volumeClaimTemplates/0/spec/resources'],
  ['what a container asks for', `${SET}{resources: {requests: {cpu: 1}}, template: {spec: {containers: [{name: a}]}}, volumeClaimTemplates: [{metadata: {name: d}, spec: {}}]}`, '/spec/resources',
    'move it to /spec/template/spec/containers/0/resources'],
  ['the namespace is that of the object', `${SET}{namespace: shop, template: {metadata: {labels: {a: b}}}}`, '/spec/namespace', 'move it to /metadata/namespace'],
  ['a field of Jobs in a CronJob without a template of them', 'apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec: {schedule: "@daily", backoffLimit: 2}', '/spec/backoffLimit',
    'move it to /spec/jobTemplate/spec/backoffLimit'],
  ['the handler of a probe that is not there is no wrapped command', `${POD}{containers: [{name: a, image: a, exec: {command: [a]}}]}`, '/spec/containers/0/exec', expect.stringContaining('remove it')],
])('%s', (_, yaml, path, fix) => {
  expect(fixOf(yaml, path)).toEqual(fix);
});

test('a volume has no namespace', () => {
  expect(fixOf('apiVersion: v1\nkind: PersistentVolume\nmetadata: {name: a}\nspec: {capacity: {storage: 1Gi}, namespace: shop}', '/spec/namespace')).not.toContain('/metadata/namespace');
});

test('a handler that comes in a later version is no home', () => {
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { containers: [{ name: 'a', image: 'a:1', lifecycle: { preStop: { sleep: { seconds: 5 } } } }] } };

  const rules = checkManifests([pod], { model: ApiModel.of('1.27'), scope: 'object' }).map(({ rule }) => rule);

  expect(rules).toEqual(['schema-unknown-field', 'lifecycle-handler']);
});
