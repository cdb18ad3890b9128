import { objectYaml, podYaml, together } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { oncePerKey } from '../../../kubernetes/once';
import { append } from '../../../manifest/group-by';
import { titleOf } from '../../../manifest/inventory';
import { Pods } from '../../../manifest/references/pods';
import { Check } from '../../engine/check';

const pod = (name: string, port: number) => podYaml(`containers: [{name: main, image: "example.com/${name}:1.0.0", ports: [{containerPort: ${port}}]}]`)
  .replace('{name: web, labels: {app: web}}', `{name: ${name}, labels: {app: shop, part: ${name}}}`);
const example = (selector: string) => together(
  objectYaml('v1', 'Service', 'web', `spec: {selector: {${selector}}, ports: [{port: 80, targetPort: 8080}]}`), pod('web', 8080), pod('db', 5432));

export const serviceMixesWorkloads: Check = {
  id: 'service-mixes-workloads',
  why: 'a Service sends to all pods that have its labels. Where some of them are of another program, a part of all connections is refused, now and then and for no visible reason',
  severity: 'warning',
  run: function* (_, { references }) {
    // Services with one selector have one list of pods.
    const portsIn = oncePerKey((all: readonly Pods[]) => oncePerKey((protocol: unknown) => new Listeners(all, protocol)));
    for (const selection of references.selectionsFor('routes to')) {
      const all = references.pods.select(selection.selector, selection.namespaces[0]);
      if (all.length < 2) { continue; }
      for (const value of listOf(recordOf(selection.from.spec).ports)) {
        const { port, targetPort = port, protocol = 'TCP' } = recordOf(value);
        const listeners = portsIn(all)(protocol);
        const serving = listeners.at(targetPort)[0];
        const other = serving && listeners.otherThan(targetPort);
        if (!other) { continue; }
        yield {
          object: selection.from,
          path: '/spec/selector',
          message: `${titleOf(selection.from)} is for port ${targetPort} of ${titleOf(serving.workload)}, and also sends to ${titleOf(other.workload)}, which ${describe(other, protocol)}`,
          fix: `add a label to the selector that only the pods of ${titleOf(serving.workload)} have, and to these pods`,
        };
        break;
      }
    }
  },
  bad: example('app: shop'),
  good: example('app: shop, part: web'),
};

/** Nobody connects to pods that do a piece of work and end. */
const ENDS: ReadonlySet<string> = new Set(['Job', 'CronJob']);

/** Which of some pods listen where. */
class Listeners {
  private readonly byPort = new Map<unknown, Pods[]>();

  /** Those that listen elsewhere, or end: nobody should be sent to them by accident. */
  private readonly notable: Pods[];

  /** The first that does not listen at the port. */
  public readonly otherThan = oncePerKey((port: unknown) => {
    const serving = new Set(this.at(port));
    return this.notable.find(pods => !serving.has(pods));
  });

  public constructor(all: readonly Pods[], protocol: unknown) {
    for (const pods of all) {
      for (const port of new Set(portsOf(pods, protocol))) { append(this.byPort, port, pods); }
    }
    this.notable = all.filter(pods => ENDS.has(pods.workload.kind) || portsOf(pods, protocol).length > 0);
  }

  public at(port: unknown): readonly Pods[] {
    return typeof port === 'number' ? this.byPort.get(port) ?? [] : [];
  }
}

function describe(pods: Pods, protocol: unknown): string {
  const ports = portsOf(pods, protocol);
  return ports.length > 0 ? `has ${ports.slice(0, 3).map(textOf).join(', ')}` : 'has no ports';
}

function portsOf({ template: { spec } }: Pods, protocol: unknown): unknown[] {
  return [...listOf(spec.containers), ...listOf(spec.initContainers)].flatMap(container => listOf(recordOf(container).ports).map(recordOf)
    .filter(port => (port.protocol ?? 'TCP') === protocol).map(({ containerPort }) => containerPort));
}
