import { together, workloadYaml } from './examples';
import { bindingsByAccount, rightsOf } from './rbac';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { Inventory, titleOf } from '../../../manifest/inventory';
import { Pods } from '../../../manifest/references/pods';
import { Check } from '../../engine/check';

const example = (mounts: string) => together(
  workloadYaml('Deployment', 'operator', ['serviceAccountName: operator', 'containers: [{name: operator, image: "example.com/operator:1.2.3"}]']), `
apiVersion: v1
kind: ServiceAccount
metadata: {name: operator}
automountServiceAccountToken: ${mounts}
`, `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: operator}
rules: [{apiGroups: [""], resources: [configmaps], verbs: [get, list, watch]}]
`, `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: operator}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: operator}
subjects: [{kind: ServiceAccount, name: operator, namespace: default}]
`);

export const tokenNotMounted: Check = {
  id: 'token-not-mounted',
  why: 'a program shows the API server the token of its ServiceAccount. With automountServiceAccountToken: false it has none, whatever rights the account has',
  severity: 'warning',
  run: function* (inventory, context) {
    const granted = bindingsByAccount(context);
    const withToken = new Set(context.references.pods.all.filter(pods => !isOff(pods, inventory)).map(accountOf));
    for (const pods of context.references.pods.all) {
      const { workload, namespace, template } = pods;
      // Where others run as the same account and have its token, the rights are theirs.
      const bindings = withToken.has(accountOf(pods)) ? [] : granted.get(accountOf(pods)) ?? [];
      if (bindings.length === 0 || hasTokenAnyway(pods)) { continue; }
      const { clusterRules, ownRules } = rightsOf(bindings, namespace, context);
      // Rights to use a security policy are needed by the pod, not by its program.
      if (![...clusterRules, ...ownRules].some(({ verbs }) => listOf(verbs).some(verb => verb !== 'use'))) { continue; }
      const [isOffHere, name] = [template.spec.automountServiceAccountToken === false, nameOf(pods)];
      yield {
        object: isOffHere ? workload : inventory.findIn('ServiceAccount', namespace, name)!,
        path: isOffHere ? `${template.path}/spec/automountServiceAccountToken` : '/automountServiceAccountToken',
        message: `${titleOf(workload)} runs as ServiceAccount '${name}', to which ${titleOf(bindings[0])} grants rights, and gets no token for it`,
        fix: 'write automountServiceAccountToken: true in the spec of these pods; if the program does not call the API server, remove the binding',
      };
    }
  },
  bad: example('false'),
  good: example('true'),
};

function nameOf({ template: { spec } }: Pods): string {
  return textOf(spec.serviceAccountName ?? spec.serviceAccount);
}

function accountOf(pods: Pods): string {
  return `${pods.namespace}/${nameOf(pods)}`;
}

/** What the pod says counts before what its account says. */
function isOff(pods: Pods, inventory: Inventory): boolean {
  const { automountServiceAccountToken } = pods.template.spec;
  return automountServiceAccountToken === false
    || automountServiceAccountToken === undefined && inventory.findIn('ServiceAccount', pods.namespace, nameOf(pods))?.automountServiceAccountToken === false;
}

/** A volume or a variable may bring a token. */
function hasTokenAnyway({ template: { spec } }: Pods): boolean {
  const volumes = listOf(spec.volumes).map(recordOf);
  return volumes.some(({ projected, secret }) => listOf(recordOf(projected).sources).some(source => recordOf(source).serviceAccountToken !== undefined) || /token|kubeconfig/i.test(textOf(recordOf(secret).secretName)))
    || /KUBECONFIG|--kubeconfig/.test(JSON.stringify(spec.containers ?? ''));
}
