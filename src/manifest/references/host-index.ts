import { Manifest, listOf, recordOf, textOf } from '../../kubernetes/manifest';
import { containersOf, podTemplateOf } from '../../kubernetes/workload';
import { HOST_VARIABLE } from '../called-hosts';
import { namespaceOf } from '../inventory';

/** Names with a namespace, or a pod's with its Service: `db.data`, `db-0.db.data.svc.cluster.local`. */
const HOST = /[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+/g;

/** One word is a host where an address says so, `redis://cache:6379`; otherwise it may be any word. */
const ADDRESS = /(?:\/\/|@)([a-z0-9-]+)(?=[:/?,]|$)|(?:^|[\s,=(])([a-z0-9-]+)(?=:\d{2,5}(?:\D|$))/g;

/** The Services that containers call by host, in their variables, commands and arguments. */
export class HostIndex {
  private readonly callers = new Map<string, Set<Manifest>>();

  constructor(manifests: readonly Manifest[]) {
    for (const workload of manifests) {
      const template = podTemplateOf(workload);
      for (const { container } of template ? containersOf(template) : []) { this.addContainer(workload, container); }
    }
  }

  /** The workloads that name a Service. */
  public callersOf(service: Manifest): Manifest[] {
    return [...this.callers.get(`${namespaceOf(service)}/${service.metadata?.name}`) ?? []];
  }

  private addContainer(workload: Manifest, container: Record<string, any>) {
    for (const variable of listOf(container.env)) {
      const { name, value } = recordOf(variable);
      if (typeof value !== 'string') { continue; }
      this.addText(workload, value);
      if (HOST_VARIABLE.test(textOf(name))) { value.split(/[\s,;]+/).forEach(word => this.add(workload, namespaceOf(workload), word)); }
    }
    for (const word of [...listOf(container.command), ...listOf(container.args)]) { this.addText(workload, textOf(word)); }
  }

  private addText(workload: Manifest, text: string) {
    const own = namespaceOf(workload);
    for (const [host] of text.matchAll(HOST)) {
      const labels = host.split('.');
      const isLong = labels.length > 2;
      const end = labels.indexOf('svc');
      if (end > 1) { this.add(workload, labels[end - 1], labels[end - 2]); } else if (isLong) { this.add(workload, labels[2], labels[1]); }
      if (labels.length === 2) {
        this.add(workload, labels[1], labels[0]);
        this.add(workload, own, labels[1]);
      }
    }
    for (const [, afterScheme, beforePort] of text.matchAll(ADDRESS)) { this.add(workload, own, afterScheme ?? beforePort); }
  }

  private add(workload: Manifest, namespace: string, service: string) {
    const key = `${namespace}/${service}`;
    const known = this.callers.get(key);
    if (known) { known.add(workload); } else { this.callers.set(key, new Set([workload])); }
  }
}
