import { absences } from './absence';
import { Manifest, recordOf } from '../../../kubernetes/manifest';
import { Check } from '../../engine/check';

const ingress = `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec:
  defaultBackend: {service: {name: web, port: {number: 80}}}
`;

export const missingService: Check = {
  id: 'missing-service',
  why: 'an Ingress, a webhook or an aggregated API whose Service does not exist answers every request with an error; '
    + 'a webhook can stop the whole cluster from taking changes',
  severity: 'warning',
  run: (_, context) => absences(context, context.references.ofKind('Service')
    .filter(({ relation, from, name }) => relation === 'routes to' && !isAction(from, name) || relation === 'calls')),
  bad: ingress,
  good: `${ingress}---
apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  type: ExternalName
  externalName: web.example.com
`,
};

/** The AWS Load Balancer Controller reads the backend of such a name in an annotation of the Ingress: a redirect, or an answer of its own. */
function isAction({ metadata }: Manifest, name: string): boolean {
  return recordOf(metadata?.annotations)[`alb.ingress.kubernetes.io/actions.${name}`] !== undefined;
}
