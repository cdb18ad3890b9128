import { checkDocuments } from '../../src/checks/run';
import { readDocuments } from '../../src/manifest/read/read';

/** What charts write and the server takes, though a strict schema would not. */
const PUBLISHED = [
  `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  creationTimestamp: null
  labels: {helm.sh/chart: web-1.2.3_4, app.kubernetes.io/version: "1.0"}
  annotations: {Example.com/Note: "", checksum/config: 01ba4719c80b6fe911b091a7c05124b64eeece964e09c058ef8f9805daca546b}
spec:
  replicas: null
  revisionHistoryLimit: 10
  strategy: {type: Recreate, rollingUpdate: null}
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}, creationTimestamp: null, name: "Any Thing"}
    spec:
      serviceAccountName: ""
      schedulerName: null
      priorityClassName: ""
      nodeSelector: {}
      affinity: {nodeAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1, preference: {}}]}}
      tolerations: [{operator: Exists}, {key: a, operator: Exists, effect: NoExecute, tolerationSeconds: -5}]
      hostAliases: null
      imagePullSecrets: [{name: Any_Name}, {}]
      securityContext: {fsGroup: null, sysctls: [{name: net.core.somaxconn, value: "1024"}]}
      dnsConfig: {options: [{name: ndots, value: "2"}, {name: edns0}]}
      containers:
      - name: web
        image: "httpd:2.4"
        imagePullPolicy: ""
        terminationMessagePolicy: ""
        command: null
        args: [--bind, "0.0.0.0"]
        env:
        - {name: EMPTY}
        - {name: EMPTY, value: null}
        - {name: dotted.name-x, value: "1"}
        - {name: SECRET, valueFrom: {secretKeyRef: {name: web, key: .dot, optional: true}}}
        envFrom: [{configMapRef: {name: web, optional: true}, prefix: ""}]
        ports: [{name: http, containerPort: 8080, hostPort: 0, protocol: ""}, {containerPort: 9090}]
        resources: {limits: {cpu: 1, memory: 128974848, example.com/gpu: "1"}, requests: {cpu: 0.5, memory: 1e3, ephemeral-storage: ""}}
        livenessProbe: {httpGet: {path: "", port: http, scheme: "", httpHeaders: [{name: X-A}]}, successThreshold: 1, initialDelaySeconds: null}
        readinessProbe: {tcpSocket: {port: 8080}, periodSeconds: 0}
        securityContext: {capabilities: {drop: [ALL], add: null}, seccompProfile: null}
        volumeMounts: [{name: tmp, mountPath: "relative/../path", subPath: ""}, {name: odd, mountPath: "/a:b"}]
      volumes:
      - {name: tmp, emptyDir: null}
      - {name: odd, hostPath: {path: /x, type: ""}}
      - {name: mode, secret: {secretName: Any_Name, defaultMode: 0400, items: null}}
status: {}
`.replace('ephemeral-storage: ""', 'ephemeral-storage: 1Gi'),
  `apiVersion: v1
kind: Service
metadata: {name: web, annotations: null}
spec:
  type: ""
  clusterIP: ""
  externalIPs: []
  sessionAffinity: ""
  externalTrafficPolicy: ""
  loadBalancerIP: ""
  loadBalancerSourceRanges: null
  selector: {app: web}
  ports: [{port: 80, targetPort: "", protocol: "", nodePort: null, name: ""}]
status: {loadBalancer: {}}
`,
  `apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: web}
spec: {accessModes: [ReadWriteOnce], storageClassName: "", volumeName: "", dataSource: null, selector: null, resources: {requests: {storage: 8Gi}}}
`,
  `apiVersion: v1
kind: Secret
metadata: {name: web}
type: ""
data: {a: "", b: null, c: aGVsbG8=, d: "aGVs\\nbG8="}
stringData: {e: ""}
`,
  `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web}
spec: {selector: {matchLabels: {app: web}}}
`,
  `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web}
spec: {podSelector: {}, policyTypes: null, ingress: [{}], egress: []}
`,
  `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec:
  tls: [{hosts: ["*.example.com"], secretName: ""}, {}]
  rules: [{host: "", http: {paths: [{path: "", pathType: ImplementationSpecific, backend: {service: {name: web, port: {name: http}}}}]}}]
`,
  `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: webs.example.com, creationTimestamp: null}
spec:
  group: example.com
  names: {kind: Web, listKind: WebList, plural: webs, singular: web, shortNames: [w], categories: null}
  scope: Namespaced
  preserveUnknownFields: false
  versions:
  - name: v1alpha1
    served: true
    storage: true
    additionalPrinterColumns: [{name: Age, type: date, jsonPath: .metadata.creationTimestamp}]
    schema:
      openAPIV3Schema:
        type: object
        properties:
          spec: {type: object, x-kubernetes-preserve-unknown-fields: true, additionalProperties: true, default: {}}
          port: {anyOf: [{type: integer}, {type: string}], x-kubernetes-int-or-string: true, maximum: 1.5, enum: [1, a, null], nullable: true}
status: {acceptedNames: {kind: "", plural: ""}, conditions: [], storedVersions: []}
`,
  `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: "system:web"}
aggregationRule: null
rules: [{apiGroups: [""], resources: [pods], verbs: ["*"], resourceNames: null}, {nonResourceURLs: [/metrics], verbs: [get]}]
`,
  `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: web}
roleRef: {kind: ClusterRole, name: "system:web"}
subjects: [{kind: ServiceAccount, name: web, namespace: default}, {kind: User, name: "a b@c"}]
`,
  `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: web}
webhooks:
- name: check.web.example.com
  admissionReviewVersions: [v1, v1beta1]
  sideEffects: None
  timeoutSeconds: null
  objectSelector: {}
  clientConfig: {caBundle: "", service: {name: web, namespace: default, path: /check}}
  rules: [{apiGroups: [""], apiVersions: ["*"], operations: [CREATE], resources: [pods/*], scope: "*"}]
`,
  `apiVersion: batch/v1
kind: CronJob
metadata: {name: web}
spec:
  schedule: "@daily"
  concurrencyPolicy: ""
  suspend: null
  jobTemplate: {metadata: {creationTimestamp: null}, spec: {template: {spec: {restartPolicy: OnFailure, containers: [{name: web, image: "a:1"}]}}}}
`,
  `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
  maxReplicas: 2
  minReplicas: null
  metrics: null
  behavior: {scaleDown: {stabilizationWindowSeconds: 0, policies: null}}
`,
  `apiVersion: v1
kind: ConfigMap
metadata: {name: web}
data: {empty: "", nothing: null, .hidden: x, A_b-c.d: x}
binaryData: null
`,
];

test.each(PUBLISHED.map(yaml => [/kind: (.*)/.exec(yaml)![1], yaml] as const))('a %s as charts write it has no errors', (_, yaml) => {
  const findings = checkDocuments(readDocuments(yaml, 'chart.yaml'), { scope: 'object' });

  expect(findings.filter(({ severity }) => severity === 'error').map(({ rule, path, message }) => `${rule} ${path}: ${message}`)).toEqual([]);
});
