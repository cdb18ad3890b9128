import { testRules, of } from './rule-cases';

const schema = (spec: string, level = 'priorityLevelConfiguration: {name: web}') => of('FlowSchema', 'flowcontrol.apiserver.k8s.io/v1beta3', `spec: {${level}, ${spec}}`);
const rule = (fields: string, subject = 'kind: User, user: {name: a}') => schema(`rules: [{subjects: [{${subject}}], ${fields}}]`);
const ALL = "resourceRules: [{verbs: ['*'], apiGroups: ['*'], resources: ['*'], namespaces: ['*'], clusterScope: true}]";
const urls = (fields: string) => rule(`nonResourceRules: [{${fields}}]`);
const AT = 'flow-schema /spec/rules/0';

describe('flow schemas', () => {
  testRules([
    ['everything of one user', rule(ALL)],
    ['the default precedence', schema('matchingPrecedence: 0')],
    ['the highest precedence', schema('matchingPrecedence: 1'), 'flow-schema /spec/matchingPrecedence'],
    ['flows of a colour', schema('distinguisherMethod: {type: ByColour}'), 'flow-schema /spec/distinguisherMethod/type'],
    ['a verb that is null', rule("resourceRules: [{verbs: [null], apiGroups: ['*'], resources: ['*'], namespaces: ['*']}]"), `${AT}/resourceRules/0/verbs/0`],
    ['a level without a name', schema('', 'priorityLevelConfiguration: {}'), 'flow-schema /spec/priorityLevelConfiguration/name'],
    ['a rule of nothing', schema('rules: [{}]'), `${AT}/subjects`, AT],
    ['a robot', rule(ALL, 'kind: Robot'), `${AT}/subjects/0/kind`],
    ['a user who is a group', rule(ALL, 'kind: User, group: {name: a}'), `${AT}/subjects/0/group`, `${AT}/subjects/0/user/name`],
    ['all accounts of a namespace', rule(ALL, "kind: ServiceAccount, serviceAccount: {name: '*', namespace: a}")],
    ['an account of nowhere', rule(ALL, 'kind: ServiceAccount, serviceAccount: {name: A}'), `${AT}/subjects/0/serviceAccount/name`, `${AT}/subjects/0/serviceAccount/namespace`],
    ['a verb that is none', rule("resourceRules: [{verbs: [touch], apiGroups: [''], resources: [pods], clusterScope: true}]"), `${AT}/resourceRules/0/verbs/0`],
    ['null in the list of namespaces', rule("resourceRules: [{verbs: [get], apiGroups: [''], resources: [pods], namespaces: [a, null]}]"), `${AT}/resourceRules/0/namespaces/1`],
    ['all and more', rule("resourceRules: [{verbs: ['*', get], apiGroups: [''], resources: [pods], namespaces: [A]}]"),
      `${AT}/resourceRules/0/verbs`, `${AT}/resourceRules/0/namespaces/0`],
    ['paths', urls('verbs: [get], nonResourceURLs: [/, /healthz, /a/*]')],
    ['null in the list of paths', urls('verbs: [get], nonResourceURLs: [/, null]'), `${AT}/nonResourceRules/0/nonResourceURLs/1`],
    ['no paths', urls('verbs: [get], nonResourceURLs: [a, //a, /*/a, /a*]'), ...[0, 1, 2, 3].map(index => `${AT}/nonResourceRules/0/nonResourceURLs/${index}`)],
  ]);
});
