import { isAbsent, mendAbsence, severityOfAbsence } from './absence';
import { Manifest } from '../../../kubernetes/manifest';
import { namespaceOf, titleOf } from '../../../manifest/inventory';
import { Reference } from '../../../manifest/references/reference';
import { Severity } from '../../../reports/finding';
import { Check, CheckContext } from '../../engine/check';

const example = (namespace: string) => `
apiVersion: v1
kind: ServiceAccount
metadata: {name: nfs, namespace: kube-public}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: run-nfs}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
subjects: [{kind: ServiceAccount, name: nfs, namespace: ${namespace}}]
`;

export const bindingSubject: Check = {
  id: 'binding-subject',
  why: 'rights go to the ServiceAccount of exactly this namespace; if it is in another one, its programs are refused everything',
  run: function* (_, context) {
    const byName = new Map(context.references.inventory.ofKind('ServiceAccount').map(account => [account.metadata?.name, account]));
    for (const reference of context.references.ofKind('ServiceAccount')) {
      if (reference.relation !== 'grants to' || context.references.target(reference)) { continue; }
      const { from, namespace, name, path } = reference;
      const elsewhere = byName.get(name);
      const granted = `${titleOf(from)} grants rights to ServiceAccount '${name}' in namespace '${namespace}'`;
      if (!elsewhere) {
        if (!isAbsent(context, reference)) { continue; }
        yield {
          object: from,
          path,
          severity: severityOfAbsence(context, 'ServiceAccount', namespace),
          message: `${granted}, which is neither among the manifests nor declared`,
          ...mendAbsence(reference),
        };
      } else if (!context.cluster.find('ServiceAccount', namespace, name)) {
        yield {
          object: from,
          path: path.replace(/name$/, 'namespace'),
          severity: severityOfMisplaced(elsewhere, reference, context),
          message: `${granted}, but that account is in namespace '${namespaceOf(elsewhere)}'`,
          fix: `write namespace: ${namespaceOf(elsewhere)} for this subject, or put the account into namespace '${namespace}'`,
        };
      }
    }
  },
  bad: example('default'),
  good: example('kube-public'),
};

/**
 * An account without a namespace goes where it is applied: harmless if that is
 * the namespace of the subject, doubtful if other objects are in it.
 */
function severityOfMisplaced(account: Manifest, { namespace }: Reference, { references, cluster }: CheckContext): Severity {
  if (account.metadata?.namespace || cluster.complete) { return 'error'; }
  return references.pods.in(namespace).length > 0 || references.inventory.findIn('Namespace', '', namespace) ? 'warning' : 'info';
}
