// Only on nodes with fast disks, also on those kept for databases, never two pods on one node.
import { App, Chart, Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { HealthCheck, Spread, StatefulApp } from 'cdk8s-stateful';

const app = new App();
const chart = new Chart(app, 'placement');

new StatefulApp(chart, 'orders', {
  image: 'redis:8.2.10-bookworm',
  user: 999,
  replicas: 3,
  ports: [{ name: 'redis', port: 6379 }],
  volumes: [{ name: 'data', mountPath: '/data', size: Size.gibibytes(1) }],
  healthCheck: HealthCheck.exec(['redis-cli', 'ping']),
  resources: { cpu: { request: Cpu.millis(250), limit: Cpu.units(1) }, memory: { request: Size.mebibytes(256), limit: Size.mebibytes(512) } },
  placement: {
    nodeSelector: { 'kubernetes.io/os': 'linux' },
    tolerations: [{ key: 'dedicated', operator: 'Equal', value: 'database', effect: 'NoSchedule' }],
    affinity: {
      nodeAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [
          { weight: 100, preference: { matchExpressions: [{ key: 'disk', operator: 'In', values: ['nvme', 'ssd'] }] } },
        ],
      },
    },
    spread: Spread.required(),
  },
});

app.synth();
