import { objectYaml } from './examples';
import { recordOf } from '../../../kubernetes/manifest';
import { restorerOf } from '../../../manifest/deployers';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (rest: string) => objectYaml('batch/v1', 'Job', 'migrate',
  `spec: {${rest}template: {spec: {restartPolicy: Never, containers: [{name: migrate, image: "registry.example.com/shop:1.4.2"}]}}}`)
  .replace('{name: migrate}\n', '{name: migrate, labels: {kustomize.toolkit.fluxcd.io/name: shop}}\n');

export const jobMadeAgain: Check = {
  id: 'job-made-again',
  why: 'ttlSecondsAfterFinished deletes a Job that has ended. A deployer that compares the cluster with git finds it missing, and makes and runs it again, over and over',
  severity: 'warning',
  run: function* (inventory) {
    for (const job of inventory.ofKind('Job')) {
      const { ttlSecondsAfterFinished: seconds } = recordOf(job.spec);
      const restorer = typeof seconds === 'number' ? restorerOf(job) : undefined;
      // A live one is no manifest.
      if (restorer === undefined || recordOf(job.metadata).uid !== undefined) { continue; }
      yield {
        object: job,
        path: '/spec/ttlSecondsAfterFinished',
        message: `${titleOf(job)} is deleted ${seconds} seconds after it has ended, and ${restorer} makes it anew`,
        fix: 'remove ttlSecondsAfterFinished, or in Argo CD make it a hook (argocd.argoproj.io/hook)',
      };
    }
  },
  bad: example('ttlSecondsAfterFinished: 60, '),
  good: example(''),
};
