import { objectYaml, podYaml, together } from './examples';
import { imageName } from '../../../kubernetes/image';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { once } from '../../../kubernetes/once';
import { containersOf } from '../../../kubernetes/workload';
import { filesInContainer } from '../../../manifest/files-in-container';
import { Inventory, titleOf } from '../../../manifest/inventory';
import { Pods } from '../../../manifest/references/pods';
import { Check } from '../../engine/check';

/** Variables in which a program is told the addresses that it tells its clients. */
const ADVERTISED = /^KAFKA_(CFG_)?ADVERTISED_(LISTENERS|HOST_NAME)$/;
const LOOPBACK = /^(?:[A-Z_]+:\/\/)?(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/i;

const LINE = /^[ \t]*advertised\.listeners[ \t]*=[ \t]*(\S+)[ \t]*$/m;
const FIX = 'write the name by which other pods reach it: that of the pod with its headless Service, or that of the Service';

/** True for a container that names what it tells its clients beside its files, too. */
function saysMore({ env, command, args }: Record<string, any>): boolean {
  return [...listOf(command), ...listOf(args), ...listOf(env).map(variable => recordOf(variable).name)].some(text => /advertised[._]listeners/i.test(textOf(text)));
}

/** A file of the container's that says the same. */
function inFile(container: Record<string, any>, pods: Pods, inventory: Inventory): { readonly mount: number; readonly message: string } | undefined {
  for (const { at, text = '', mount } of filesInContainer(container, pods, inventory)) {
    const [, addresses = ''] = at.endsWith('.properties') ? LINE.exec(text) ?? [] : [];
    if (addresses === '' || !addresses.split(',').every(listener => LOOPBACK.test(listener.trim()))) { continue; }
    return { mount, message: `tells its clients by ${at} the address ${addresses}, which in each of their pods is the pod itself` };
  }
  return undefined;
}

const example = (host: string) => together(
  podYaml(`containers: [{name: kafka, image: apache/kafka:3.9.0, ports: [{containerPort: 9092}], env: [{name: KAFKA_ADVERTISED_LISTENERS, value: "PLAINTEXT://${host}:9092"}]}]`),
  objectYaml('v1', 'Service', 'broker', 'spec: {selector: {app: web}, ports: [{port: 9092}]}'));

export const advertisesLoopback: Check = {
  id: 'advertises-loopback',
  why: 'a client of Kafka is told by the first broker that it reaches where all brokers are. With localhost it looks for them in its own pod, and finds none',
  severity: 'warning',
  run: function* (inventory, { references }) {
    const routed = once(() => new Set<Pods>(references.selectionsFor('routes to').flatMap(({ selector, namespaces }) => references.pods.select(selector, namespaces[0]))));
    for (const pods of references.pods.all) {
      for (const { container, path } of containersOf(pods.template)) {
        for (const [i, { name, value }] of listOf(container.env).map(recordOf).entries()) {
          if (!ADVERTISED.test(textOf(name)) || typeof value !== 'string') { continue; }
          // Another listener may be for the other pods.
          if (!value.split(',').every(listener => LOOPBACK.test(listener.trim())) || !routed().has(pods)) { continue; }
          yield {
            object: pods.workload,
            path: `${path}/env/${i}/value`,
            message: `${titleOf(pods.workload)} tells its clients the address ${value}, which in each of their pods is the pod itself`,
            fix: FIX,
          };
        }
        const file = /kafka(-native)?$/.test(imageName(container.image)) && !saysMore(container) ? inFile(container, pods, inventory) : undefined;
        if (file && routed().has(pods)) { yield { object: pods.workload, path: `${path}/volumeMounts/${file.mount}`, message: `${titleOf(pods.workload)} ${file.message}`, fix: FIX }; }
      }
    }
  },
  bad: example('localhost'),
  good: example('broker'),
};
