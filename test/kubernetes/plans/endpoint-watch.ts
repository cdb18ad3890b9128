import { ChildProcess, spawn } from 'node:child_process';
import { Kubectl } from '../../../scripts/kubernetes/kubectl';
import { waitUntil } from '../../../scripts/kubernetes/wait';

/** Sees every state of a Service's endpoints: also one that lasts for a moment only. */
export class EndpointWatch {
  public static async start(kubectl: Kubectl, namespace: string, service: string): Promise<EndpointWatch> {
    const watch = new EndpointWatch(spawn(kubectl.program, [
      'get', 'endpointslices', '-n', namespace, '-l', `kubernetes.io/service-name=${service}`, '--watch',
      '-o', 'jsonpath={.metadata.name} ready: {.endpoints[*].conditions.ready}{"\\n"}',
    ], { env: kubectl.env }));
    await waitUntil('the endpoints are seen', 30, () => watch.states.length > 0);
    return watch;
  }

  private text = '';

  private constructor(private readonly process: ChildProcess) {
    process.stdout!.on('data', chunk => { this.text += chunk; });
  }

  /** The states in which the Service had no pod that is ready. */
  public get gaps(): string[] {
    return this.states.filter(state => !state.includes('true'));
  }

  public end(): void {
    this.process.kill();
  }

  private get states(): string[] {
    return this.text.split('\n').slice(0, -1);
  }
}
