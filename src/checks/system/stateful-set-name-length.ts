import { referenceTo, titleOf } from '../../manifest/inventory';
import { Check } from '../check';

/** Pods carry the label `controller-revision-hash`: the name of the set, a dash and ten characters; a label holds 63. */
const LONGEST_NAME = 52;

export const statefulSetNameLength: Check = {
  id: 'stateful-set-name-length',
  why: 'the server accepts a StatefulSet with a name of up to 63 characters, but above 52 no pod of it can be created: '
    + 'the name does not fit into a label of its pods',
  severity: 'error',
  run: function* (inventory) {
    for (const set of inventory.ofKind('StatefulSet')) {
      const length = referenceTo(set).name.length;
      if (length <= LONGEST_NAME) { continue; }
      yield {
        object: set,
        path: '/metadata/name',
        message: `${titleOf(set)} has a name of ${length} characters; above ${LONGEST_NAME} no pod can be created`,
        fix: `shorten the name to ${LONGEST_NAME} characters`,
      };
    }
  },
  bad: `
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: production-customer-orders-database-primary-replicas-eu}
spec:
  serviceName: db
  selector: {matchLabels: {app: db}}
  template:
    metadata: {labels: {app: db}}
    spec: {containers: [{name: db, image: mysql:8.0.40}]}
`,
  good: `
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: orders-db}
spec:
  serviceName: db
  selector: {matchLabels: {app: db}}
  template:
    metadata: {labels: {app: db}}
    spec: {containers: [{name: db, image: mysql:8.0.40}]}
`,
};
