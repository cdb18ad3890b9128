import { absences } from './absence';
import { WEB, objectYaml, podYaml, together } from './examples';
import { Check } from '../../engine/check';

export const missingServiceAccount: Check = {
  id: 'missing-service-account',
  why: 'the server refuses every pod whose ServiceAccount does not exist; the workload stays at zero pods',
  severity: 'warning',
  run: (_, context) => absences(context, context.references.ofKind('ServiceAccount').filter(({ relation }) => relation === 'runs as')),
  bad: podYaml('serviceAccountName: web', WEB),
  good: together(podYaml('serviceAccountName: web', WEB), objectYaml('v1', 'ServiceAccount', 'web')),
};
