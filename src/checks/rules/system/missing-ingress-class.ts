import { absences } from './absence';
import { Check } from '../../engine/check';

const ingress = `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec:
  ingressClassName: nginx
  defaultBackend: {resource: {apiGroup: example.com, kind: Bucket, name: pages}}
`;

export const missingIngressClass: Check = {
  id: 'missing-ingress-class',
  why: 'no controller serves an Ingress whose class does not exist. Classes mostly come with the cluster: worth knowing, '
    + 'and an error if the environment is declared complete',
  severity: 'info',
  run: (_, context) => absences(context, context.references.ofKind('IngressClass')),
  bad: ingress,
  good: `${ingress}---
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: {name: nginx}
spec: {controller: k8s.io/ingress-nginx}
`,
};
