import { checkManifests } from '../../../../src/checks/run';

const VERSION = 'flowcontrol.apiserver.k8s.io/v1';
const all = (...names: string[]) => [{
  subjects: names.map(name => ({ kind: 'Group', group: { name } })),
  resourceRules: [{ verbs: ['*'], apiGroups: ['*'], resources: ['*'], clusterScope: true, namespaces: ['*'] }],
  nonResourceRules: [{ verbs: ['*'], nonResourceURLs: ['*'] }],
}];
const EVERYBODY = all('system:unauthenticated', 'system:authenticated');
const CATCH_ALL = { priorityLevelConfiguration: { name: 'catch-all' }, matchingPrecedence: 10000, distinguisherMethod: { type: 'ByUser' }, rules: EVERYBODY };
const REJECT = { limitResponse: { type: 'Reject' } };

const isRefused = (kind: string, name: string, spec: object) =>
  checkManifests([{ apiVersion: VERSION, kind, metadata: { name }, spec }], { scope: 'object' }).some(({ rule }) => rule === 'mandatory-flow-control');

test.each<[string, string, string, object, boolean]>([
  ['what the server has', 'FlowSchema', 'catch-all', CATCH_ALL, false],
  ['what the server has, for administrators', 'FlowSchema', 'exempt', { priorityLevelConfiguration: { name: 'exempt' }, matchingPrecedence: 1, rules: all('system:masters') }, false],
  ['another precedence', 'FlowSchema', 'catch-all', { ...CATCH_ALL, matchingPrecedence: 9999 }, true],
  ['another order', 'FlowSchema', 'catch-all', { ...CATCH_ALL, rules: all('system:authenticated', 'system:unauthenticated') }, true],
  ['the same under another name', 'FlowSchema', 'all', CATCH_ALL, false],
  ['the level that the server has', 'PriorityLevelConfiguration', 'catch-all', { type: 'Limited', limited: { nominalConcurrencyShares: 5, ...REJECT } }, false],
  ['the default share', 'PriorityLevelConfiguration', 'catch-all', { type: 'Limited', limited: REJECT }, true],
  ['the share of the exempt level', 'PriorityLevelConfiguration', 'exempt', { type: 'Exempt', exempt: { nominalConcurrencyShares: 3 } }, false],
])('%s (%s %s)', (_, kind, name, spec, expected) => {
  const refused = isRefused(kind, name, spec);

  expect(refused).toBe(expected);
});
