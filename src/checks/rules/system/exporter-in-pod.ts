import { PlacedContainer, containersOf, podTemplateOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { show } from '../../../reports/show';
import { Check } from '../../engine/check';

/** Programs that ask a server for figures for Prometheus have this name by its convention. */
const EXPORTER = /[_-]exporter(?:[:@]|$)/;

/** Java answers their questions (JMX) only in the same pod, unless it is told to answer everybody. */
const ASKS_LOCALLY = /(?:jmx|cassandra)[_-]exporter/;

const example = (containers: string) => `
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: cache}
spec:
  serviceName: cache
  selector: {matchLabels: {app: cache}}
  template:
    metadata: {labels: {app: cache}}
    spec: {containers: [${containers}]}
---
apiVersion: v1
kind: Service
metadata: {name: cache}
spec: {clusterIP: None, selector: {app: cache}, ports: [{port: 6379}]}
`;

/** Init containers do only where they are sidecars. */
const countsForReadiness = ({ container, path }: PlacedContainer) => path.includes('/containers/') || container.restartPolicy === 'Always';

export const exporterInPod: Check = {
  id: 'exporter-in-pod',
  why: 'a pod is ready when all of its containers are: while an exporter cannot start, Services leave out a server that works',
  severity: 'info',
  run: function* (inventory) {
    for (const set of inventory.ofKind('StatefulSet')) {
      const template = podTemplateOf(set);
      const containers = template ? containersOf(template).filter(countsForReadiness) : [];
      for (const { container: { image }, path } of containers.length > 1 ? containers : []) {
        if (typeof image !== 'string' || !EXPORTER.test(image) || ASKS_LOCALLY.test(image)) { continue; }
        yield {
          object: set,
          path: `${path}/image`,
          message: `${titleOf(set)} has ready pods only while ${show(image)} runs in them as well; if its image cannot be pulled, they are in no Service`,
          fix: 'run the exporter in a Deployment that asks the server over the network',
        };
      }
    }
  },
  bad: example('{name: cache, image: redis:8.2.1}, {name: metrics, image: oliver006/redis_exporter:v1.74.0}'),
  good: example('{name: cache, image: redis:8.2.1}'),
};
