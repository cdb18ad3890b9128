import { Duration } from 'cdk8s';
import { NamedPort } from './named-port';
import type { Probe } from '../../kubernetes/api/types.generated';
import { commandField } from '../../props/command-field';
import { Field, ReadProps, Struct, everyProblem, flag, noProblems, readProps, struct, text } from '../../props/fields';
import { PERIOD } from '../../props/value-fields';

/**
 * How often a check runs, and for how long it may fail.
 */
export interface HealthCheckOptions {
  /**
   * Time between two checks.
   *
   * @default Duration.seconds(10)
   */
  readonly interval?: Duration;

  /**
   * Time after which a check without an answer has failed.
   *
   * @default Duration.seconds(5)
   */
  readonly timeout?: Duration;

  /**
   * How long the container may take to start (recovery of a database
   * included) before it is restarted. Until the first success no other check
   * runs.
   *
   * @default Duration.minutes(10)
   */
  readonly startupBudget?: Duration;

  /**
   * For how long the check may fail in a running container before the
   * container is restarted.
   *
   * @default Duration.minutes(1)
   */
  readonly failureBudget?: Duration;
}

/**
 * A check over HTTP; any status from 200 to 399 is a success.
 */
export interface HttpHealthCheckOptions extends HealthCheckOptions {
  /**
   * Path to ask for.
   *
   * @default '/'
   */
  readonly path?: string;

  /**
   * Name of the app's port.
   *
   * @default - the app's first port
   */
  readonly port?: string;

  /**
   * Ask over HTTPS; certificates are not verified.
   *
   * @default false
   */
  readonly https?: boolean;
}

/**
 * A check that opens a TCP connection.
 */
export interface TcpHealthCheckOptions extends HealthCheckOptions {
  /**
   * Name of the app's port.
   *
   * @default - the app's first port
   */
  readonly port?: string;
}

/**
 * A check with the gRPC health checking protocol.
 */
export interface GrpcHealthCheckOptions extends HealthCheckOptions {
  /**
   * Name of the app's port.
   *
   * @default - the app's first port
   */
  readonly port?: string;

  /**
   * Service to ask for.
   *
   * @default - the server as a whole
   */
  readonly service?: string;
}

const TIMES: { readonly [name in keyof HealthCheckOptions]-?: Field } = {
  interval: PERIOD, timeout: PERIOD, startupBudget: PERIOD, failureBudget: PERIOD,
};
const HTTP = struct<HttpHealthCheckOptions>({ ...TIMES, path: text('/'), port: text('http'), https: flag() }, '{ path: "/health" }');
const TCP = struct<TcpHealthCheckOptions>({ ...TIMES, port: text('http') }, '{ port: "http" }');
const GRPC = struct<GrpcHealthCheckOptions>({ ...TIMES, port: text('grpc'), service: text('health') }, '{ port: "grpc" }');
const EXEC: Struct<HealthCheckOptions> = struct<HealthCheckOptions>(TIMES, '{ interval: Duration.seconds(30) }');
const COMMAND = commandField('healthcheck');

const DEFAULT_INTERVAL = Duration.seconds(10);
const DEFAULT_TIMEOUT = Duration.seconds(5);
const DEFAULT_STARTUP_BUDGET = Duration.minutes(10);
const DEFAULT_FAILURE_BUDGET = Duration.minutes(1);

/** Readiness is taken away after this many failures, and comes back with one success. */
const READINESS_FAILURES = 3;

/**
 * How Kubernetes checks whether a container works.
 *
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/
 */
export abstract class HealthCheck {
  /** Ask over HTTP. */
  public static http(options: HttpHealthCheckOptions = {}): HealthCheck {
    const read = readProps(HTTP, options);
    const { path = '/', https } = read.usable;
    return new PortCheck(read, port => ({
      httpGet: { path, port: port.name, scheme: https ? 'HTTPS' : undefined },
    }));
  }

  /** Open a TCP connection. */
  public static tcp(options: TcpHealthCheckOptions = {}): HealthCheck {
    return new PortCheck(readProps(TCP, options), port => ({ tcpSocket: { port: port.name } }));
  }

  /** Ask with the gRPC health checking protocol. */
  public static grpc(options: GrpcHealthCheckOptions = {}): HealthCheck {
    const read = readProps(GRPC, options);
    return new PortCheck(read, port => ({
      grpc: { port: port.port, service: read.usable.service || undefined },
    }));
  }

  /** Run a command in the container; exit code 0 is a success. */
  public static exec(command: string[], options: HealthCheckOptions = {}): HealthCheck {
    return new ExecCheck(readProps(EXEC, options), command);
  }

  /**
   * @param options how often the check runs, and for how long it may fail
   */
  protected constructor(private readonly options: HealthCheckOptions) {
  }

  /** The startup probe. */
  public toStartupProbe(ports: NamedPort[]): object {
    return this.probe(ports, this.failures(this.options.startupBudget ?? DEFAULT_STARTUP_BUDGET));
  }

  /** The readiness probe. */
  public toReadinessProbe(ports: NamedPort[]): object {
    return this.probe(ports, READINESS_FAILURES);
  }

  /** The liveness probe. */
  public toLivenessProbe(ports: NamedPort[]): object {
    return this.probe(ports, this.failures(this.options.failureBudget ?? DEFAULT_FAILURE_BUDGET));
  }

  /** Why the check cannot be made with these ports; an empty list means that it can. */
  public abstract problems(ports: NamedPort[]): string[];

  /** What the probe does: one of `httpGet`, `tcpSocket`, `grpc` and `exec`. */
  protected abstract handler(ports: NamedPort[]): object;

  private probe(ports: NamedPort[], failureThreshold: number): Probe {
    const { interval = DEFAULT_INTERVAL, timeout = DEFAULT_TIMEOUT } = this.options;
    const { exec, grpc, httpGet, tcpSocket } = this.handler(ports) as Probe;
    return {
      exec,
      grpc,
      httpGet,
      tcpSocket,
      periodSeconds: wholeSeconds(interval),
      timeoutSeconds: wholeSeconds(timeout),
      failureThreshold,
    };
  }

  private failures(budget: Duration): number {
    const { interval = DEFAULT_INTERVAL } = this.options;
    return Math.max(1, Math.ceil(budget.toMilliseconds() / 1000 / wholeSeconds(interval)));
  }
}

class PortCheck extends HealthCheck {
  private readonly portName?: string;

  constructor(private readonly read: ReadProps<TcpHealthCheckOptions>, private readonly toHandler: (port: NamedPort) => Probe) {
    super(read.usable);
    this.portName = read.usable.port;
  }

  public problems(ports: NamedPort[]): string[] {
    const problems = everyProblem(this.read);
    if (problems.length > 0) { return problems.map(inHealthCheck); }
    if (this.find(ports)) { return []; }
    const names = ports.map(port => `'${port.name}'`).join(', ');
    return this.portName === undefined
      ? ["a health check asks a port and the app has none; write 'ports: [{ name: \"http\", port: 8080 }]' or use HealthCheck.exec"]
      : [`a health check asks port '${this.portName}', which the app does not have; ${names ? `write one of ${names}` : 'add it to \'ports\''}`];
  }

  protected handler(ports: NamedPort[]) {
    const port = this.find(ports);
    return port ? this.toHandler(port) : {};
  }

  private find(ports: NamedPort[]): NamedPort | undefined {
    return this.portName === undefined ? ports[0] : ports.find(port => port.name === this.portName);
  }
}

class ExecCheck extends HealthCheck {
  constructor(private readonly read: ReadProps<HealthCheckOptions>, private readonly command: string[]) {
    super(read.usable);
  }

  public problems(): string[] {
    const problems = noProblems();
    COMMAND.check(this.command, 'command', problems);
    const wrong = [...everyProblem(this.read), ...problems.wrong];
    if (wrong.length > 0) { return wrong.map(inHealthCheck); }
    return this.command.length > 0 ? [] : ["a health check has an empty command; write HealthCheck.exec(['redis-cli', 'ping'])"];
  }

  protected handler() {
    return { exec: { command: this.command } };
  }
}

function inHealthCheck(problem: string): string {
  return `a health check: ${problem}`;
}

function wholeSeconds(duration: Duration): number {
  return Math.max(1, Math.ceil(duration.toMilliseconds() / 1000));
}
