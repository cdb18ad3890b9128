import { objectYaml, together } from './examples';
import { describeSelector } from './selecting';
import { Manifest, groupOf, isRecord, recordOf, textOf } from '../../../kubernetes/manifest';
import { matchesSelector } from '../../../kubernetes/selector';
import { Inventory, titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const GROUP = 'monitoring.coreos.com';

/** By which field of a Prometheus each kind is chosen. */
const SELECTORS: readonly [kind: string, field: string][] = [
  ['ServiceMonitor', 'serviceMonitorSelector'], ['PodMonitor', 'podMonitorSelector'], ['Probe', 'probeSelector'], ['PrometheusRule', 'ruleSelector'],
];

const example = (label: string) => together(
  objectYaml(`${GROUP}/v1`, 'Prometheus', 'main', 'spec: {ruleSelector: {matchLabels: {role: alerts}}}'),
  objectYaml(`${GROUP}/v1`, 'PrometheusRule', 'web', 'spec: {groups: [{name: web, rules: [{alert: Down, expr: up == 0}]}]}').replace('{name: web}', `{name: web, labels: {${label}}}`));

export const monitorNotChosen: Check = {
  id: 'monitor-not-chosen',
  why: 'a Prometheus reads the monitors and rules that have the labels of its selectors, and no others; nothing is said of those that it leaves out',
  severity: 'warning',
  run: function* (inventory) {
    const readers = ['Prometheus', 'PrometheusAgent'].flatMap(kind => ofGroup(inventory, kind));
    if (readers.length === 0) { return; }
    for (const [kind, field] of SELECTORS) {
      // One without a selector may be told by other means.
      const selectors = readers.map(({ spec }) => recordOf(spec)[field]);
      if (!selectors.every(isRecord)) { continue; }
      for (const object of ofGroup(inventory, kind)) {
        const labels = recordOf(object.metadata?.labels);
        if (selectors.some(selector => matchesSelector(selector, labels))) { continue; }
        yield {
          object,
          path: '/metadata/labels',
          message: `${titleOf(object)} has no labels by which ${readers.length === 1 ? titleOf(readers[0]) : 'a Prometheus here'} chooses: ${describeSelector(selectors[0])}`,
          fix: labelsToWrite(selectors[0]),
        };
      }
    }
  },
  bad: example('app: web'),
  good: example('role: alerts'),
};

function ofGroup(inventory: Inventory, kind: string): readonly Manifest[] {
  return inventory.ofKind(kind).filter(({ apiVersion }) => groupOf(apiVersion) === GROUP);
}

function labelsToWrite({ matchLabels }: Record<string, unknown>): string {
  const labels = Object.entries(recordOf(matchLabels)).map(([key, value]) => `${key}: ${textOf(value)}`);
  return labels.length > 0 ? `write the label${labels.length > 1 ? 's' : ''} ${labels.join(', ')}` : 'write labels that the selector asks for';
}
