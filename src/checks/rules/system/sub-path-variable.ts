import { podYaml } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { variableReferences } from '../../../kubernetes/variable-references';
import { containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (field: string) => podYaml(
  `containers: [{name: web, image: httpd:2.4.62, volumeMounts: [{name: logs, mountPath: /logs, ${field}: $(POD_NAME)}], env: [{name: POD_NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]}]`,
  'volumes: [{name: logs, emptyDir: {}}]');

export const subPathVariable: Check = {
  id: 'sub-path-variable',
  why: 'variables count in subPathExpr alone: in subPath the directory really has the name $(POD_NAME), and all pods share it. '
    + 'A variable that the container does not have keeps it from starting',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      for (const { container, path } of containersOf(template)) {
        const known = new Set(listOf(container.env).map(variable => recordOf(variable).name));
        for (const [i, value] of listOf(container.volumeMounts).entries()) {
          const { subPath, subPathExpr } = recordOf(value);
          const [literal] = typeof subPath === 'string' ? variableReferences(subPath) : [];
          if (literal !== undefined) {
            yield {
              object: workload,
              path: `${path}/volumeMounts/${i}/subPath`,
              message: `Container '${textOf(container.name)}' of ${titleOf(workload)} mounts the directory '${subPath}': nothing takes the place of $(${literal}) in a subPath`,
              fix: `write subPathExpr: ${subPath}, with the variable ${literal} in env`,
            };
          }
          const unknown = typeof subPathExpr === 'string' ? variableReferences(subPathExpr).find(name => !known.has(name)) : undefined;
          if (unknown !== undefined && listOf(container.envFrom).length === 0) {
            yield {
              object: workload,
              path: `${path}/volumeMounts/${i}/subPathExpr`,
              severity: 'error',
              message: `Container '${textOf(container.name)}' of ${titleOf(workload)} does not start: its subPathExpr names $(${unknown}), and it has no such variable`,
              fix: `add the variable ${unknown} to env of this container${unknown === 'POD_NAME' ? ', with valueFrom: {fieldRef: {fieldPath: metadata.name}}' : ''}`,
            };
          }
        }
      }
    }
  },
  bad: example('subPath'),
  good: example('subPathExpr'),
};
