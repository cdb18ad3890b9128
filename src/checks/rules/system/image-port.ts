import { objectYaml, podYaml, together } from './examples';
import { Manifest, isRecord, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { PlacedHandler, handlersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { officialImage } from '../../../manifest/official-image';
import { Pods } from '../../../manifest/references/pods';
import { usualPorts } from '../../../manifest/usual-ports';
import { Check, SystemProblem } from '../../engine/check';

const example = (port: number) => together(
  objectYaml('v1', 'Service', 'web', `spec: {selector: {app: web}, ports: [{port: 80, targetPort: ${port}}]}`),
  podYaml(`containers: [{name: web, image: nginx:1.27.3, ports: [{containerPort: ${port}}]}]`));

export const imagePort: Check = {
  id: 'image-port',
  why: 'containerPort opens nothing: it says where the program listens. Connections to a port where nobody listens are refused',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const pods of references.pods.all) { yield* probesOf(pods); }
    for (const { from, selector, namespaces } of references.selectionsFor('routes to')) {
      const pods = references.pods.select(selector, namespaces[0]);
      const listening = pods.length === 1 ? portsOf(pods[0]) : undefined;
      if (!listening || recordOf(from.spec).clusterIP === 'None') { continue; }
      for (const { number, path } of targetsOf(from, pods[0])) {
        if (listening.ports.includes(number)) { continue; }
        yield {
          object: from,
          path,
          message: `${titleOf(from)} sends to port ${number}, and the image '${listening.image}' of ${titleOf(pods[0].workload)} listens on ${listening.ports.join(', ')}`,
          fix: `write ${listening.ports.length > 1 ? 'one of these as targetPort' : `targetPort: ${listening.ports[0]}`}, or tell the program to listen on ${number}`,
        };
      }
    }
  },
  bad: example(8080),
  good: example(80),
};

/** Probes of ports where the image does not listen. */
function* probesOf(pods: Pods): Iterable<SystemProblem> {
  const container = recordOf(listOf(pods.template.spec.containers)[0]);
  const asked = officialImage(container.image)?.ports ? handlersOf(container).flatMap(askedPort) : [];
  const listening = asked.length > 0 ? portsOf(pods) : undefined;
  for (const { port, at } of listening ? asked : []) {
    if (listening!.ports.includes(port)) { continue; }
    yield {
      object: pods.workload,
      path: `${pods.template.path}/spec/containers/0${at}/port`,
      message: `The ${at.split('/').at(-2)} of ${titleOf(pods.workload)} asks port ${port}, and its image '${listening!.image}' listens on ${listening!.ports.join(', ')}`,
      fix: `write ${listening!.ports.length > 1 ? 'one of these ports' : `port: ${listening!.ports[0]}`}, or tell the program to listen on ${port}`,
    };
  }
}

/** The number of the port that the kubelet asks, of the pod itself. */
function askedPort({ handler, at }: PlacedHandler): { readonly port: number; readonly at: string }[] {
  const call = ['tcpSocket', 'httpGet', 'grpc'].find(name => isRecord(handler[name]));
  const { port, host } = recordOf(call && handler[call]);
  return typeof port === 'number' && host === undefined ? [{ port, at: `${at}/${call}` }] : [];
}

/** The TCP ports that a Service sends to, by number or by the name of a container's port. */
function targetsOf(service: Manifest, { template }: Pods): { readonly number: number; readonly path: string }[] {
  const ports = listOf(template.spec.containers).flatMap(container => listOf(recordOf(container).ports)).map(recordOf);
  const named = new Map(ports.map(({ name, containerPort }) => [name, containerPort]));
  return listOf(recordOf(service.spec).ports).map(recordOf).flatMap(({ port, targetPort = port, protocol = 'TCP' }, i) => {
    const number = typeof targetPort === 'string' ? named.get(targetPort) : targetPort;
    return typeof number === 'number' && protocol === 'TCP' ? [{ number, path: `/spec/ports/${i}` }] : [];
  });
}

/** Where pods of a single official image listen; undefined if something in them may say otherwise. */
function portsOf({ template: { spec } }: Pods): { readonly image: string; readonly ports: readonly number[] } | undefined {
  const [container, ...others] = listOf(spec.containers).map(recordOf);
  const ports = container && others.length === 0 && listOf(spec.initContainers).length === 0 ? usualPorts(container) : undefined;
  return ports && { image: textOf(container.image), ports };
}
