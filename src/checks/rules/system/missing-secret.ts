import { absences } from './absence';
import { objectYaml, podYaml, together } from './examples';
import { Reference } from '../../../manifest/references/reference';
import { Check } from '../../engine/check';

const WITH_PASSWORD = 'containers: [{name: db, image: mysql:8.0.40, env: [{name: MYSQL_ROOT_PASSWORD, valueFrom: {secretKeyRef: {name: login, key: password}}}]}]';

export const missingSecret: Check = {
  id: 'missing-secret',
  why: 'a pod whose Secret does not exist is created and never starts. A Secret that may exist in the cluster already is a warning; '
    + 'one that a program of the system may create itself is only worth knowing; if the environment is declared complete, it is an error',
  severity: 'warning',
  run: (_, context) => absences(context, context.references.ofKind('Secret')
    .filter(reference => reference.relation !== 'pulls with' && !isIssued(reference))),
  bad: podYaml(WITH_PASSWORD),
  good: together(podYaml(WITH_PASSWORD), objectYaml('v1', 'Secret', 'login', 'stringData: {password: change-me}')),
};

/** An Ingress with such an annotation gets its certificate from an issuer, which creates the Secret. */
function isIssued({ from }: Reference): boolean {
  return from.kind === 'Ingress'
    && Object.keys(from.metadata?.annotations ?? {}).some(key => /^cert-manager\.io\/|tls-acme$/.test(key));
}
