import { Manifest } from '../src/kubernetes/manifest';

/** Manifests of one shape and of any size, as they were and as they are. */
export interface Shape {
  /** How many of what it is named after, at its full size. */
  readonly full: number;
  /** The objects; `changed` is true for the new side of a diff. */
  readonly objects: (count: number, changed: boolean) => Manifest[];
}

const times = <T>(count: number, item: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => item(index));
const object = (apiVersion: string, kind: string, name: string, rest: object): Manifest => ({ apiVersion, kind, metadata: { name }, ...rest });
const main = (changed: boolean, rest: object = {}) => ({ name: 'main', image: changed ? 'main:2' : 'main:1', ...rest });

function workload(kind: string, name: string, labels: Record<string, string>, spec: object, rest: object = {}): Manifest {
  return object('apps/v1', kind, name, { spec: { selector: { matchLabels: { app: labels.app } }, template: { metadata: { labels }, spec }, ...rest } });
}

const pod = (changed: boolean, containers: object[], rest: object = {}) => [object('v1', 'Pod', 'pod', { spec: { ...rest, containers, restartPolicy: changed ? 'Never' : 'Always' } })];
const claim = (name: string) => ({ metadata: { name }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } });
const service = (name: string, selector: object, rest: object = {}) => object('v1', 'Service', name, { spec: { clusterIP: 'None', selector, ports: [{ port: 80 }], ...rest } });
const policy = (name: string, podSelector: object, rest: object) =>
  object('networking.k8s.io/v1', 'NetworkPolicy', name, { spec: { podSelector, policyTypes: ['Ingress', 'Egress'], ...rest } });
const set = (index: number, changed: boolean, labels: object) => workload('StatefulSet', `w${index}`, { app: `a${index}`, ...labels }, { containers: [main(changed)] }, {
  serviceName: `s${index}`, replicas: changed ? 2 : 3, volumeClaimTemplates: [claim('data')],
});

/** What people and attackers give to a checker: one of everything that a comparison of all pairs would be seen by. */
export const SHAPES: Readonly<Record<string, Shape>> = {
  'containers of one pod': {
    full: 20_000,
    objects: (count, changed) => pod(changed, times(count, index => ({
      ...main(changed), name: `c${index}`, ports: [{ name: `p${index}`, containerPort: 1 + index % 65_000 }], volumeMounts: [{ name: `v${index}`, mountPath: '/data' }],
    })), { volumes: times(count, index => ({ name: `v${index}`, emptyDir: {} })) }),
  },
  'containers of one pod, each with fields that belong elsewhere': {
    full: 5_000,
    objects: (count, changed) => pod(changed, times(count, index => ({ ...main(changed), name: `c${index}`, stray: {}, mountPath: '/a', volumeMounts: [{ name: 'd', mountPath: '/d' }] }))),
  },
  'containers of one Deployment, each with another name and a path of one node': {
    full: 8_000,
    objects: (count, changed) => [workload('Deployment', 'd', { app: 'd' }, {
      containers: times(count, index => ({ ...main(changed), name: `${changed ? 'n' : 'c'}${index}`, volumeMounts: [{ name: `v${index}`, mountPath: '/data' }] })),
      volumes: times(count, index => ({ name: `v${index}`, hostPath: { path: `/${changed ? 'n' : 'o'}/${index}` } })),
    })],
  },
  'variables of one container': {
    full: 20_000,
    objects: (count, changed) => pod(changed, [main(changed, {
      env: times(count, index => ({ name: `V${changed ? count - index : index}`, value: index > 0 ? `$(V${index - 1})` : 'x' })),
      args: times(count, index => `$(V${index})`),
    })]),
  },
  'mounts of one container': {
    full: 10_000,
    objects: (count, changed) => pod(changed, [main(changed, { volumeMounts: times(count, index => ({ name: 'v', mountPath: `/data/${index}`, subPath: `f${index}` })) })],
      { volumes: [{ name: 'v', hostPath: { path: '/v' } }] }),
  },
  'keys of one ConfigMap, all mounted': {
    full: 10_000,
    objects: (count, changed) => [
      object('v1', 'ConfigMap', 'c', { data: Object.fromEntries(times(count, index => [`k${index}`, String(changed)])) }),
      ...pod(changed, [main(changed, { volumeMounts: times(count, index => ({ name: 'v', mountPath: `/c/${index}`, subPath: `k${index}` })) })],
        { volumes: [{ name: 'v', configMap: { name: 'c', items: times(count, index => ({ key: `k${index}`, path: `k${index}` })) } }] }),
    ],
  },
  'misspelt keys of one ConfigMap': {
    full: 10_000,
    objects: (count, changed) => [
      object('v1', 'ConfigMap', 'c', { data: Object.fromEntries(times(count, index => [`key-of-${index}`, String(changed)])) }),
      ...pod(changed, [main(changed, {
        env: times(count, index => ({ name: `V${index}`, valueFrom: { configMapKeyRef: { name: 'c', key: `key-fo-${index}` } } })),
        volumeMounts: times(count, index => ({ name: 'v', mountPath: `/c/${index}`, subPath: `key_of-${index}` })),
      })], { volumes: [{ name: 'v', configMap: { name: 'c' } }] }),
    ],
  },
  'Services, and a set for ten of them': {
    full: 20_000,
    objects: (count, changed) => [
      ...times(count, index => service(`s${index}`, { app: `a${index % Math.ceil(count / 10)}` })),
      ...times(Math.ceil(count / 10), index => set(index, changed, {})),
    ],
  },
  'Services that all select all sets': {
    full: 20_000,
    objects: (count, changed) => [
      ...times(count, index => service(`s${index}`, { tier: 'db' })), ...times(Math.ceil(count / 10), index => set(index, changed, { tier: 'db' })),
    ],
  },
  'ports of one Service and of its pods': {
    full: 10_000,
    objects: (count, changed) => [
      service('s', { app: 'd' }, { ports: times(count, index => ({ name: `p${index}`, port: index + 1, targetPort: `p${index}` })) }),
      workload('Deployment', 'd', { app: 'd' }, { containers: [main(changed, { ports: times(count, index => ({ name: `p${index}`, containerPort: index + 1 })) })] }),
    ],
  },
  'NetworkPolicies, each for its own pods': {
    full: 6_000,
    objects: (count, changed) => times(count, index => [
      policy(`n${index}`, { matchLabels: { app: `a${index}` } }, {
        ingress: [{ from: [{ podSelector: { matchLabels: { app: `a${(index + 1) % count}` } } }], ports: [{ port: changed ? 81 : 80 }] }],
      }),
      workload('Deployment', `w${index}`, { app: `a${index}` }, { containers: [main(changed)] }),
    ]).flat(),
  },
  'NetworkPolicies, each for all pods': {
    full: 6_000,
    objects: (count, changed) => times(count, index => [
      policy(`n${index}`, {}, { ingress: [{ from: [{ podSelector: {} }, { namespaceSelector: {} }], ports: [{ port: changed ? 81 : 80 }] }] }),
      workload('Deployment', `w${index}`, { app: `a${index}` }, { containers: [main(changed)] }),
    ]).flat(),
  },
  'NetworkPolicies by expressions that no index knows': {
    full: 6_000,
    objects: (count, changed) => times(count, index => [
      policy(`n${index}`, { matchExpressions: [{ key: `k${index}`, operator: 'DoesNotExist' }] }, { egress: [{ to: [{ podSelector: { matchExpressions: [{ key: 'app', operator: 'NotIn', values: [`a${index}`] }] } }] }] }),
      workload('Deployment', `w${index}`, { app: `a${index}` }, { containers: [main(changed)] }),
    ]).flat(),
  },
  'peers of one NetworkPolicy': {
    full: 10_000,
    objects: (count, changed) => [
      policy('n', {}, { ingress: times(count, index => ({ from: [{ podSelector: { matchLabels: { app: `a${index}` } } }, { ipBlock: { cidr: `10.${index % 250}.0.0/16` } }], ports: [{ port: changed ? 81 : 80 }] })) }),
      ...times(Math.ceil(count / 10), index => workload('Deployment', `w${index}`, { app: `a${index}` }, { containers: [main(changed)] })),
    ],
  },
  'rules of one Ingress': {
    full: 10_000,
    objects: (count, changed) => [
      object('networking.k8s.io/v1', 'Ingress', 'i', { spec: { rules: times(count, index => ({ host: `h${index}.example.com`, http: { paths: [{ path: changed ? '/b' : '/a', pathType: 'Prefix', backend: { service: { name: 's', port: { number: 80 } } } }] } })) } }),
      service('s', { app: 'd' }),
    ],
  },
  'budgets and autoscalers of one Deployment': {
    full: 10_000,
    objects: (count, changed) => [
      workload('Deployment', 'd', { app: 'd' }, { containers: [main(changed)] }),
      ...times(count, index => [
        object('policy/v1', 'PodDisruptionBudget', `b${index}`, { spec: { minAvailable: 1, selector: { matchLabels: { app: 'd' } } } }),
        object('autoscaling/v2', 'HorizontalPodAutoscaler', `h${index}`, { spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'd' }, minReplicas: 1, maxReplicas: 2 + Number(changed) } }),
      ]).flat(),
    ],
  },
  'Roles and bindings of one account': {
    full: 10_000,
    objects: (count, changed) => [
      object('v1', 'ServiceAccount', 'a', {}),
      ...times(count, index => [
        object('rbac.authorization.k8s.io/v1', 'Role', `r${index}`, { rules: [{ apiGroups: [''], resources: [changed ? 'pods' : 'secrets'], verbs: ['get'] }] }),
        object('rbac.authorization.k8s.io/v1', 'RoleBinding', `b${index}`, { roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: `r${index}` }, subjects: [{ kind: 'ServiceAccount', name: 'a', namespace: 'default' }] }),
      ]).flat(),
      workload('Deployment', 'd', { app: 'd' }, { serviceAccountName: 'a', containers: [main(changed)] }),
    ],
  },
  'claims, volumes and Deployments, all under other names': {
    full: 6_000,
    objects: (count, changed) => times(count, index => {
      const name = `${changed ? 'new' : 'old'}${index}`;
      return [
        object('v1', 'PersistentVolume', `v${name}`, { spec: { storageClassName: 'x', accessModes: ['ReadWriteOnce'], capacity: { storage: `${1 + index}Mi` }, nfs: { server: 'nfs', path: `/${index}` } } }),
        object('v1', 'PersistentVolumeClaim', name, { spec: { ...claim('').spec, storageClassName: 'x', resources: { requests: { storage: `${1 + index}Mi` } } } }),
        workload('Deployment', name, { app: name }, { containers: [main(false, { volumeMounts: [{ name: 'v', mountPath: '/v' }] })], volumes: [{ name: 'v', persistentVolumeClaim: { claimName: name } }] }),
      ];
    }).flat(),
  },
  'claim templates of one set': {
    full: 10_000,
    objects: (count, changed) => [
      service('s', { app: 's' }),
      workload('StatefulSet', 's', { app: 's' }, { containers: [main(false, { volumeMounts: times(count, index => ({ name: `d${index}`, mountPath: `/${index}` })) })] }, {
        serviceName: 's', replicas: changed ? 2 : 3, volumeClaimTemplates: times(count, index => claim(`${changed ? 'n' : 'd'}${index}`)),
      }),
    ],
  },
  'objects of one name': {
    full: 20_000,
    objects: (count, changed) => times(count, index => set(0, changed, { index: String(index) })),
  },
  'unknown fields of one object': {
    full: 20_000,
    objects: (count, changed) => [object('v1', 'ConfigMap', 'c', { ...Object.fromEntries(times(count, index => [`field${index}`, changed])), data: { a: 'b' } })],
  },
  'objects, each with mistakes': {
    full: 10_000,
    objects: (count, changed) => times(count, index => workload('Deployment', `D_${index}`, { app: `a${index}` }, { container: [], containers: [main(changed, { prots: [], image: 1 })] })),
  },
  'set members of which each is on its own': { full: 1_000_000_000, objects: (count, changed) => [{ ...set(0, false, {}), spec: { ...set(0, false, {}).spec, replicas: changed ? 1 : count } }] },
};
