import { podYaml } from './examples';
import { isRecord, textOf } from '../../../kubernetes/manifest';
import { PlacedHandler, containersOf, handlersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const HANDLERS = ['httpGet', 'tcpSocket'];
const ITSELF = /^(?:localhost|127(?:\.\d+){3}|\[?::1\]?|0\.0\.0\.0)$/i;

const example = (host: string) => podYaml(`containers: [{name: web, image: httpd:2.4.62, readinessProbe: {httpGet: {${host}path: /, port: 80}}}]`);

export const probeOfNode: Check = {
  id: 'probe-of-node',
  why: 'the kubelet calls the host of a probe or hook from the node, where localhost is the node itself and not the Pod: nobody answers, or the wrong program does',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      if (template.spec.hostNetwork === true) { continue; }
      for (const { container, path } of containersOf(template)) {
        for (const { handler, at } of callsOf(container)) {
          const { host } = handler;
          if (typeof host !== 'string' || !ITSELF.test(host)) { continue; }
          yield {
            object: workload,
            path: `${path}${at}/host`,
            message: `Container '${textOf(container.name)}' of ${titleOf(workload)} has the host '${host}' in its ${at.split('/').at(-2)}, which is the node and not the Pod`,
            fix: 'remove host: without it the kubelet asks the Pod',
          };
        }
      }
    }
  },
  bad: example('host: localhost, '),
  good: example(''),
};

function callsOf(container: Readonly<Record<string, any>>): Pick<PlacedHandler, 'handler' | 'at'>[] {
  return handlersOf(container).flatMap(({ handler, at }) => HANDLERS.filter(name => isRecord(handler[name]))
    .map(name => ({ handler: handler[name], at: `${at}/${name}` })));
}
