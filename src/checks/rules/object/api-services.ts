import { example } from './examples';
import { Rule, isGiven, isText, rulesFor } from './rule';
import { recordOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';

function apiServiceExample(name: string): string {
  return example('APIService', 'apiregistration.k8s.io/v1',
    'spec: {group: metrics.example.com, version: v1, groupPriorityMinimum: 100, versionPriority: 100, service: {name: a, namespace: b}}').replace('name: web', `name: ${name}`);
}

export const apiServiceRule: Rule = {
  id: 'api-service',
  why: 'an APIService hands one version of one group to a Service, is named after both, and either trusts a certificate or does not ask',
  fix: 'name it VERSION.GROUP, and write one of caBundle and insecureSkipTLSVerify',
  bad: apiServiceExample('metrics'),
  good: apiServiceExample('v1.metrics.example.com'),
};

export const apiServiceRules: ObjectCheck = rulesFor(['apiregistration.k8s.io/APIService'], [apiServiceRule], (apiService, broken) => {
  const { version, service, caBundle, insecureSkipTLSVerify, ...spec } = recordOf(apiService.spec);
  const group = spec.group ?? '';
  const name = apiService.metadata?.name;
  if (isText(name) && isText(version) && typeof group === 'string' && name !== `${version}.${group}`) {
    broken(apiServiceRule, '/metadata/name', `the name is ${show(name)}, but version and group say '${version}.${group}'`, `write '${version}.${group}'`);
  }
  const { generateName } = recordOf(apiService.metadata);
  if (isText(generateName) && isText(version) && typeof group === 'string' && generateName !== `${version}.${group}`) {
    broken(apiServiceRule, '/metadata/generateName', `the name must be '${version}.${group}'`, 'write name, not generateName');
  }
  if (isText(version) && version !== 'v1' && !isText(group)) {
    broken(apiServiceRule, '/spec/group', `only the version v1 has no group, not ${show(version)}`, 'add group');
  }
  if (insecureSkipTLSVerify === true && isText(caBundle)) {
    broken(apiServiceRule, '/spec/insecureSkipTLSVerify', 'a certificate is given, but not to be looked at', 'remove caBundle or insecureSkipTLSVerify');
  }
  if (!isGiven(service) && (insecureSkipTLSVerify === true || isText(caBundle))) {
    broken(apiServiceRule, '/spec', 'the group is served by the API server itself, which needs no certificate', 'add service, or remove caBundle and insecureSkipTLSVerify');
  }
});
