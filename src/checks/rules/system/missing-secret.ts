import { absences } from './absence';
import { objectYaml, podYaml, together } from './examples';
import { valueAt } from '../../../kubernetes/pointer';
import { Inventory } from '../../../manifest/inventory';
import { Reference } from '../../../manifest/references/reference';
import { Check, SystemProblem } from '../../engine/check';

const WITH_PASSWORD = 'containers: [{name: db, image: mysql:8.0.40, env: [{name: MYSQL_ROOT_PASSWORD, valueFrom: {secretKeyRef: {name: login, key: password}}}]}]';

export const missingSecret: Check = {
  id: 'missing-secret',
  why: 'a pod whose Secret does not exist is created and never starts. A Secret that may exist in the cluster already is a warning; '
    + 'one that a program of the system may create itself is only worth knowing; if the environment is declared complete, it is an error',
  severity: 'warning',
  run: function* (inventory, context) {
    const references = context.references.ofKind('Secret').filter(reference => reference.relation !== 'pulls with' && !isIssued(reference));
    for (const problem of absences(context, references)) {
      yield comesWithDriver(problem, inventory) && !context.cluster.complete ? { ...problem, severity: 'info' } : problem;
    }
  },
  bad: podYaml(WITH_PASSWORD),
  good: together(podYaml(WITH_PASSWORD), objectYaml('v1', 'Secret', 'login', 'stringData: {password: change-me}')),
};

/** An Ingress with such an annotation gets its certificate from an issuer, which creates the Secret. */
function isIssued({ from }: Reference): boolean {
  return from.kind === 'Ingress'
    && Object.keys(from.metadata?.annotations ?? {}).some(key => /^cert-manager\.io\/|tls-acme$/.test(key));
}

/** The Secrets of a class are those of its driver, and mostly made with it: by its operator, or by whoever installed it. */
function comesWithDriver({ object, path }: SystemProblem, inventory: Inventory): boolean {
  if (object.kind !== 'StorageClass') { return false; }
  const namespace = valueAt(object, path.replace(/-name$/, '-namespace'));
  return !inventory.manifests.some(({ metadata }) => metadata?.namespace === namespace);
}
