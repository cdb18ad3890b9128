import { codeOf } from '../../src/import/code';
import { probeProps } from '../../src/import/probe-props';

const PORTS = [{ name: 'http', containerPort: 8080 }, { name: 'admin', containerPort: 9090 }];

test.each([
  ['the first port goes without saying', { readinessProbe: { httpGet: { path: '/', port: 'http' }, timeoutSeconds: 5 } }, '{ readinessCheck: HealthCheck.http() }'],
  ['a port by its number', { readinessProbe: { httpGet: { path: '/ready', port: 9090, scheme: 'HTTPS' } } }, "{ readinessCheck: HealthCheck.http({ path: '/ready', https: true, port: 'admin', timeout: Duration.seconds(1) }) }"],
  ['how long a failure may last', { livenessProbe: { tcpSocket: { port: 'http' }, periodSeconds: 5, failureThreshold: 4, timeoutSeconds: 5 } }, '{ livenessCheck: HealthCheck.tcp({ interval: Duration.seconds(5), failureBudget: Duration.seconds(20) }) }'],
  ['a command', { startupProbe: { exec: { command: ['true'] }, failureThreshold: 60, timeoutSeconds: 5 } }, "{ startupCheck: HealthCheck.exec(['true']) }"],
])('%s', (_, probes, code) => {
  expect(codeOf(probeProps({ ports: PORTS, ...probes }))).toBe(code);
});

test('what a check cannot ask is no check', () => {
  expect(probeProps({ ports: PORTS, readinessProbe: { httpGet: { port: 1 } }, livenessProbe: { grpc: { port: 8080 } } })).toBeUndefined();
});
