import { example, workloadExample } from './examples';
import { checkLabelSelector, selectsSomething } from './label-selector';
import { Broken, Rule, isGiven, rulesFor } from './rule';
import { LABEL_KEY, LABEL_VALUE } from '../../../kubernetes/formats/label';
import { Manifest, isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { matchesSelector } from '../../../kubernetes/selector';
import { PodTemplate, podTemplateOf, replicasOf } from '../../../kubernetes/workload';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';

function selectorExample(kind: string, label: string): string {
  return example(kind, 'apps/v1', 'spec:', '  serviceName: web', '  selector: {matchLabels: {app: web}}',
    `  template: {metadata: {labels: {app: ${label}}}, spec: {containers: [{name: web, image: 'httpd:2.4'}]}}`);
}

export const selectorMatchesTemplate: Rule = {
  id: 'selector-matches-template',
  why: 'a controller finds its Pods by its selector; if the template has other labels it would never find those it makes',
  fix: 'give the template every label that the selector asks for',
  bad: selectorExample('StatefulSet', 'wbe'),
  good: selectorExample('StatefulSet', 'web'),
};

export const emptySelector: Rule = {
  id: 'empty-selector',
  why: 'a selector that asks for nothing would take every Pod of the namespace',
  fix: 'write selector.matchLabels with labels that only these Pods have',
  bad: example('Deployment', 'apps/v1', 'spec:', '  selector: {}',
    "  template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'httpd:2.4'}]}}"),
  good: workloadExample('Deployment'),
};

export const templateRestartPolicy: Rule = {
  id: 'restart-policy',
  why: 'a StatefulSet, Deployment, DaemonSet or ReplicaSet keeps its Pods running, and a Job lets them end',
  fix: 'leave restartPolicy out or write Always; in a Job or CronJob write OnFailure or Never',
  bad: example('Job', 'batch/v1', "spec: {template: {spec: {containers: [{name: web, image: 'httpd:2.4'}]}}}"),
  good: example('Job', 'batch/v1', "spec: {template: {spec: {restartPolicy: OnFailure, containers: [{name: web, image: 'httpd:2.4'}]}}}"),
};

export const templateDeadline: Rule = {
  id: 'template-active-deadline',
  why: 'Pods that are kept running for ever cannot have a time after which they are ended',
  fix: 'remove activeDeadlineSeconds, or use a Job',
  bad: example('ReplicaSet', 'apps/v1', 'spec:', '  selector: {matchLabels: {app: web}}', '  template:', '    metadata: {labels: {app: web}}',
    "    spec: {activeDeadlineSeconds: 60, containers: [{name: web, image: 'httpd:2.4'}]}"),
  good: workloadExample('ReplicaSet'),
};

export const sharedDisk: Rule = {
  id: 'replicated-writable-disk',
  why: 'a Google disk can be attached to several nodes only if it is read-only',
  until: '1.29',
  exampleVersion: '1.28',
  fix: 'write readOnly: true, or use one claim for each Pod of a StatefulSet',
  bad: diskExample('{pdName: a}'),
  good: diskExample('{pdName: a, readOnly: true}'),
};

function diskExample(disk: string): string {
  return example('Deployment', 'apps/v1', 'spec:', '  replicas: 2', '  selector: {matchLabels: {app: web}}', '  template:',
    '    metadata: {labels: {app: web}}', `    spec: {containers: [{name: web, image: 'httpd:2.4'}], volumes: [{name: a, gcePersistentDisk: ${disk}}]}`);
}

const RULES = [selectorMatchesTemplate, emptySelector, templateRestartPolicy, templateDeadline, sharedDisk];

/** What holds for every workload that keeps Pods running. */
export const workloadRules: ObjectCheck = rulesFor(
  ['apps/StatefulSet', 'apps/Deployment', 'apps/DaemonSet', 'apps/ReplicaSet', '/ReplicationController'], RULES,
  (workload, broken) => {
    const template = podTemplateOf(workload);
    checkSelector(workload, template, broken);
    if (!template) { return; }
    const { restartPolicy } = template.spec;
    if (restartPolicy === 'OnFailure' || restartPolicy === 'Never') {
      broken(templateRestartPolicy, `${template.path}/spec/restartPolicy`, `restartPolicy of a ${workload.kind} is ${show(restartPolicy)}`, 'write Always or leave it out');
    }
    if (isGiven(template.spec.activeDeadlineSeconds)) {
      broken(templateDeadline, `${template.path}/spec/activeDeadlineSeconds`, `the Pods of a ${workload.kind} cannot have activeDeadlineSeconds`);
    }
    checkDisks(workload, template, broken);
  },
);

function checkSelector(workload: Manifest, template: PodTemplate | undefined, broken: Broken) {
  const { selector } = recordOf(workload.spec);
  if (workload.kind === 'ReplicationController') {
    checkPlainSelector(selector, template, broken);
    return;
  }
  if (!isRecord(selector)) { return; }
  checkLabelSelector(selector, '/spec/selector', broken);
  if (!selectsSomething(selector)) {
    broken(emptySelector, '/spec/selector', `the selector of the ${workload.kind} asks for nothing`);
  } else if (template && mayMatch(selector) && !matchesSelector(selector, recordOf(template.metadata.labels))) {
    broken(selectorMatchesTemplate, `${template.path}/metadata/labels`, 'the labels of the template do not match spec.selector');
  }
}

/** False if no label can be what the selector asks for, which is told where the selector stands. */
function mayMatch({ matchLabels }: Record<string, any>): boolean {
  return Object.entries(recordOf(matchLabels)).every(([key, value]) => LABEL_KEY.fits(key) && (typeof value !== 'string' || LABEL_VALUE.fits(value)));
}

/** A ReplicationController selects by labels only; without a selector it takes the labels of its template. */
function checkPlainSelector(selector: unknown, template: PodTemplate | undefined, broken: Broken) {
  const labels = recordOf(template?.metadata.labels);
  const wanted = recordOf(selector);
  if (Object.keys(wanted).length === 0 && Object.keys(labels).length === 0) {
    broken(emptySelector, '/spec/selector', 'the ReplicationController has neither a selector nor labels in its template');
  } else if (template && !matchesSelector({ matchLabels: wanted }, labels)) {
    broken(selectorMatchesTemplate, `${template.path}/metadata/labels`, 'the labels of the template do not match spec.selector');
  }
}

function checkDisks(workload: Manifest, template: PodTemplate, broken: Broken) {
  if (workload.kind === 'StatefulSet' || workload.kind !== 'DaemonSet' && replicasOf(workload) < 2) { return; }
  listOf(template.spec.volumes).forEach((volume, index) => {
    const disk = recordOf(volume).gcePersistentDisk;
    if (isRecord(disk) && disk.readOnly !== true) {
      broken(sharedDisk, `${template.path}/spec/volumes/${index}/gcePersistentDisk/readOnly`, `several Pods would write to the disk ${show(disk.pdName)}`);
    }
  });
}
