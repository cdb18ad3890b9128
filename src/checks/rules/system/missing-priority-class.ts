import { absences } from './absence';
import { WEB, objectYaml, podYaml, together } from './examples';
import { Check } from '../../engine/check';

export const missingPriorityClass: Check = {
  id: 'missing-priority-class',
  why: 'the server refuses every pod whose PriorityClass does not exist; the workload stays at zero pods',
  severity: 'info',
  run: (_, context) => absences(context, context.references.ofKind('PriorityClass')),
  bad: podYaml('priorityClassName: important', WEB),
  good: together(podYaml('priorityClassName: important', WEB), objectYaml('scheduling.k8s.io/v1', 'PriorityClass', 'important', 'value: 1000')),
};
