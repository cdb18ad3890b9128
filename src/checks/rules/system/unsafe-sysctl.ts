import { podYaml } from './examples';
import type { ApiModel } from '../../../kubernetes/api/model';
import { listOf, recordOf } from '../../../kubernetes/manifest';
import { SAFE_SYSCTLS, isNamespaced, sysctlName } from '../../../kubernetes/sysctls';
import { titleOf } from '../../../manifest/inventory';
import { onVersion } from '../../../reports/on-versions';
import { Check } from '../../engine/check';

const example = (name: string) => podYaml(
  'containers: [{name: web, image: httpd:2.4.62}]', `securityContext: {sysctls: [{name: ${name}, value: "262144"}]}`);

export const unsafeSysctl: Check = {
  id: 'unsafe-sysctl',
  why: 'the kubelet refuses a Pod with a setting of the kernel that it was not told to allow, and the Pod ends with SysctlForbidden. What belongs to the whole node no Pod can set',
  run: function* (_, { references, model }) {
    for (const { workload, template } of references.pods.all) {
      for (const [i, sysctl] of listOf(recordOf(template.spec.securityContext).sysctls).entries()) {
        const { name } = recordOf(sysctl);
        if (typeof name !== 'string' || name === '' || isSafe(sysctlName(name), model)) { continue; }
        const ofNode = !isNamespaced(sysctlName(name));
        yield {
          object: workload,
          path: `${template.path}/spec/securityContext/sysctls/${i}`,
          severity: ofNode ? 'error' : 'warning',
          message: ofNode
            ? `${titleOf(workload)} sets '${name}', which belongs to the whole node: its Pods are refused by the kubelet`
            : `${titleOf(workload)} sets '${name}', and the kubelet refuses its Pods unless it was started with --allowed-unsafe-sysctls (${onVersion(model)})`,
          fix: ofNode
            ? `set ${name} on the nodes, or in a privileged init container: command: [sysctl, -w, ${name}=<value>], securityContext: {privileged: true, runAsUser: 0}`
            : `allow '${name}' in the configuration of the kubelet (allowedUnsafeSysctls), or remove it`,
        };
      }
    }
  },
  bad: example('vm.max_map_count'),
  good: example('net.ipv4.tcp_syncookies'),
};

function isSafe(name: string, model: ApiModel): boolean {
  return Object.hasOwn(SAFE_SYSCTLS, name) && model.holds(SAFE_SYSCTLS[name]);
}
