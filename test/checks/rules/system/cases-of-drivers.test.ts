import { joined, object, testCases } from './cases';

// What drivers of volumes want of a class, and where pods with volumes can be, beyond the examples in the checks themselves.

const storageClass = (provisioner: string, parameters: string, rest = '') => object('storage.k8s.io/v1', 'StorageClass', 'c', `provisioner: ${provisioner}, parameters: {${parameters}}, ${rest}`);
const CEPH = 'csi.storage.k8s.io/node-stage-secret-name: ceph, csi.storage.k8s.io/node-stage-secret-namespace: rook-ceph';
const SECRET_NAME = '/parameters/csi.storage.k8s.io~1node-stage-secret-name';
const deployment = (spec: string, rest = 'replicas: 3') =>
  object('apps/v1', 'Deployment', 'w', `spec: {${rest}, selector: {matchLabels: {app: w}}, template: {metadata: {labels: {app: w}}, spec: {${spec}, containers: [{name: w, image: "w:1"}]}}}`);
const expression = (text: string) => `nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [${text}]}}`;
const apart = (key: string, app = 'w', rest = '') => `affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: ${key}, labelSelector: {matchLabels: {app: ${app}}}${rest}}]}}`;
const HOST = 'nodeSelector: {kubernetes.io/hostname: n1}';
const APART = '/spec/template/spec/affinity/podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution/0';
const topologies = (zones: string) => storageClass('ebs.csi.aws.com', '', `allowedTopologies: [{matchLabelExpressions: [{key: topology.kubernetes.io/zone, values: [${zones}]}]}]`);
const set = (zone: string) => object('apps/v1', 'StatefulSet', 'd', `spec: {serviceName: d, selector: {matchLabels: {app: d}}, template: {metadata: {labels: {app: d}}, spec: {nodeSelector: {topology.kubernetes.io/zone: ${zone}}, containers: [{name: d, image: "d:1"}]}}, `
  + 'volumeClaimTemplates: [{metadata: {name: v}, spec: {storageClassName: c, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]}');
const partition = (spec: string) => object('apps/v1', 'StatefulSet', 'd', `spec: {serviceName: d, selector: {matchLabels: {app: d}}, template: {metadata: {labels: {app: d}}, spec: {containers: [{name: d, image: "d:1"}]}}, ${spec}}`);
const PARTITION = '/spec/updateStrategy/rollingUpdate/partition';
const range = (ratio: string) => object('v1', 'LimitRange', 'l', `spec: {limits: [{type: Container, maxLimitRequestRatio: {${ratio}}}]}`);
const limited = (resources: string) => object('v1', 'Pod', 'p', `spec: {containers: [{name: p, image: "p:1", resources: {${resources}}}]}`);

const SNAPSHOTS = 'snapshot.storage.k8s.io/v1';
const snapshot = (source: string) => object(SNAPSHOTS, 'VolumeSnapshot', 's', `spec: {volumeSnapshotClassName: s, source: {${source}}}`);
const snapshotClass = (driver: string) => object(SNAPSHOTS, 'VolumeSnapshotClass', 's', `driver: ${driver}, deletionPolicy: Delete`);
const CLAIM = object('v1', 'PersistentVolumeClaim', 'a', 'spec: {storageClassName: c, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}');
const CALLED = [
  object('v1', 'Pod', 'd', 'spec: {containers: [{name: d, image: "d:1"}]}', 'labels: {app: d}'),
  object('v1', 'Service', 'db', 'spec: {selector: {app: d}, ports: [{port: 1}]}'),
  object('v1', 'Pod', 'a', 'spec: {containers: [{name: a, image: "a:1", env: [{name: D_HOST, value: db}]}]}', 'labels: {app: a}'),
];
const policy = (rule: string, name = 'p') => object('networking.k8s.io/v1', 'NetworkPolicy', name, `spec: {podSelector: {matchLabels: {app: d}}, policyTypes: [Ingress], ingress: [${rule}]}`);

testCases({
  'class-parameters': [
    ['a file system of EFS is not named', storageClass('efs.csi.aws.com', 'provisioningMode: efs-ap, directoryPerms: "700"'), ['warning /parameters']],
    ['a class of EFS for volumes by hand', storageClass('efs.csi.aws.com', ''), []],
    ['EFS with more than it needs', storageClass('efs.csi.aws.com', 'provisioningMode: efs-ap, fileSystemId: fs-1, directoryPerms: "700", basePath: /a'), []],
    ['a disk of EBS that wants a number of operations', storageClass('ebs.csi.aws.com', 'type: io2'), ['warning /parameters']],
    ['and has it', storageClass('ebs.csi.aws.com', 'type: io1, iopspergb: "10"'), []],
    ['a type that EBS does not have', storageClass('ebs.csi.aws.com', 'type: ssd'), ['warning /parameters/type']],
    ['parameters that EBS may know one day', storageClass('ebs.csi.aws.com', 'type: GP3, other: a'), []],
    ['a type of Azure without redundancy', storageClass('disk.csi.azure.com', 'skuName: StandardSSD'), ['warning /parameters/skuName']],
    ['in small letters', storageClass('disk.csi.azure.com', 'skuname: premium_zrs'), []],
    ['half a name of Google', storageClass('pd.csi.storage.gke.io', 'type: ssd'), ['warning /parameters/type']],
    ['its whole name', storageClass('pd.csi.storage.gke.io', 'type: hyperdisk-balanced'), []],
    ['Ceph of no cluster', storageClass('rook-ceph.rbd.csi.ceph.com', 'pool: p'), ['warning /parameters']],
    ['Ceph', storageClass('cephfs.csi.ceph.com', 'clusterID: a, fsName: b'), []],
  ],
  'missing-secret': [
    ['of a driver that is elsewhere', storageClass('rook-ceph.rbd.csi.ceph.com', `clusterID: a, ${CEPH}`), [`info ${SECRET_NAME}`]],
    ['of a namespace that is here', joined(storageClass('rook-ceph.rbd.csi.ceph.com', `clusterID: a, ${CEPH}`), object('v1', 'ConfigMap', 'a', 'data: {}', 'namespace: rook-ceph')), [`warning ${SECRET_NAME}`]],
    ['in an environment that is complete', storageClass('rook-ceph.rbd.csi.ceph.com', `clusterID: a, ${CEPH}`), [`error ${SECRET_NAME}`], { complete: true }],
  ],
  'snapshot-source': [
    ['two sources', snapshot('persistentVolumeClaimName: a, volumeSnapshotContentName: b'), ['error /spec/source']],
    ['a driver that Kubernetes brought', joined(storageClass('kubernetes.io/aws-ebs', ''), CLAIM, snapshotClass('ebs.csi.aws.com'), snapshot('persistentVolumeClaimName: a')), []],
    ['another driver', joined(storageClass('efs.csi.aws.com', ''), CLAIM, snapshotClass('ebs.csi.aws.com'), snapshot('persistentVolumeClaimName: a')), ['warning /spec/volumeSnapshotClassName']],
    ['a class that is elsewhere', joined(storageClass('efs.csi.aws.com', ''), CLAIM, snapshot('persistentVolumeClaimName: a')), []],
  ],
  'policy-shuts-out-caller': [
    ['all is closed', joined(...CALLED, policy('')), ['info /spec/podSelector']],
    ['open to others', joined(...CALLED, policy('{from: [{podSelector: {matchLabels: {app: x}}}]}')), ['warning /spec/ingress']],
    ['open to addresses', joined(...CALLED, policy('{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}')), []],
    ['open to all at a port', joined(...CALLED, policy('{ports: [{port: 1}]}')), []],
    ['another policy opens it', joined(...CALLED, policy(''), policy('{from: [{namespaceSelector: {}}]}', 'q')), []],
    ['policies of another kind', joined(...CALLED, policy(''), object('cilium.io/v2', 'CiliumNetworkPolicy', 'x', 'spec: {}')), []],
    ['a caller on the network of its node', joined(CALLED[0], CALLED[1], object('v1', 'Pod', 'a', 'spec: {hostNetwork: true, dnsPolicy: ClusterFirstWithHostNet, containers: [{name: a, image: "a:1", env: [{name: D_HOST, value: db}]}]}'), policy('')), []],
  ],
  'unsatisfiable-placement': [
    ['one term of two leaves a node', deployment(`nodeSelector: {disk: ssd}, affinity: {${expression('{matchExpressions: [{key: disk, operator: In, values: [hdd]}]}, {matchExpressions: [{key: zone, operator: Exists}]}')}}`), []],
    ['what the other one forbids', deployment(`nodeSelector: {disk: ssd}, affinity: {${expression('{matchExpressions: [{key: disk, operator: NotIn, values: [ssd]}]}')}}`), ['error /spec/template/spec/affinity/nodeAffinity']],
    ['pods apart on one node', deployment(`${HOST}, ${apart('kubernetes.io/hostname')}`), [`error ${APART}`]],
    ['apart by another label', deployment(`${HOST}, ${apart('topology.kubernetes.io/zone')}`), []],
    ['apart from other pods', deployment(`${HOST}, ${apart('kubernetes.io/hostname', 'x')}`), []],
    ['apart from those of other namespaces', deployment(`${HOST}, ${apart('kubernetes.io/hostname', 'w', ', namespaces: [x]')}`), []],
    ['one pod', deployment(`${HOST}, ${apart('kubernetes.io/hostname')}`, 'replicas: 1'), []],
    ['a zone without volumes', joined(topologies('a, c'), set('b')), ['error /spec/template/spec/nodeSelector']],
    ['a zone with volumes', joined(topologies('a, b'), set('b')), []],
    ['texts in place of lists', deployment('nodeSelector: x, affinity: {nodeAffinity: y, podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: z}}'), []],
  ],
  'paused-deployment': [
    ['none is asked for', deployment('hostname: w', 'paused: true, replicas: 0'), []],
    ['one that runs', object('apps/v1', 'Deployment', 'w', 'spec: {paused: true}', 'uid: a'), []],
  ],
  'partition-above-replicas': [
    ['ordinals that begin later', partition('replicas: 2, ordinals: {start: 5}, updateStrategy: {rollingUpdate: {partition: 6}}'), []],
    ['and end before it', partition('replicas: 2, ordinals: {start: 5}, updateStrategy: {rollingUpdate: {partition: 7}}'), [`warning ${PARTITION}`]],
    ['nobody says how many', partition('updateStrategy: {rollingUpdate: {partition: 7}}'), []],
    ['another strategy', partition('replicas: 2, updateStrategy: {type: OnDelete, rollingUpdate: {partition: 7}}'), []],
  ],
  'limit-range-refuses': [
    ['a limit that is too far from the request', joined(range('cpu: "2"'), limited('requests: {cpu: 100m}, limits: {cpu: 201m}')), ['error /spec/containers/0/resources']],
    ['and one that is not', joined(range('cpu: "2"'), limited('requests: {cpu: 100m}, limits: {cpu: 200m}')), []],
    ['a part of a number', joined(range('memory: "1.5"'), limited('requests: {memory: 100Mi}, limits: {memory: 160Mi}')), ['error /spec/containers/0/resources']],
    ['the limit alone is the request, too', joined(range('cpu: "2"'), limited('limits: {cpu: "4"}')), []],
  ],
});
