import { commandLine } from './shell';
import { reference } from './step';
import { Manifest, recordOf } from '../../kubernetes/manifest';
import { namespaceOf } from '../../manifest/inventory';
import { PlanStep } from '../../reports/plan';

/** The Helm release that installed an object, as its labels and annotations say. */
function helmReleaseOf(object: Manifest): string | undefined {
  const { labels, annotations } = recordOf(object.metadata);
  const release = recordOf(annotations)['meta.helm.sh/release-name'] ?? recordOf(labels)['app.kubernetes.io/instance'];
  const isHelm = recordOf(labels)['app.kubernetes.io/managed-by'] === 'Helm' || recordOf(annotations)['meta.helm.sh/release-name'] !== undefined;
  return isHelm && typeof release === 'string' ? release : undefined;
}

/** `helm uninstall` would delete what was adopted; without its record Helm knows nothing of it. */
export function forgetRelease(before: Manifest, after: Manifest): PlanStep[] {
  const release = helmReleaseOf(before);
  if (release === undefined || helmReleaseOf(after) === release) { return []; }
  const namespace = namespaceOf(before);
  const argv = ['kubectl', 'delete', 'secret', '-n', namespace, '-l', `owner=helm,name=${release}`];
  return [{
    title: `Let Helm forget release ${release} once everything of it is adopted, so that no helm uninstall or upgrade deletes it`,
    action: 'delete',
    object: reference('Secret', namespace, ''),
    argv,
    command: commandLine(argv),
  }];
}
