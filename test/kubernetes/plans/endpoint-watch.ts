import { ChildProcess, spawn } from 'node:child_process';
import { Kubectl } from '../../../scripts/kubernetes/kubectl';
import { waitUntil } from '../../../scripts/kubernetes/wait';

const SECONDS = 60;

/** Sees every state of a Service's endpoints: also one that lasts for a moment only. */
export class EndpointWatch {
  public static async start(kubectl: Kubectl, namespace: string, service: string): Promise<EndpointWatch> {
    const watch = new EndpointWatch(spawn(kubectl.program, [
      'get', 'endpointslices', '-n', namespace, '-l', `kubernetes.io/service-name=${service}`, '--watch',
      '-o', 'jsonpath={.metadata.name} ready: {.endpoints[*].conditions.ready}{"\\n"}',
    ], { env: kubectl.env }));
    // A moment after its pods are ready, they are in its endpoints.
    await waitUntil('the Service has a pod', SECONDS, () => watch.states.some(hasPod));
    return watch;
  }

  private text = '';

  private constructor(private readonly process: ChildProcess) {
    process.stdout!.on('data', chunk => { this.text += chunk; });
  }

  /** The states in which the Service had no pod that is ready, since it first had one. */
  public get gaps(): string[] {
    return this.states.slice(this.states.findIndex(hasPod)).filter(state => !hasPod(state));
  }

  public end(): void {
    this.process.kill();
  }

  private get states(): string[] {
    return this.text.split('\n').slice(0, -1);
  }
}

const hasPod = (state: string) => state.includes('true');
