import { podYaml } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { usualPorts } from '../../../manifest/usual-ports';
import { Check } from '../../engine/check';

const example = (image: string) => podYaml(`containers: [{name: web, image: nginx:1.27.3}, {name: status, image: "${image}"}]`);

export const portTakenTwice: Check = {
  id: 'port-taken-twice',
  why: 'the containers of a pod share one address. Of two programs that listen on the same port the second ends with "address already in use", again and again',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      const containers = listOf(template.spec.containers).map(recordOf);
      if (containers.length < 2) { continue; }
      const takenBy = new Map<number, unknown>();
      for (const [i, container] of containers.entries()) {
        const ports = usualPorts(container) ?? [];
        const port = ports.find(one => takenBy.has(one));
        if (port !== undefined) {
          yield {
            object: workload,
            path: `${template.path}/spec/containers/${i}/image`,
            message: `Containers '${textOf(takenBy.get(port))}' and '${textOf(container.name)}' of ${titleOf(workload)} both listen on port ${port}, as their images do, and a pod has each port once`,
            fix: 'run one of them in a pod of its own, or tell it to listen on another port',
          };
          break;
        }
        ports.forEach(one => takenBy.set(one, container.name));
      }
    }
  },
  bad: example('httpd:2.4.62'),
  good: example('redis:7.4.1'),
};
