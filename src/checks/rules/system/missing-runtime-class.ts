import { absences } from './absence';
import { WEB, objectYaml, podYaml, together } from './examples';
import { Check } from '../../engine/check';

export const missingRuntimeClass: Check = {
  id: 'missing-runtime-class',
  why: 'the server refuses every pod whose RuntimeClass does not exist; the workload stays at zero pods',
  severity: 'info',
  run: (_, context) => absences(context, context.references.ofKind('RuntimeClass')),
  bad: podYaml('runtimeClassName: gvisor', WEB),
  good: together(podYaml('runtimeClassName: gvisor', WEB), objectYaml('node.k8s.io/v1', 'RuntimeClass', 'gvisor', 'handler: runsc')),
};
