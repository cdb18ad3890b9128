import { isAbsent, mendAbsence, severityOfAbsence } from './absence';
import { severityOfNoNames } from './asked-by-name';
import { WEB, setYaml, workloadYaml } from './examples';
import { Manifest, recordOf } from '../../../kubernetes/manifest';
import { once } from '../../../kubernetes/once';
import { titleOf } from '../../../manifest/inventory';
import { Check, CheckContext } from '../../engine/check';

export const governingService: Check = {
  id: 'governing-service',
  why: 'pods of a StatefulSet get DNS names only through the Service that serviceName names; the server accepts a set without one',
  severity: 'warning',
  run: function* (inventory, context) {
    for (const set of inventory.ofKind('StatefulSet')) {
      const name = recordOf(set.spec).serviceName;
      if (name === undefined || name === null || name === '') {
        yield {
          object: set,
          path: '/spec/serviceName',
          severity: severityOfNoNames(set, inventory),
          message: `${titleOf(set)} names no Service, so its pods get no DNS names`,
          fix: 'add a Service with clusterIP: None that selects the pods, and write its name in spec.serviceName',
        };
      }
    }
    const headless = once(() => headlessServices(context));
    for (const reference of context.references.ofKind('Service')) {
      if (reference.relation !== 'governed by' || !isAbsent(context, reference)) { continue; }
      const meant = headless().get(reference.from);
      yield {
        object: reference.from,
        path: reference.path,
        severity: context.cluster.complete || meant ? severityOfAbsence(context, 'Service', reference.namespace) : severityOfNoNames(reference.from, inventory),
        message: `${titleOf(reference.from)} names Service '${reference.name}', which is neither among the manifests nor declared; `
          + 'without it the pods get no DNS names',
        ...mendAbsence(reference),
        fix: meant ? `write serviceName: ${meant.metadata?.name}; ${titleOf(meant)} is headless and selects these pods`
          : `${mendAbsence(reference).fix}; it needs clusterIP: None and the selector of the pods`,
      };
    }
  },
  bad: workloadYaml('StatefulSet', 'web', [WEB], 'replicas: 3'),
  good: setYaml('web', [WEB], 'replicas: 3'),
};

/** A headless Service for each workload whose pods it selects. */
function headlessServices({ references }: CheckContext): Map<Manifest, Manifest> {
  const byWorkload = new Map<Manifest, Manifest>();
  const asked = new Set<string>();
  for (const selection of references.selectionsFor('routes to')) {
    const selector = `${selection.namespaces[0]} ${JSON.stringify(selection.selector)}`;
    if (recordOf(selection.from.spec).clusterIP !== 'None' || asked.has(selector)) { continue; }
    asked.add(selector);
    if (typeof selection.from.metadata?.name !== 'string') { continue; }
    for (const { workload } of references.selected(selection)) { byWorkload.set(workload, selection.from); }
  }
  return byWorkload;
}
