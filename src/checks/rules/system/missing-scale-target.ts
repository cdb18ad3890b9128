import { absences } from './absence';
import { WEB_WITH_CPU, autoscalerYaml, together, workloadYaml } from './examples';
import { Check } from '../../engine/check';

export const missingScaleTarget: Check = {
  id: 'missing-scale-target',
  why: 'a HorizontalPodAutoscaler whose target does not exist scales nothing',
  severity: 'warning',
  run: (_, context) => absences(context, context.references.all.filter(({ relation }) => relation === 'scales')),
  bad: autoscalerYaml(),
  good: together(autoscalerYaml(), workloadYaml('Deployment', 'web', [WEB_WITH_CPU])),
};
