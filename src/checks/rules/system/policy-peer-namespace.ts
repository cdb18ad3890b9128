import { objectYaml, podYaml, together } from './examples';
import { describeSelector, picksNoPods, severityOfNoPods } from './selecting';
import { recordOf } from '../../../kubernetes/manifest';
import { NAMESPACE_NAME_LABEL } from '../../../kubernetes/selector';
import { isPlaced, namespaceOf, titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (more: string) => together(
  objectYaml('v1', 'Namespace', 'shop'),
  objectYaml('v1', 'Namespace', 'edge'),
  objectYaml('networking.k8s.io/v1', 'NetworkPolicy', 'web', `spec: {podSelector: {}, ingress: [{from: [{podSelector: {matchLabels: {app: proxy}}${more}}]}]}`).replace('{name: web}', '{name: web, namespace: shop}'),
  podYaml('containers: [{name: web, image: httpd:2.4.62}]').replace('{name: web, labels', '{name: web, namespace: shop, labels'),
  objectYaml('v1', 'Pod', 'proxy', 'spec: {containers: [{name: proxy, image: httpd:2.4.62}]}').replace('{name: proxy}', '{name: proxy, namespace: edge, labels: {app: proxy}}'));

export const policyPeerNamespace: Check = {
  id: 'policy-peer-namespace',
  why: 'a podSelector alone means pods of the namespace of the policy. Those of another namespace are let through only with a namespaceSelector in the same entry',
  severity: 'warning',
  run: function* (_, context) {
    const { references } = context;
    for (const selection of [...references.selectionsFor('allows from'), ...references.selectionsFor('allows to')]) {
      const { from: object, selector, namespaceSelector, path } = selection;
      // Without a label every pod would be compared.
      if (namespaceSelector !== undefined || Object.keys(recordOf(selector.matchLabels)).length === 0 || !isPlaced(object)) { continue; }
      if (!picksNoPods(context, selection)) { continue; }
      const [first, ...others] = references.pods.selectPlaced(selector);
      if (!first || others.some(({ namespace }) => namespace !== first.namespace)) { continue; }
      yield {
        object,
        path: `${path}/podSelector`,
        severity: severityOfNoPods(context, selection),
        message: `${titleOf(object)} means pods with ${describeSelector(selector)} of its own namespace '${namespaceOf(object)}', and those that have these labels are in namespace '${first.namespace}'`,
        fix: `add namespaceSelector: {matchLabels: {${NAMESPACE_NAME_LABEL}: ${first.namespace}}} in the same entry, beside podSelector`,
      };
    }
  },
  bad: example(''),
  good: example(', namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: edge}}'),
};
