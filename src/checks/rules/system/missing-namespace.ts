import { severityOfAbsence } from './absence';
import { Manifest } from '../../../kubernetes/manifest';
import { groupBy } from '../../../manifest/group-by';
import { namespaceOf, titleOf } from '../../../manifest/inventory';
import { Check, CheckContext, SystemProblem } from '../../engine/check';

export const missingNamespace: Check = {
  id: 'missing-namespace',
  why: 'the server refuses every object in a namespace that does not exist. Namespaces are mostly created once, apart from the objects in them: '
    + 'worth knowing, and an error if the environment is declared complete',
  severity: 'info',
  run: function* (inventory, context) {
    for (const [namespace, objects] of groupBy(inventory.manifests, namespaceOf)) {
      if (namespace !== '' && !inventory.findIn('Namespace', '', namespace) && !context.cluster.find('Namespace', '', namespace)) {
        yield homeless(namespace, objects, context);
      }
    }
  },
  bad: `
apiVersion: v1
kind: ConfigMap
metadata: {name: settings, namespace: shop}
`,
  good: `
apiVersion: v1
kind: Namespace
metadata: {name: shop}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: settings, namespace: shop}
`,
};

/** One problem for the namespace, at the first object in it. */
function homeless(namespace: string, [first, ...others]: readonly Manifest[], context: CheckContext): SystemProblem {
  const more = others.length > 0 ? ` and ${others.length} more object${others.length === 1 ? '' : 's'}` : '';
  return {
    object: first,
    path: '/metadata/namespace',
    severity: severityOfAbsence(context, 'Namespace', ''),
    message: `${titleOf(first)}${more} ${others.length > 0 ? 'are' : 'is'} in namespace '${namespace}', which is neither among the manifests nor declared`,
    fix: `add Namespace '${namespace}' to the manifests, or declare it if it exists already`,
    declaration: { objects: [{ kind: 'Namespace', name: namespace }] },
  };
}
