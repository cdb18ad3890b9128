import { workloadYaml } from './examples';
import { Manifest, listOf, recordOf } from '../../../kubernetes/manifest';
import { PodTemplate, replicasOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (strategy: string) => workloadYaml('Deployment', 'web', ['containers: [{name: web, image: httpd:2.4.62, ports: [{containerPort: 80, hostPort: 80}]}]'], ...strategy === '' ? [] : [strategy]);

export const rollingUpdateHostPort: Check = {
  id: 'rolling-update-host-port',
  why: 'a Deployment starts the new pod before it stops an old one, and the new one needs a node where its port is free. With as many pods as nodes there is none: the update never ends',
  severity: 'info',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      const port = workload.kind === 'Deployment' && keepsAllUntilNew(workload) ? portOfNode(template) : undefined;
      if (port === undefined) { continue; }
      yield {
        object: workload,
        path: workload.spec && recordOf(workload.spec).strategy === undefined ? '' : '/spec/strategy',
        message: `${titleOf(workload)} starts a new pod before it stops an old one, and both want port ${port} of their node`,
        fix: 'write strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 1}}',
      };
    }
  },
  bad: example(''),
  good: example('strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 1}}'),
};

/** No old pod stops before a new one is ready: a quarter, which is the default, is nothing of three pods. */
function keepsAllUntilNew(deployment: Manifest): boolean {
  const { type, rollingUpdate } = recordOf(recordOf(deployment.spec).strategy);
  const { maxUnavailable = '25%', maxSurge = '25%' } = recordOf(rollingUpdate);
  const replicas = replicasOf(deployment);
  const missing = typeof maxUnavailable === 'number' ? maxUnavailable : Math.floor(parseFloat(String(maxUnavailable)) * replicas / 100);
  return type !== 'Recreate' && replicas > 0 && missing === 0 && maxSurge !== 0 && maxSurge !== '0%';
}

function portOfNode({ spec }: PodTemplate): unknown {
  const ports = listOf(spec.containers).flatMap(container => listOf(recordOf(container).ports)).map(recordOf);
  return spec.hostNetwork === true ? ports[0]?.containerPort : ports.find(({ hostPort }) => typeof hostPort === 'number' && hostPort > 0)?.hostPort;
}
