import { describeSubjects } from './describe-subjects';
import { Subject } from './subject';
import { simulatedNode } from '../../../scripts/kubernetes/simulated-nodes';
import { EXAMPLES, runExample } from '../../support/examples';

/** Nodes that examples name. */
const NODES = ['kind-worker', 'kind-worker2', 'kind-worker3', 'target-host-name'];

describeSubjects('Examples', EXAMPLES.map(name => new Subject(name, runExample(name))), {
  before: NODES.map(name => simulatedNode(name, `zone-of-${name}`)),
});
