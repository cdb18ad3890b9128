import { podYaml } from './examples';
import { recordOf, textOf } from '../../../kubernetes/manifest';
import { PlacedContainer, containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { processCallsOf, scriptOf } from '../../../manifest/process-calls';
import { Check } from '../../engine/check';

/** `sysctl -w a.b=1`, in a script that goes on if it fails as in one that does not. */
const SETS = /(?:^|[\s;&|(])sysctl\s+(?:-\w+\s+)*(?:--write\s+)?["']?([a-z][\w.]*)\s*=/;

const example = (security: string) => podYaml(
  `initContainers: [{name: kernel, image: "busybox:1.37.0", command: [sysctl, -w, vm.max_map_count=262144]${security}}]`,
  'containers: [{name: web, image: httpd:2.4.62}]');

export const sysctlNeedsPrivilege: Check = {
  id: 'sysctl-needs-privilege',
  why: 'the settings of the kernel are read-only in a container that is not privileged: sysctl ends with an error, and an init container that does is started again for ever',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      for (const placed of containersOf(template)) {
        const found = recordOf(placed.container.securityContext).privileged === true ? undefined : settingIn(placed);
        if (!found) { continue; }
        yield {
          object: workload,
          path: found.path,
          message: `Container '${textOf(placed.container.name)}' of ${titleOf(workload)} sets '${found.name}', and may not: it is not privileged`,
          fix: 'write securityContext: {privileged: true, runAsUser: 0} in this container',
        };
      }
    }
  },
  bad: example(''),
  good: example(', securityContext: {privileged: true, runAsUser: 0}'),
};

function settingIn(placed: PlacedContainer): { readonly name: string; readonly path: string } | undefined {
  for (const call of processCallsOf(placed)) {
    const script = scriptOf(call);
    const line = script?.text ?? (/(?:^|\/)sysctl$/.test(textOf(call.words[0])) ? `sysctl ${call.words.slice(1).map(textOf).join(' ')}` : '');
    const [, name] = SETS.exec(line) ?? [];
    // Who writes `|| true` knows that it may fail.
    if (name !== undefined && !/\|\|\s*(?:true|:|echo)/.test(line)) { return { name, path: call.pathOf(script?.index ?? 0) }; }
  }
  return undefined;
}
