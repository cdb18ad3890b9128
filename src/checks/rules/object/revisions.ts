import { example } from './examples';
import { Rule, isGiven, rulesFor } from './rule';
import { isRecord } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';

export const revisionData: Rule = {
  id: 'controller-revision-data',
  why: 'a revision keeps a part of an object, which is a mapping',
  severity: 'error',
  since: '1.31',
  fix: 'leave revisions to controllers, or write a mapping',
  bad: example('ControllerRevision', 'apps/v1', 'revision: 1', 'data: []'),
  good: example('ControllerRevision', 'apps/v1', 'revision: 1', 'data: {spec: {}}'),
};

export const controllerRevisionRules: ObjectCheck = rulesFor(['apps/ControllerRevision'], [revisionData], ({ data }, broken) => {
  if (isGiven(data) && !isRecord(data)) { broken(revisionData, '/data', `${show(data)} is no mapping`); }
});
