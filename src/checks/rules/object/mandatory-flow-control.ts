import { isDeepStrictEqual } from 'node:util';
import { example } from './examples';
import { Rule, rulesFor } from './rule';
import { ApiModel } from '../../../kubernetes/api/model';
import { stored } from '../../../kubernetes/api-server/defaults';
import { Manifest, textOf } from '../../../kubernetes/manifest';
import { ObjectCheck } from '../../engine/object-check';

const VERSION = 'flowcontrol.apiserver.k8s.io/v1';

export const mandatoryFlowControl: Rule = {
  id: 'mandatory-flow-control',
  why: "every API server makes the FlowSchemas and priority levels 'exempt' and 'catch-all' itself, and refuses other contents",
  severity: 'error',
  fix: 'give it another name, or remove it',
  bad: example('FlowSchema', VERSION, 'spec: {priorityLevelConfiguration: {name: web}, rules: []}').replace('name: web', 'name: catch-all'),
  good: example('FlowSchema', VERSION, 'spec: {priorityLevelConfiguration: {name: web}, rules: []}'),
};

const everythingOf = (...names: string[]) => [{
  subjects: names.map(name => ({ kind: 'Group', group: { name } })),
  resourceRules: [{ verbs: ['*'], apiGroups: ['*'], resources: ['*'], clusterScope: true, namespaces: ['*'] }],
  nonResourceRules: [{ verbs: ['*'], nonResourceURLs: ['*'] }],
}];

/** The only contents that these names may have; the share of the level `exempt` may be set. */
const CONTENTS: Readonly<Record<string, object>> = {
  'FlowSchema/exempt': {
    priorityLevelConfiguration: { name: 'exempt' }, matchingPrecedence: 1, rules: everythingOf('system:masters'),
  },
  'FlowSchema/catch-all': {
    priorityLevelConfiguration: { name: 'catch-all' },
    matchingPrecedence: 10000,
    distinguisherMethod: { type: 'ByUser' },
    rules: everythingOf('system:unauthenticated', 'system:authenticated'),
  },
  'PriorityLevelConfiguration/catch-all': {
    type: 'Limited', limited: { nominalConcurrencyShares: 5, lendablePercent: 0, limitResponse: { type: 'Reject' } },
  },
};

export const mandatoryFlowControlRules: ObjectCheck = rulesFor(
  ['flowcontrol.apiserver.k8s.io/FlowSchema', 'flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration'],
  [mandatoryFlowControl],
  (object, broken, model) => {
    const name = `${object.kind}/${textOf(object.metadata?.name)}`;
    if (!Object.hasOwn(CONTENTS, name) || isDeepStrictEqual(contentsOf(object, model), CONTENTS[name])) { return; }
    broken(mandatoryFlowControl, '/spec', `the API server has its own ${object.kind} '${object.metadata!.name}'`);
  },
);

/** Without what says nothing. */
function contentsOf(object: Manifest, model: ApiModel): unknown {
  return JSON.parse(JSON.stringify(stored(object, model).spec ?? {}, (_, value) => value === null ? undefined : value));
}
