import { workloadYaml } from './examples';
import { Manifest, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { claimTemplatesOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

/** Labels whose values change with each release, as charts write them. */
const OF_RELEASE = ['app.kubernetes.io/version', 'helm.sh/chart'];

const example = (key: string) => workloadYaml('Deployment', 'web', ['containers: [{name: web, image: httpd:2.4.62}]'])
  .replaceAll('{app: web}', `{${key}: web-1.2.3}`);

export const versionInSelector: Check = {
  id: 'version-in-selector',
  why: 'selectors of workloads, and labels of claim templates, can never be changed. With the version among them the server refuses the update to the next version',
  severity: 'warning',
  run: function* (inventory) {
    for (const kind of ['Deployment', 'StatefulSet', 'DaemonSet']) {
      for (const workload of inventory.ofKind(kind)) {
        yield* ofSelector(workload);
        yield* ofClaimTemplates(workload);
      }
    }
  },
  bad: example('helm.sh/chart'),
  good: example('app.kubernetes.io/name'),
};

function* ofSelector(workload: Manifest) {
  const labels = recordOf(recordOf(recordOf(workload.spec).selector).matchLabels);
  for (const key of versionsIn(labels, workload)) {
    yield {
      object: workload,
      path: pointer('spec', 'selector', 'matchLabels', key),
      message: `${titleOf(workload)} selects by ${key}: ${textOf(labels[key])}, and the selector cannot follow the next version`,
      fix: 'leave the label out of matchLabels, it may stay on the pods; what exists already must be created anew for it',
    };
  }
}

function* ofClaimTemplates(set: Manifest) {
  const templates = set.kind === 'StatefulSet' ? claimTemplatesOf(set) : [];
  for (const [i, template] of listOf(templates).entries()) {
    const { name, labels } = recordOf(recordOf(template).metadata);
    for (const key of versionsIn(recordOf(labels), set)) {
      yield {
        object: set,
        path: pointer('spec', 'volumeClaimTemplates', String(i), 'metadata', 'labels', key),
        message: `The claim template '${textOf(name)}' of ${titleOf(set)} has the label ${key}: ${textOf(recordOf(labels)[key])}, and cannot follow the next version`,
        fix: 'leave the label out of the claim template; in a set that exists already, keep it as it is',
      };
    }
  }
}

/** A workload for each version has the version in its name: its selector never changes. */
function versionsIn(labels: Readonly<Record<string, unknown>>, { metadata }: Manifest): string[] {
  const name = textOf(metadata?.name);
  return OF_RELEASE.filter(key => {
    const value = textOf(labels[key]);
    return /\d/.test(value) && !name.includes(value) && !name.includes(value.replace(/[._]/g, '-'));
  });
}
