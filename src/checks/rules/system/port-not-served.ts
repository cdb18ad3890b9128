import { objectYaml, podYaml, together, workloadYaml } from './examples';
import { Manifest, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { oncePerKey } from '../../../kubernetes/once';
import { containersOf } from '../../../kubernetes/workload';
import { CalledHost, hostsInScript, hostsInVariable, ownNames, usesClusterDns } from '../../../manifest/called-hosts';
import { Inventory, titleOf } from '../../../manifest/inventory';
import { Pods } from '../../../manifest/references/pods';
import { Check, SystemProblem } from '../../engine/check';

const example = (port: number) => together(
  podYaml('containers: [{name: api, image: "registry.example.com/api:1.4.2", ports: [{containerPort: 8080}]}]'),
  objectYaml('v1', 'Service', 'api', 'spec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}'),
  workloadYaml('Deployment', 'shop', [`containers: [{name: shop, image: "registry.example.com/shop:1.4.2", env: [{name: API_URL, value: "http://api:${port}/v1"}]}]`]));

export const portNotServed: Check = {
  id: 'port-not-served',
  why: 'a Service with an address of its own answers at its ports alone. The ports of its pods are behind it: who calls the Service at one of them waits in vain, or is refused',
  severity: 'warning',
  run: function* (inventory, { references }) {
    if (inventory.ofKind('Service').length === 0) { return; }
    const servedBy = oncePerKey(servedPorts);
    for (const pods of references.pods.all) {
      if (usesClusterDns(pods.template.spec)) { yield* problemsOf(pods, inventory, servedBy); }
    }
  },
  bad: example(8080),
  good: example(80),
};

function* problemsOf(pods: Pods, inventory: Inventory, servedBy: typeof servedPorts): Iterable<SystemProblem> {
  const own = ownNames(pods.template.spec);
  for (const { container, path } of containersOf(pods.template)) {
    for (const { hosts, at } of callsOf(container)) {
      for (const { host, port } of hosts) {
        const service = port === undefined || own.has(host) ? undefined : inventory.findIn('Service', pods.namespace, host);
        const served = service && servedBy(service);
        if (!served || served.has(port!)) { continue; }
        const some = [...served].slice(0, 5);
        yield {
          object: pods.workload,
          path: path + at,
          message: `${titleOf(pods.workload)} calls port ${port} of ${titleOf(service)}, which has only ${some.join(', ')}`,
          fix: `write ${host}:${portBehind(service, port!) ?? some.join(` or ${host}:`)}`,
        };
        break;
      }
    }
  }
}

interface Calls {
  readonly hosts: readonly CalledHost[];
  readonly at: string;
}

function callsOf({ env, command, args }: Record<string, any>): Calls[] {
  const found = listOf(env).map(recordOf).map(({ name, value }, i) => ({ hosts: hostsInVariable(textOf(name), value), at: `/env/${i}/value` }));
  const words = (field: string, list: unknown) => listOf(list).map((word, i) => ({ hosts: hostsInScript(textOf(word)), at: `/${field}/${i}` }));
  return [...found, ...words('command', command), ...words('args', args)].filter(({ hosts }) => hosts.length > 0);
}

/** The ports of a Service with an address of its own; undefined for others, which lead to whatever their pods listen on. */
function servedPorts({ spec }: Manifest): ReadonlySet<number> | undefined {
  const { clusterIP, type, ports } = recordOf(spec);
  const served = listOf(ports).map(port => recordOf(port).port).filter(port => typeof port === 'number');
  return clusterIP === 'None' || type === 'ExternalName' || served.length === 0 ? undefined : new Set(served);
}

/** The port that leads to the one that was called. */
function portBehind({ spec }: Manifest, called: number): number | undefined {
  return listOf(recordOf(spec).ports).map(recordOf).find(({ targetPort, nodePort }) => targetPort === called || nodePort === called)?.port;
}
