import { contextOf } from '../../../../src/checks/engine/context';
import { callsInPods } from '../../../../src/checks/rules/system/calls-in-pods';
import { ApiModel } from '../../../../src/kubernetes/api/model';
import { Inventory } from '../../../../src/manifest/inventory';

const container = (name: string, fields: object) => ({ name, image: 'httpd:2.4.62', ...fields });

test('commands, probes and hooks of every container of every workload, each with whose it is', () => {
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web' },
    spec: {
      initContainers: [container('wait', { command: ['sleep', '1'] })],
      containers: [container('httpd', { livenessProbe: { exec: { command: ['true'] } }, lifecycle: { preStop: { exec: { command: ['sync'] } } } })],
    },
  };
  const job = {
    apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'report' }, spec: { template: { spec: { containers: [container('main', { args: ['--all'] })] } } },
  };

  const found = [...callsInPods(contextOf(new Inventory([pod, job]), {}, ApiModel.of()))];

  expect(found.map(({ workload, container: { name }, call: { by, words } }) => [workload.kind, name, by, words])).toEqual([
    ['Pod', 'wait', 'container', ['sleep', '1']],
    ['Pod', 'httpd', 'probe', ['true']],
    ['Pod', 'httpd', 'hook', ['sync']],
    ['Job', 'main', 'container', ['--all']],
  ]);
});
