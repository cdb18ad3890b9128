import { callsInPods } from './calls-in-pods';
import { podYaml } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { scriptOf } from '../../../manifest/process-calls';
import { Check } from '../../engine/check';

const example = (user: number) => podYaml(
  `initContainers: [{name: owner, image: busybox:1.36.1, command: [sh, -c, "chown -R 1000:1000 /cache"], securityContext: {runAsUser: ${user}}, volumeMounts: [{name: cache, mountPath: /cache}]}]`,
  'containers: [{name: web, image: "registry.example.com/web:1.4.2", volumeMounts: [{name: cache, mountPath: /cache}]}]', 'volumes: [{name: cache, emptyDir: {}}]');

export const chownNeedsRoot: Check = {
  id: 'chown-needs-root',
  why: 'only root with the capability CHOWN gives files to another user. For anybody else chown ends with "Operation not permitted", and an init container that ends so is started again and again',
  severity: 'warning',
  run: function* (_, context) {
    for (const { workload, container, call } of callsInPods(context)) {
      if (call.by !== 'container' || !isChown(call.words, scriptOf(call)?.text)) { continue; }
      const template = context.references.pods.of(workload)!.template;
      const own = recordOf(container.securityContext);
      const user = own.runAsUser ?? recordOf(template.spec.securityContext).runAsUser;
      const lacks = lackOf(user, own);
      if (lacks === undefined) { continue; }
      yield {
        object: workload,
        path: call.pathOf(scriptOf(call)?.index ?? 0),
        message: `Container '${textOf(container.name)}' of ${titleOf(workload)} runs chown ${lacks}`,
        fix: 'remove it, and write fsGroup in the security context of the pod, by which the kubelet gives the volume to a group; or give this container runAsUser: 0, runAsNonRoot: false and the capability CHOWN',
      };
    }
  },
  bad: example(1000),
  good: example(0),
};

/** A script that goes on when it fails is left alone. */
function isChown(words: readonly unknown[], script: string | undefined): boolean {
  if (script === undefined) { return /^(?:\/(?:usr\/)?bin\/)?chown$/.test(textOf(words[0])); }
  return /(?:^|[;&\n])[ \t]*chown\s[^|;\n]*(?:$|[;&\n])/.test(script) && !/\|\||\bif\b|id -u|set \+e|\bsudo\b/.test(script);
}

function lackOf(user: unknown, { capabilities, privileged }: Record<string, any>): string | undefined {
  if (typeof user === 'number' && user !== 0) { return `as the user ${user}, who may not give files to another one`; }
  const { add, drop } = recordOf(capabilities);
  const isDropped = listOf(drop).some(name => ['ALL', 'CHOWN', 'CAP_CHOWN'].includes(textOf(name).toUpperCase()));
  const isAdded = listOf(add).some(name => ['ALL', 'CHOWN', 'CAP_CHOWN'].includes(textOf(name).toUpperCase()));
  return user === 0 && isDropped && !isAdded && privileged !== true ? 'without the capability CHOWN, which is dropped here' : undefined;
}
