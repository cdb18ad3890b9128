import { absences } from './absence';
import { objectYaml, podYaml, together } from './examples';
import { Check } from '../../engine/check';

const WITH_SETTINGS = 'containers: [{name: web, image: httpd:2.4.62, envFrom: [{configMapRef: {name: settings}}]}]';

export const missingConfigMap: Check = {
  id: 'missing-config-map',
  why: 'a pod whose ConfigMap does not exist is created and never starts: its volumes cannot be mounted or its environment cannot be set. '
    + 'A ConfigMap that may exist in the cluster already is a warning, unless the environment is declared complete',
  severity: 'warning',
  run: (_, context) => absences(context, context.references.ofKind('ConfigMap')),
  bad: podYaml(WITH_SETTINGS),
  good: together(podYaml(WITH_SETTINGS), objectYaml('v1', 'ConfigMap', 'settings', 'data: {MODE: standalone}')),
};
