import { objectYaml, podYaml, together } from './examples';
import { Manifest, listOf, recordOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { HostIndex } from '../../../manifest/references/host-index';
import { Pods } from '../../../manifest/references/pods';
import { Check, CheckContext } from '../../engine/check';

const example = (dnsPolicy: string) => together(
  objectYaml('v1', 'Service', 'db', 'spec: {selector: {app: db}, ports: [{port: 6379}]}'),
  objectYaml('v1', 'Pod', 'db, labels: {app: db}', 'spec: {containers: [{name: db, image: redis:7.4.1}]}'),
  podYaml('hostNetwork: true', `dnsPolicy: ${dnsPolicy}`, 'containers: [{name: web, image: httpd:2.4.62, env: [{name: DB_HOST, value: db.default.svc.cluster.local}]}]'));

export const nodeDns: Check = {
  id: 'node-dns',
  why: 'a pod on the network of its node has the DNS of the node, also with dnsPolicy ClusterFirst, which is the default: names of Services are not found there. '
    + 'ClusterFirstWithHostNet is for such pods; dnsPolicy Default is the DNS of the node for any pod',
  severity: 'warning',
  run: function* (inventory, context) {
    const asking = context.references.pods.all.filter(asksNode);
    if (asking.length === 0) { return; }
    const called = calledBy(asking, inventory.ofKind('Service'), context);
    for (const { workload, template: { spec, path } } of asking) {
      const [service] = [...called.get(workload) ?? []].sort();
      if (service === undefined) { continue; }
      const onNode = spec.hostNetwork === true;
      yield {
        object: workload,
        path: `${path}/spec/dnsPolicy`,
        message: `${titleOf(workload)} calls ${service} by its name, and its pods ask the DNS of their node${onNode ? ', as hostNetwork is true' : ''}`,
        fix: onNode ? 'write dnsPolicy: ClusterFirstWithHostNet' : 'remove dnsPolicy, or write ClusterFirst',
      };
    }
  },
  bad: example('ClusterFirst'),
  good: example('ClusterFirstWithHostNet'),
};

function asksNode({ template: { spec } }: Pods): boolean {
  const { hostNetwork, dnsPolicy = 'ClusterFirst', dnsConfig, hostAliases } = spec;
  const isOfNode = dnsPolicy === 'Default' || (dnsPolicy === 'ClusterFirst' && hostNetwork === true);
  return isOfNode && listOf(recordOf(dnsConfig).nameservers).length === 0 && listOf(hostAliases).length === 0;
}

/** The Services that pods call. One that names its own Service may only say how it is called, as in a certificate. */
function calledBy(asking: readonly Pods[], services: readonly Manifest[], { references }: CheckContext): Map<Manifest, Set<string>> {
  const hosts = new HostIndex(asking.map(({ workload }) => workload));
  const called = new Map<Manifest, Set<string>>();
  for (const service of services) {
    const callers = hosts.callersOf(service);
    if (callers.length === 0) { continue; }
    const own = new Set(references.selectionsOf(service).flatMap(selection => [...references.selected(selection)]).map(({ workload }) => workload));
    for (const caller of callers.filter(workload => !own.has(workload))) {
      called.set(caller, (called.get(caller) ?? new Set()).add(titleOf(service)));
    }
  }
  return called;
}
