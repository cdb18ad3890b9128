// An agent for one node alone, chosen by its name.
import { App, Chart } from 'cdk8s';
import { NodeAgent } from 'cdk8s-stateful';

const app = new App();
const chart = new Chart(app, 'one-node');

new NodeAgent(chart, 'watcher', {
  image: 'busybox:1.36.1',
  command: ['sh', '-c', 'while true; do df /; sleep 60; done'],
  placement: {
    affinity: {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
          nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['target-host-name'] }] }],
        },
      },
    },
  },
});

app.synth();
