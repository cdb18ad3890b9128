import { Duration } from 'cdk8s';
import { HealthCheck } from '../../../src/constructs/options/health-check';

const PORTS = [{ name: 'http', port: 8080 }, { name: 'admin', port: 9090 }];

test('asks the first port over HTTP by default', () => {
  expect(HealthCheck.http().toReadinessProbe(PORTS)).toEqual({
    httpGet: { path: '/', port: 'http' }, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3,
  });
});

test('asks the port, path and scheme that it is told', () => {
  const probe = HealthCheck.http({ path: '/ready', port: 'admin', https: true }).toReadinessProbe(PORTS);

  expect(probe).toMatchObject({ httpGet: { path: '/ready', port: 'admin', scheme: 'HTTPS' } });
});

test('opens a TCP connection, speaks gRPC or runs a command', () => {
  expect(HealthCheck.tcp({ port: 'admin' }).toLivenessProbe(PORTS)).toMatchObject({ tcpSocket: { port: 'admin' } });
  expect(HealthCheck.grpc().toLivenessProbe(PORTS)).toMatchObject({ grpc: { port: 8080 } });
  expect(HealthCheck.grpc({ service: 'shop' }).toLivenessProbe(PORTS)).toMatchObject({ grpc: { port: 8080, service: 'shop' } });
  expect(HealthCheck.exec(['redis-cli', 'ping']).toLivenessProbe([])).toMatchObject({ exec: { command: ['redis-cli', 'ping'] } });
});

test('a container has ten minutes to start and one minute to recover by default', () => {
  const check = HealthCheck.http();

  expect(check.toStartupProbe(PORTS)).toMatchObject({ failureThreshold: 60 });
  expect(check.toLivenessProbe(PORTS)).toMatchObject({ failureThreshold: 6 });
});

test('budgets are durations and become numbers of failures', () => {
  const check = HealthCheck.tcp({
    interval: Duration.seconds(7), timeout: Duration.millis(1500), startupBudget: Duration.minutes(1), failureBudget: Duration.seconds(1),
  });

  expect(check.toStartupProbe(PORTS)).toMatchObject({ periodSeconds: 7, timeoutSeconds: 2, failureThreshold: 9 });
  expect(check.toLivenessProbe(PORTS)).toMatchObject({ failureThreshold: 1 });
});

test('a port that the app does not have is a problem', () => {
  expect(HealthCheck.http({ port: 'web' }).problems(PORTS)).toEqual([
    "a health check asks port 'web', which the app does not have; write one of 'http', 'admin'",
  ]);
  expect(HealthCheck.http({ port: 'web' }).problems([])).toEqual([expect.stringContaining("add it to 'ports'")]);
  expect(HealthCheck.tcp().problems([])).toEqual([expect.stringContaining('the app has none')]);
  expect(HealthCheck.tcp().problems(PORTS)).toEqual([]);
});

test('an empty command is a problem', () => {
  expect(HealthCheck.exec([]).problems([])).toEqual([expect.stringContaining('empty command')]);
  expect(HealthCheck.exec(['true']).problems([])).toEqual([]);
});
