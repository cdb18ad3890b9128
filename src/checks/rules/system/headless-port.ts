import { objectYaml, podYaml, together } from './examples';
import { listOf, recordOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (port: number) => together(
  objectYaml('v1', 'Service', 'web', `spec: {clusterIP: None, selector: {app: web}, ports: [{port: ${port}, targetPort: 8080}]}`),
  podYaml('containers: [{name: web, image: "example.com/web:1.0.0", ports: [{containerPort: 8080}]}]'));

export const headlessPort: Check = {
  id: 'headless-port',
  why: 'a headless Service has no address that connections pass through: its name leads to the pods themselves, and nobody exchanges one port for another on the way',
  severity: 'warning',
  run: function* (inventory) {
    for (const service of inventory.ofKind('Service')) {
      const { clusterIP, selector, ports } = recordOf(service.spec);
      if (clusterIP !== 'None' || Object.keys(recordOf(selector)).length === 0) { continue; }
      for (const [i, value] of listOf(ports).entries()) {
        const { port, targetPort } = recordOf(value);
        if (typeof port !== 'number' || typeof targetPort !== 'number' || port === targetPort || targetPort === 0) { continue; }
        yield {
          object: service,
          path: `/spec/ports/${i}/targetPort`,
          message: `${titleOf(service)} is headless, so it does not send port ${port} to ${targetPort}: who connects to it at ${port} finds nobody there`,
          fix: `write port: ${targetPort}, or add a Service with a cluster IP for clients of port ${port}`,
        };
      }
    }
  },
  bad: example(80),
  good: example(8080),
};
