import { groupOf, recordOf } from '../../kubernetes/manifest';
import { matchesSelector } from '../../kubernetes/selector';
import { podTemplateOf } from '../../kubernetes/workload';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update, differsUnder } from '../changes/update';

const KINDS: ReadonlySet<string> = new Set(['StatefulSet', 'Deployment', 'DaemonSet', 'ReplicaSet']);

/** A workload must select its own pods. */
function selectsItself(update: Update): ChangeStatement[] {
  const { after } = update;
  if (!KINDS.has(after.kind) || groupOf(after.apiVersion) !== 'apps') { return []; }
  const template = podTemplateOf(after);
  const selector = recordOf(after.spec).selector;
  const isTouched = differsUnder(update, '/spec/template/metadata/labels') || differsUnder(update, '/spec/selector');
  if (!template || !isTouched || matchesSelector(selector, recordOf(template.metadata.labels))) { return []; }
  return [{ path: '/spec/template/metadata/labels', message: 'the pod labels do not match the selector of this workload any more, and the selector cannot change' }];
}

export const POD_LABEL_RULES: readonly Rule[] = [{
  id: 'pod-labels',
  title: 'Pod labels that the selector names',
  effect: 'refused',
  kinds: [...KINDS],
  fields: 'spec.template.metadata.labels, spec.selector',
  why: 'a workload must select its own pods',
  fix: 'keep the labels that the selector names; others are free',
  updated: selectsItself,
}];
