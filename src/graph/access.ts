import { GraphBuilder } from './graph-builder';
import { idOf, idOfNamed, namespaceGroup } from './ids';
import { listOf, Manifest, recordOf, textOf } from '../kubernetes/manifest';
import { namespaceOf, referenceTo } from '../manifest/inventory';
import { References } from '../manifest/references/references';
import { SecretMakers } from '../manifest/references/secret-makers';

/** Draws Services with the workloads that they reach, and what routes to them from outside. */
export function drawServices(references: References, builder: GraphBuilder): void {
  for (const service of references.inventory.ofKind('Service')) {
    const id = builder.node({
      id: idOf(service), kind: 'Service', name: referenceTo(service).name, lines: serviceLines(service), group: namespaceGroup(namespaceOf(service)), object: service,
    });
    for (const selection of references.selectionsOf(service)) {
      for (const { workload } of references.selected(selection)) { builder.edge({ from: id, to: idOf(workload), label: portsOf(service), about: 'requests' }); }
    }
  }
  for (const reference of references.all.filter(({ relation, kind }) => relation === 'routes to' && kind === 'Service')) {
    const { from, namespace, name, group, port } = reference;
    const source = idOf(from);
    if (!builder.has(source)) {
      const frame = namespaceGroup(namespaceOf(from));
      builder.node({ id: source, kind: from.kind, name: referenceTo(from).name, lines: hostsOf(from), group: frame, object: from });
    }
    const target = builder.node({ id: idOfNamed(group, 'Service', namespace, name), kind: 'Service', name, lines: [], group: namespaceGroup(namespace), missing: true });
    builder.edge({ from: source, to: target, label: port === undefined ? '' : String(port), about: 'requests' });
  }
}

function serviceLines(service: Manifest): string[] {
  const { clusterIP, type = 'ClusterIP', externalName } = recordOf(service.spec);
  return [`${referenceTo(service).name}.${namespaceOf(service)}.svc`, ...typeLines()];

  function typeLines(): string[] {
    if (clusterIP === 'None') { return ['headless: a name for each pod']; }
    switch (type) {
      case 'ClusterIP': return [];
      case 'ExternalName': return [`another name of ${textOf(externalName)}`];
      default: return [`${textOf(type)}: also from outside`];
    }
  }
}

function portsOf(service: Manifest): string {
  return listOf(recordOf(service.spec).ports).map(recordOf)
    .map(({ port, targetPort = port }) => port === targetPort ? String(port) : `${port} → ${targetPort}`).join(', ');
}

function hostsOf(from: Manifest): string[] {
  const { rules, hostnames } = recordOf(from.spec);
  return [...new Set([...listOf(hostnames).map(textOf), ...listOf(rules).map(rule => textOf(recordOf(rule).host))])].filter(Boolean);
}

/** Draws the Secrets and ConfigMaps that pods read, with the Jobs that make such Secrets, and with `rbac` the accounts with their roles. */
export function drawSettings(references: References, rbac: boolean, builder: GraphBuilder): void {
  const kinds = new Set(['ConfigMap', 'Secret', ...rbac ? ['ServiceAccount', 'Role', 'ClusterRole'] : []]);
  for (const reference of references.all) {
    const { from, kind, group, namespace, name, relation } = reference;
    if (!kinds.has(kind) || relation === 'pulls with') { continue; }
    if (!builder.has(idOf(from))) {
      if (!rbac) { continue; }
      builder.node({ id: idOf(from), kind: from.kind, name: referenceTo(from).name, lines: [], ...inGroup(namespaceOf(from)), object: from });
    }
    const target = references.target(reference);
    const jobs = target === undefined && kind === 'Secret' ? SecretMakers.of(references).jobsOf(namespace, name) : [];
    const origin = jobs.length > 0 ? madeBy(jobs) : { lines: [], object: target, missing: target === undefined };
    const id = builder.node({ id: idOfNamed(group, kind, namespace, name), kind, name, ...inGroup(namespace), ...origin });
    builder.edge({ from: idOf(from), to: id, label: relation, about: 'settings' });
    jobs.forEach(job => builder.edge({ from: idOf(job), to: id, label: jobs.length === 1 ? 'makes' : 'may make', about: 'settings' }));
  }
}

/** What a Job makes is no object of the manifests. */
function madeBy(jobs: readonly Manifest[]) {
  const words = jobs.length === 1 ? 'made by' : 'may be made by';
  return { lines: [`${words} Job ${jobs.map(job => referenceTo(job).name).join(' or ')}`], object: jobs[0], derived: true };
}

function inGroup(namespace: string): { readonly group?: string } {
  return namespace === '' ? {} : { group: namespaceGroup(namespace) };
}
