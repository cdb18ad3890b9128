import { Chart, ChartProps, Size } from 'cdk8s';
import { HealthCheck, Namespace, StatefulApp } from 'cdk8s-stateful';
import { Construct } from 'constructs';

/** A stateful system: one Redis whose data outlives its pod. */
export class Cache extends Chart {
  constructor(scope: Construct, id: string, props: ChartProps = {}) {
    super(scope, id, { namespace: 'shop', ...props });
    new Namespace(this, 'namespace', { name: 'shop' });
    new StatefulApp(this, 'cache', {
      image: 'redis:8.2.10-bookworm',
      user: 999,
      args: ['--appendonly', 'yes'],
      ports: [{ name: 'redis', port: 6379 }],
      volumes: [{ name: 'data', mountPath: '/data', size: Size.gibibytes(1) }],
      healthCheck: HealthCheck.exec(['redis-cli', 'ping']),
    });
  }
}
