import { WEB, objectYaml, podYaml, together } from './examples';
import { recordOf, textOf } from '../../../kubernetes/manifest';
import { NAMESPACE_NAME_LABEL, matchesSelector } from '../../../kubernetes/selector';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

/** The label that every namespace has, with its name. */

const example = (label: string) => together(
  'apiVersion: v1\nkind: Namespace\nmetadata: {name: monitoring}\n',
  objectYaml('networking.k8s.io/v1', 'NetworkPolicy', 'web', `spec: {podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {${label}: monitoring}}}]}]}`),
  podYaml(WEB));

export const policyNamespaceLabel: Check = {
  id: 'policy-namespace-label',
  why: 'a policy finds namespaces by their labels and not by their names. The only label that each namespace has from the beginning is kubernetes.io/metadata.name',
  severity: 'warning',
  run: function* (inventory, { references }) {
    const worn = new Set(inventory.ofKind('Namespace').flatMap(({ metadata }) => Object.entries(recordOf(metadata?.labels)).map(label => JSON.stringify(label))));
    for (const selection of [...references.selectionsFor('allows from'), ...references.selectionsFor('allows to')]) {
      const wanted = Object.entries(recordOf(selection.namespaceSelector?.matchLabels)).filter(([key]) => key !== NAMESPACE_NAME_LABEL);
      for (const [key, value] of wanted) {
        const [namespace, another] = typeof value === 'string' ? inventory.findAll('Namespace', '', value) : [];
        const labels = { ...recordOf(namespace?.metadata?.labels), [NAMESPACE_NAME_LABEL]: textOf(value) };
        // Others may have the label, and be meant.
        if (!namespace || another || worn.has(JSON.stringify([key, value])) || matchesSelector(selection.namespaceSelector, labels)) { continue; }
        yield {
          object: selection.from,
          path: `${selection.path}/namespaceSelector`,
          message: `${titleOf(selection.from)} means namespaces with the label ${key}=${value}, and Namespace '${value}' does not have it`,
          fix: `write ${NAMESPACE_NAME_LABEL}: ${value}, or add the label ${key}: ${value} to the Namespace`,
        };
      }
    }
  },
  bad: example('name'),
  good: example(NAMESPACE_NAME_LABEL),
};
