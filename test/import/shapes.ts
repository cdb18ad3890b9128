/** Manifests of the shapes that people have, each with the constructs that it becomes. */
export const SHAPES: readonly (readonly [shape: string, constructs: readonly string[], yaml: string])[] = [
  ['a StatefulSet with its headless Service', ['StatefulApp'], `
apiVersion: v1
kind: Service
metadata: { name: peers, labels: { app: store } }
spec: { clusterIP: None, selector: { app: store }, ports: [{ name: peer, port: 7000 }] }
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: store }
spec:
  serviceName: peers
  replicas: 3
  selector: { matchLabels: { app: store } }
  template:
    metadata: { labels: { app: store } }
    spec:
      terminationGracePeriodSeconds: 10
      containers:
        - name: server
          image: ghcr.io/acme/store:1.2.3
          ports: [{ name: peer, containerPort: 7000 }]
          volumeMounts: [{ name: data, mountPath: /data }]
  volumeClaimTemplates:
    - metadata: { name: data }
      spec: { accessModes: [ReadWriteOnce], storageClassName: fast, resources: { requests: { storage: 10Gi } } }
`],
  ['a Deployment with values from everywhere', ['StatelessApp', 'ApiObject'], `
apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: shop, labels: { app: api } }
spec:
  replicas: 2
  strategy: { type: Recreate }
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api, tier: web }, annotations: { prometheus.io/scrape: "true" } }
    spec:
      serviceAccountName: api-user
      imagePullSecrets: [{ name: registry }]
      nodeSelector: { disk: ssd }
      tolerations: [{ key: gpu, operator: Exists, effect: NoSchedule }]
      initContainers: [{ name: wait, image: busybox:1.37, command: [sh, -c, "until nc -z db 5432; do sleep 1; done"] }]
      containers:
        - name: api
          image: ghcr.io/acme/api:1.2.3
          imagePullPolicy: Always
          args: [--port=8080]
          ports: [{ name: http, containerPort: 8080 }, { containerPort: 9090 }]
          env:
            - { name: LOG_LEVEL, value: info }
            - { name: PASSWORD, valueFrom: { secretKeyRef: { name: db, key: password } } }
            - { name: HOST, valueFrom: { configMapKeyRef: { name: settings, key: host, optional: true } } }
            - { name: POD, valueFrom: { fieldRef: { fieldPath: metadata.name } } }
            - { name: LAST, value: "1" }
          envFrom: [{ configMapRef: { name: settings } }]
          resources: { requests: { cpu: 100m, memory: 64Mi }, limits: { cpu: "1", memory: 1G } }
          readinessProbe: { httpGet: { path: /ready, port: http }, initialDelaySeconds: 5 }
          livenessProbe: { tcpSocket: { port: 8080 }, periodSeconds: 20 }
          startupProbe: { exec: { command: [/bin/true] }, failureThreshold: 30 }
          lifecycle: { preStop: { exec: { command: [sleep, "5"] } } }
          volumeMounts: [{ name: config, mountPath: /etc/api }, { name: tmp, mountPath: /tmp }, { name: tmp, mountPath: /var/tmp, subPath: var }]
        - { name: proxy, image: "envoyproxy/envoy:v1.35.0" }
      volumes: [{ name: config, configMap: { name: settings } }, { name: tmp, emptyDir: {} }]
---
apiVersion: v1
kind: Service
metadata: { name: api, namespace: shop }
spec: { selector: { app: api }, ports: [{ port: 80, targetPort: http }] }
`],
  ['an agent on every node', ['NodeAgent'], `
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: logs, namespace: kube-system, labels: { k8s-app: logs } }
spec:
  selector: { matchLabels: { name: logs } }
  template:
    metadata: { labels: { name: logs } }
    spec:
      tolerations: [{ key: node-role.kubernetes.io/control-plane, operator: Exists, effect: NoSchedule }]
      containers:
        - name: logs
          image: fluent/fluent-bit:4.0.7
          resources: { limits: { memory: 200Mi }, requests: { cpu: 100m, memory: 200Mi } }
          volumeMounts: [{ name: varlog, mountPath: /var/log, readOnly: true }]
      volumes: [{ name: varlog, hostPath: { path: /var/log } }]
`],
  ['a Job and a CronJob', ['Task'], `
apiVersion: batch/v1
kind: CronJob
metadata: { name: report, labels: { app: report } }
spec:
  schedule: "0 3 * * *"
  timeZone: Europe/Berlin
  concurrencyPolicy: Forbid
  successfulJobsHistoryLimit: 1
  jobTemplate:
    metadata: { labels: { app: report } }
    spec:
      backoffLimit: 2
      activeDeadlineSeconds: 600
      template:
        metadata: { labels: { app: report } }
        spec: { restartPolicy: OnFailure, containers: [{ name: report, image: "alpine:3.22", command: [sh, -c, date] }] }
`],
  ['a namespace with its Pod Security Standard', ['Namespace', 'ApiObject'], `
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { pod-security.kubernetes.io/enforce: baseline, team: shop } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
data: { nginx.conf: "events {}\\nhttp {\\n  server { listen 8080; }\\n}\\n" }
`],
  ['a headless Service alone', ['HeadlessService'], `
apiVersion: v1
kind: Service
metadata: { name: db, labels: { app: db } }
spec: { clusterIP: None, publishNotReadyAddresses: true, selector: { app: db }, ports: [{ name: sql, port: 5432 }] }
`],
  ['volumes on an NFS server', ['ApiObject'], `
apiVersion: v1
kind: PersistentVolume
metadata: { name: pages }
spec: { capacity: { storage: 1Gi }, accessModes: [ReadWriteMany], storageClassName: "", nfs: { server: 10.0.0.1, path: /exports/pages } }
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: pages, namespace: web }
spec: { accessModes: [ReadWriteMany], storageClassName: "", volumeName: pages, resources: { requests: { storage: 1Gi } } }
`],
  ['a Deployment that an autoscaler scales', ['StatelessApp', 'ApiObject'], `
apiVersion: apps/v1
kind: Deployment
metadata: { name: front, labels: { app: front } }
spec:
  selector: { matchLabels: { app: front } }
  template:
    metadata: { labels: { app: front } }
    spec: { containers: [{ name: front, image: "nginx:1.29.1", resources: { requests: { cpu: 100m } } }] }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: front }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: front }, minReplicas: 2, maxReplicas: 5 }
`],
  ['roles, and a custom resource', ['ApiObject'], `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: "acme:reader" }
rules: [{ apiGroups: [""], resources: [pods], verbs: [get, list] }]
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: { name: web, namespace: shop }
spec: { secretName: web-tls, dnsNames: [shop.example.com], issuerRef: { name: letsencrypt } }
`],
  ['what is wrong stays as it is', ['StatelessApp'], `
apiVersion: apps/v1
kind: Deployment
metadata: { name: broken, labels: { app: broken } }
spec:
  selector: { matchLabels: { app: broken } }
  template:
    metadata: { labels: { app: broken } }
    spec:
      containers: [{ name: a, image: "nginx:1.29.1", unknown: 1, ports: [{ name: http, containerPort: 80 }], volumeMounts: [{ name: gone, mountPath: /gone }] }]
`],
];
