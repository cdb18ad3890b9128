import { objectYaml } from './examples';
import { recordOf, textOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

/** Signs that a deployer compares the cluster with git again and again: the key of a label or annotation, and who writes it. */
const DEPLOYERS: Readonly<Record<string, string>> = {
  'kustomize.toolkit.fluxcd.io/name': 'Flux',
  'argocd.argoproj.io/instance': 'Argo CD',
  'argocd.argoproj.io/tracking-id': 'Argo CD',
};

/** With these it is a hook, or is left alone once it was made. */
const EXCEPTIONS: Readonly<Record<string, RegExp>> = {
  'argocd.argoproj.io/hook': /./,
  'helm.sh/hook': /./,
  'kustomize.toolkit.fluxcd.io/reconcile': /^disabled$/i,
  'kustomize.toolkit.fluxcd.io/ssa': /^Ignore$/i,
};

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
      const { labels, annotations, uid } = recordOf(job.metadata);
      const words: Record<string, unknown> = { ...recordOf(labels), ...recordOf(annotations) };
      const deployer = Object.keys(DEPLOYERS).find(key => words[key] !== undefined);
      if (typeof seconds !== 'number' || deployer === undefined || uid !== undefined || Object.keys(EXCEPTIONS).some(key => EXCEPTIONS[key].test(textOf(words[key])))) { continue; }
      yield {
        object: job,
        path: '/spec/ttlSecondsAfterFinished',
        message: `${titleOf(job)} is deleted ${seconds} seconds after it has ended, and ${DEPLOYERS[deployer]} makes it anew`,
        fix: 'remove ttlSecondsAfterFinished, or in Argo CD make it a hook (argocd.argoproj.io/hook)',
      };
    }
  },
  bad: example('ttlSecondsAfterFinished: 60, '),
  good: example(''),
};
