import { joined, object, testCases } from './cases';

// Beyond the examples in the checks themselves: the lines that checks of pods and of what they find at their start draw.

const pod = (spec: string) => `{apiVersion: v1, kind: Pod, metadata: {name: web, labels: {app: web}}, spec: {${spec}}}`;
const container = (body: string, rest = '') => pod(`containers: [{name: main, ${body}}]${rest && `, ${rest}`}`);
const probed = (ports: string, httpGet: string) => container(`image: "a:1", ports: [${ports}], livenessProbe: {httpGet: {path: /, ${httpGet}}}`);
const set = (name: string, spec: string, body: string, service = name) => `{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: ${name}}, spec: {serviceName: ${service}, ${spec},
  selector: {matchLabels: {app: ${name}}}, template: {metadata: {labels: {app: ${name}}}, spec: {containers: [{name: main, ${body}}]}}}}`;
const client = (host: string) => container(`image: "a:1", env: [{name: URL, value: "${host}"}]`);
const DB = set('db', 'replicas: 2', 'image: "a:1"');
const SCRIPT = (body: string, mount: string, volume: string) => container(`image: "a:1", ${body}, volumeMounts: [{name: s, ${mount}}]`, `volumes: [{name: s, configMap: {name: s${volume}}}]`);
const MONGO = (body: string, rest: string) => container(`image: "mongo:7", ${body}, volumeMounts: [{name: k, mountPath: /k}]`, rest);
const KEY = 'volumes: [{name: k, secret: {secretName: k, defaultMode: 256}}]';
const MOUNT = 'volumeMounts: [{name: d, mountPath: /d}]';
const NFS = 'volumes: [{name: d, nfs: {server: a, path: /a}}]';
const ELASTIC = (body: string, rest = '') => container(`image: "elasticsearch:8.15.3", ${body}`, rest);

testCases({
  'probe-scheme': [
    ['a name with https in it', probed('{name: web-https, containerPort: 9000}', 'port: 9000'), ['warning /spec/containers/0/livenessProbe/httpGet/scheme']],
    ['a number that stands for HTTPS', probed('', 'port: 443'), ['warning /spec/containers/0/livenessProbe/httpGet/scheme']],
    ['another name says nothing', probed('{name: metrics, containerPort: 8443}', 'port: 8443'), []],
    ['a name for plain HTTP counts more than the number', probed('{name: http, containerPort: 8443}', 'port: http'), []],
    ['HTTPS where plain HTTP is spoken', probed('{name: http, containerPort: 8080}', 'port: http, scheme: HTTPS'), ['warning /spec/containers/0/livenessProbe/httpGet/scheme']],
    ['another host', probed('', 'port: 443, host: a.example.com'), []],
  ],
  'unknown-scheduler': [
    ['one of another project', pod('schedulerName: volcano, containers: []'), ['info /spec/schedulerName']],
    ['one of ours', pod('schedulerName: our-own, containers: []'), ['info /spec/schedulerName']],
    ['one that is among the manifests', joined(pod('schedulerName: our-own, containers: []'),
      object('apps/v1', 'Deployment', 'sched', 'spec: {template: {spec: {containers: [{name: a, image: "a:1", args: [--scheduler-name=our-own]}]}}}')), []],
    ['one whose configuration is', joined(pod('schedulerName: our-own, containers: []'), object('v1', 'ConfigMap', 'c', 'data: {a.yaml: "profiles: [{schedulerName: our-own}]"}')), []],
    ['one of a cloud', pod('schedulerName: gke.io/optimize-utilization-scheduler, containers: []'), []],
  ],
  'readiness-gate': [
    ['a load balancer of Google', pod('readinessGates: [{conditionType: cloud.google.com/load-balancer-neg-ready}], containers: []'), []],
    ['a program that may write the status of pods', joined(pod('readinessGates: [{conditionType: a.example.com/b}], containers: []'),
      object('rbac.authorization.k8s.io/v1', 'ClusterRole', 'r', 'rules: [{apiGroups: [""], resources: [pods/status], verbs: [patch]}]')), []],
  ],
  'kernel-setting': [
    ['a single node', ELASTIC('env: [{name: discovery.type, value: single-node}]'), []],
    ['without mapped files', ELASTIC('env: [{name: node.store.allow_mmap, value: "false"}]'), []],
    ['a DaemonSet that changes the nodes', joined(ELASTIC('tty: false'), object('apps/v1', 'DaemonSet', 'a', 'spec: {template: {spec: {containers: '
      + '[{name: a, image: "busybox:1.36.1", command: [sh, -c, "sysctl -w vm.max_map_count=262144; sleep infinity"]}]}}}')), []],
    ['a configuration that we do not see', ELASTIC('volumeMounts: [{name: c, mountPath: /c}]', 'volumes: [{name: c, configMap: {name: c}}]'), []],
    ['a configuration that says nothing of it', joined(ELASTIC('volumeMounts: [{name: c, mountPath: /c}]', 'volumes: [{name: c, configMap: {name: c}}]'),
      object('v1', 'ConfigMap', 'c', 'data: {elasticsearch.yml: "cluster.name: a"}')), ['info /spec/containers/0/image']],
  ],
  'group-without-effect': [
    ['a volume of the pod itself', pod(`securityContext: {runAsUser: 1, fsGroup: 1}, containers: [{name: a, image: "a:1", ${MOUNT}}], ${NFS}`), ['warning /spec/securityContext/fsGroup']],
    ['root may write anywhere', pod(`securityContext: {runAsUser: 0, fsGroup: 1}, containers: [{name: a, image: "a:1", ${MOUNT}}], ${NFS}`), []],
    ['only to read', pod(`securityContext: {runAsUser: 1, fsGroup: 1}, containers: [{name: a, image: "a:1", volumeMounts: [{name: d, mountPath: /d, readOnly: true}]}], ${NFS}`), []],
    ['another group makes no promise', pod(`securityContext: {runAsUser: 1}, containers: [{name: a, image: "a:1", ${MOUNT}}], ${NFS}`), []],
    ['a claim that is bound to such a volume', joined(pod(`securityContext: {runAsUser: 1, fsGroup: 1}, containers: [{name: a, image: "a:1", ${MOUNT}}], volumes: [{name: d, persistentVolumeClaim: {claimName: c}}]`),
      object('v1', 'PersistentVolumeClaim', 'c', 'spec: {storageClassName: "", accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}'),
      object('v1', 'PersistentVolume', 'v', 'spec: {storageClassName: "", accessModes: [ReadWriteOnce], capacity: {storage: 1Gi}, claimRef: {namespace: default, name: c}, nfs: {server: a, path: /a}}')),
    ['warning /spec/securityContext/fsGroup']],
    ['the kubelet gives other volumes away', pod(`securityContext: {runAsUser: 1, fsGroup: 1}, containers: [{name: a, image: "a:1", ${MOUNT}}], volumes: [{name: d, emptyDir: {}}]`), []],
  ],
  'argument-with-blank': [
    ['a sentence after an equals sign', container('image: "a:1", args: ["--title=a b"]'), []],
    ['two words of a value', container('image: "a:1", args: ["--say hello world"]'), []],
    ['a shell parts its words', container('image: "a:1", command: [sh, -c], args: ["--port 80"]'), []],
    ['Redis parts them itself', container('image: "redis:7.4.1", args: ["--appendonly yes"]'), []],
    ['a probe', container('image: "a:1", livenessProbe: {exec: {command: [check, "--port 80"]}}'), ['warning /spec/containers/0/livenessProbe/exec/command/1']],
  ],
  'script-not-executable': [
    ['a shell reads it', SCRIPT('command: [sh, /s/a.sh]', 'mountPath: /s', ''), []],
    ['a single file', SCRIPT('command: [/bin/a.sh]', 'mountPath: /bin/a.sh, subPath: a.sh', ''), ['error /spec/containers/0/command/0']],
    ['the mode of one file', SCRIPT('command: [/s/a.sh]', 'mountPath: /s', ', items: [{key: a.sh, path: a.sh, mode: 493}]'), []],
    ['a hook', SCRIPT('lifecycle: {preStop: {exec: {command: [/s/a.sh]}}}', 'mountPath: /s', ''), ['error /spec/containers/0/lifecycle/preStop/exec/command/0']],
    ['a file of the image', SCRIPT('command: [/sbin/a.sh]', 'mountPath: /s', ''), []],
  ],
  'mode-of-key-file': [
    ['a file for its owner alone', MONGO('args: [--keyFile, /k/key]', KEY), []],
    ['a group that the kubelet lets read it', MONGO('args: [--keyFile=/k/key]', `securityContext: {fsGroup: 999}, ${KEY}`), ['warning /spec/volumes/0/secret/defaultMode']],
    ['a script may copy it', MONGO('command: [bash, -c, "cp /k/key /tmp && exec mongod --keyFile /tmp/key"]', KEY), []],
    ['a configuration of MySQL that all may write', container('image: "mysql:8.4.3", volumeMounts: [{name: c, mountPath: /etc/mysql/conf.d}]',
      'volumes: [{name: c, configMap: {name: c, defaultMode: 511}}]'), ['warning /spec/volumes/0/configMap/defaultMode']],
  ],
  'memory-volume-above-limit': [
    ['a container without a limit', container('image: "a:1", volumeMounts: [{name: r, mountPath: /r}]', 'volumes: [{name: r, emptyDir: {medium: Memory, sizeLimit: 2Gi}}]'), []],
    ['a volume on disk', container('image: "a:1", resources: {limits: {memory: 1Gi}}, volumeMounts: [{name: r, mountPath: /r}]', 'volumes: [{name: r, emptyDir: {sizeLimit: 2Gi}}]'), []],
  ],
  'image-port': [
    ['a probe of another port', container('image: "postgres:16.4", readinessProbe: {tcpSocket: {port: 5433}}'), ['warning /spec/containers/0/readinessProbe/tcpSocket/port']],
    ['a program that was told another port', container('image: "postgres:16.4", args: [-p, "5433"], readinessProbe: {tcpSocket: {port: 5433}}'), []],
  ],
  'unknown-pod-name': [
    ['with its namespace and a dot at the end', joined(DB, client('http://db-1.db.default.svc.cluster.local.:80')), []],
    ['an ordinal that is too high', joined(DB, client('db-2.db:80')), ['warning /spec/containers/0/env/0/value']],
    ['a set that is scaled may have it', joined(DB, client('db-2.db:80'), object('autoscaling/v2', 'HorizontalPodAutoscaler', 'h',
      'spec: {maxReplicas: 5, scaleTargetRef: {apiVersion: apps/v1, kind: StatefulSet, name: db}}')), []],
    ['ordinals that begin with 1', joined(set('db', 'replicas: 2, ordinals: {start: 1}', 'image: "a:1"'), client('db-2.db:80')), []],
    ['a set of another name', joined(set('search', 'replicas: 2', 'image: "a:1"'), client('es-0.search:80')), ['warning /spec/containers/0/env/0/value']],
    ['a file', joined(DB, client('/var/log/db-0.log')), []],
    ['a host of the internet', joined(DB, client('https://db-0.example.com')), []],
    ['another namespace', joined(DB, client('db-0.database.other')), []],
  ],
});
