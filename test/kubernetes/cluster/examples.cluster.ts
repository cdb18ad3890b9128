import { describeSubjects } from './describe-subjects';
import { Subject, WAYS } from './subject';
import { simulatedNode } from '../../../scripts/kubernetes/simulated-nodes';
import { KubernetesVersion } from '../../../src/kubernetes/kubernetes-version';
import { ALL } from '../../support/all';
import { examplesFor, runExample } from '../../support/examples';

/** Nodes that examples name. */
const NODES = ['kind-worker', 'kind-worker2', 'kind-worker3', 'target-host-name'];

describeSubjects('Examples', minor => examplesFor(KubernetesVersion.of(minor)).map(name => new Subject(name, runExample(name))), {
  ways: ALL ? WAYS : ['server-side'],
  before: NODES.map(name => simulatedNode(name, `zone-of-${name}`)),
});
