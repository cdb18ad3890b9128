import { testRules, object, of, workload } from './rule-cases';
import { Manifest } from '../../../../src/kubernetes/manifest';

const liveJob = (uid: string) => {
  const { metadata, ...job } = of('Job', 'batch/v1',
    'spec: {selector: {matchLabels: {batch.kubernetes.io/controller-uid: u}}, template: {metadata: {labels: {controller-uid: u, batch.kubernetes.io/controller-uid: u}}, spec: {restartPolicy: Never, containers: []}}}');
  return { ...job, metadata: { ...metadata, uid } } as Manifest;
};

const job = (fields: string, podFields = 'restartPolicy: Never', name = 'web') =>
  object(`{apiVersion: batch/v1, kind: Job, metadata: {name: ${name}}, spec: {template: {spec: {containers: [{name: web, image: a:1}], ${podFields}}}, ${fields}}}`);
const cronJob = (fields: string) =>
  of('CronJob', 'batch/v1', `spec: {schedule: "0 0 * * *", jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: web, image: a:1}]}}, ${fields}}}}`);
const policy = (rule: string) => job(`podFailurePolicy: {rules: [${rule}]}`);
const RULE = '/spec/podFailurePolicy/rules/0';

testRules([
  ['a StatefulSet whose template has no labels',
    of('StatefulSet', 'apps/v1', 'spec: {serviceName: a, selector: {matchLabels: {app: web}}, template: {spec: {containers: [{name: web, image: a:1}]}}}'),
    'selector-matches-template /spec/template/metadata/labels'],
  ['a selector of expressions',
    of('DaemonSet', 'apps/v1', 'spec: {selector: {matchExpressions: [{key: app, operator: In, values: [web]}]}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: a:1}]}}}')],
  ['a ReplicationController takes the labels of its template', of('ReplicationController', 'v1', 'spec: {template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: a:1}]}}}')],
  ['a ReplicationController that selects others', of('ReplicationController', 'v1', 'spec: {selector: {app: b}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: a:1}]}}}'),
    'selector-matches-template /spec/template/metadata/labels'],
  ['a ReplicationController that selects nothing', of('ReplicationController', 'v1', 'spec: {template: {spec: {containers: [{name: web, image: a:1}]}}}'), 'empty-selector /spec/selector'],
  ['a Deployment whose Pods end', workload('Deployment', '', 'restartPolicy: Never'), 'restart-policy /spec/template/spec/restartPolicy'],
  ['an empty restartPolicy means Always', workload('Deployment', '', 'restartPolicy: ""')],
  ['one writer of a disk', workload('Deployment', 'replicas: 1', 'volumes: [{name: a, gcePersistentDisk: {pdName: a}}]')],

  ['Recreate with steps', workload('Deployment', 'strategy: {type: Recreate, rollingUpdate: {maxSurge: 1}}'), 'update-strategy /spec/strategy/rollingUpdate'],
  ['a surge above 100%', workload('Deployment', 'strategy: {rollingUpdate: {maxSurge: 200%}}')],
  ['more than all unavailable', workload('Deployment', 'strategy: {rollingUpdate: {maxUnavailable: 101%}}'), 'rolling-update-steps /spec/strategy/rollingUpdate/maxUnavailable'],
  ['0% and 0', workload('Deployment', 'strategy: {rollingUpdate: {maxUnavailable: 0%, maxSurge: 0}}'), 'rolling-update-steps /spec/strategy/rollingUpdate/maxUnavailable'],
  ['no surge, and a default that lets some be missing', workload('Deployment', 'strategy: {rollingUpdate: {maxSurge: 0}}')],
  ['a number in quotes', workload('Deployment', 'strategy: {rollingUpdate: {maxSurge: "1"}}'), 'rolling-update-steps /spec/strategy/rollingUpdate/maxSurge'],
  ['more ready seconds than the default deadline', workload('Deployment', 'minReadySeconds: 600'), 'progress-deadline /spec/progressDeadlineSeconds'],
  ['a surge of a DaemonSet beside the default', workload('DaemonSet', 'updateStrategy: {rollingUpdate: {maxSurge: 1}}'), 'rolling-update-steps /spec/updateStrategy/rollingUpdate/maxSurge'],
  ['a surge of a DaemonSet alone', workload('DaemonSet', 'updateStrategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}')],
  ['no step at all', workload('DaemonSet', 'updateStrategy: {rollingUpdate: {maxUnavailable: 0}}'), 'rolling-update-steps /spec/updateStrategy/rollingUpdate/maxUnavailable'],
  ['a DaemonSet that is updated by hand may keep its steps', workload('DaemonSet', 'updateStrategy: {type: OnDelete, rollingUpdate: {maxSurge: 1}}')],

  ['a Job that restarts in place', job('podFailurePolicy: {rules: []}', 'restartPolicy: OnFailure'), 'pod-failure-policy /spec/template/spec/restartPolicy'],
  ['many indexes in parallel', job('completionMode: Indexed, completions: 5, parallelism: 100001'), 'indexed-job /spec/parallelism'],
  ['a name with dots has no index', job('completionMode: Indexed, completions: 5', 'restartPolicy: Never', 'a.b'), 'indexed-job /metadata/name'],
  ['a rule about nothing', policy('{action: Ignore}'), `pod-failure-policy ${RULE}`],
  ['a rule about both', policy('{action: Ignore, onPodConditions: [{type: A}], onExitCodes: {operator: In, values: [1]}}'), `pod-failure-policy ${RULE}`],
  ['exit codes of a container that is not there', policy('{action: Ignore, onExitCodes: {containerName: b, operator: In, values: [1]}}'), `pod-failure-policy ${RULE}/onExitCodes/containerName`],
  ['exit code 0 is no failure', policy('{action: Ignore, onExitCodes: {operator: In, values: [0]}}'), `pod-failure-policy ${RULE}/onExitCodes/values/0`],
  ['all but exit code 0', policy('{action: Ignore, onExitCodes: {operator: NotIn, values: [0]}}')],
  ['no exit codes', policy('{action: Ignore, onExitCodes: {operator: NotIn, values: []}}'), `pod-failure-policy ${RULE}/onExitCodes/values`],
  ['one exit code twice', policy('{action: Ignore, onExitCodes: {operator: In, values: [1, 1]}}'), `pod-failure-policy ${RULE}/onExitCodes/values/1`],
  ['too many rules', job(`podFailurePolicy: {rules: [${Array(21).fill('{action: Ignore, onPodConditions: [{type: A}]}').join(', ')}]}`), 'pod-failure-policy /spec/podFailurePolicy/rules'],
  ['a selector that selects nothing is made by the server', job('selector: {}')],
  ['a name that is too long for a label', { ...job(''), metadata: { name: 'a'.repeat(64) } }, 'job-selector /metadata/name'],
  ['a selector by hand', job('manualSelector: true'), 'job-selector /spec/selector'],
  ['a selector by hand that does not match', job('manualSelector: true, selector: {matchLabels: {a: b}}'), 'job-selector /spec/template/metadata/labels'],
  ['labels that belong to the Job',
    of('Job', 'batch/v1', 'spec: {template: {metadata: {labels: {controller-uid: a, job-name: web, batch.kubernetes.io/job-name: b}}, spec: {restartPolicy: Never, containers: []}}}'),
    'job-selector /spec/template/metadata/labels/controller-uid', 'job-selector /spec/template/metadata/labels/batch.kubernetes.io~1job-name'],
  ['a Job that was read from a cluster has the selector and the labels of its uid',
    liveJob('u')],
  ['a Job with the labels of another uid', liveJob('v'), 'job-selector /spec/selector',
    'job-selector /spec/template/metadata/labels/controller-uid', 'job-selector /spec/template/metadata/labels/batch.kubernetes.io~1controller-uid'],
  ['a Job without metadata', { ...job(''), metadata: null } as unknown as Manifest],
  ['the selector of a CronJob', cronJob('selector: {}, manualSelector: true'),
    'job-selector /spec/jobTemplate/spec/selector', 'job-selector /spec/jobTemplate/spec/manualSelector'],
  ['a Job without completions has one', job('completionMode: Indexed')],
  ['parallel Pods without completions', job('completionMode: Indexed, parallelism: 2'), 'indexed-job /spec/completions'],
  ['the template of a CronJob has no defaults', cronJob('completionMode: Indexed'), 'indexed-job /spec/jobTemplate/spec/completions'],
]);

describe('before the server left Google disks to Google', () => testRules([
  ['one writer of a disk', workload('Deployment', 'replicas: 1', 'volumes: [{name: a, gcePersistentDisk: {pdName: a}}]')],
  ['a DaemonSet that writes to one disk', workload('DaemonSet', '', 'volumes: [{name: a, gcePersistentDisk: {pdName: a}}]'),
    'replicated-writable-disk /spec/template/spec/volumes/0/gcePersistentDisk/readOnly'],
], '1.28'));

describe('Pods of a StatefulSet that may be missing during an update', () => testRules([
  ['one', workload('StatefulSet', 'updateStrategy: {rollingUpdate: {maxUnavailable: 1}}')],
  ['none', workload('StatefulSet', 'updateStrategy: {rollingUpdate: {maxUnavailable: 0}}'), 'rolling-update-steps /spec/updateStrategy/rollingUpdate/maxUnavailable'],
  ['more than all', workload('StatefulSet', 'updateStrategy: {rollingUpdate: {maxUnavailable: 101%}}'), 'rolling-update-steps /spec/updateStrategy/rollingUpdate/maxUnavailable'],
], '1.37'));

describe('Pods of a StatefulSet that may be missing, where the feature is off', () => testRules([
  ['are dropped', workload('StatefulSet', 'updateStrategy: {rollingUpdate: {maxUnavailable: 0}}')],
], '1.36'));

const condition = (fields: string) => cronJob(`podFailurePolicy: {rules: [{action: Ignore, onPodConditions: [{type: DisruptionTarget, ${fields}}]}]}`);

describe('a condition in a CronJob has no default before 1.34', () => {
  testRules([
    ['a status', condition('status: "True"')],
    ['no status', condition(''), 'pod-failure-policy /spec/jobTemplate/spec/podFailurePolicy/rules/0/onPodConditions/0/status'],
  ], '1.33');
  testRules([['and then it has one', condition('')]], '1.34');
});
