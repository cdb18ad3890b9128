import { WEB, setYaml } from './examples';
import { describeSelector, picksNoPods, severityOfNoPods } from './selecting';
import { titleOf } from '../../../manifest/inventory';
import { Selection } from '../../../manifest/references/selections';
import { Check, CheckContext, SystemProblem } from '../../engine/check';

const example = (app: string) => setYaml('db', [
  WEB,
  'affinity:',
  '  podAntiAffinity:',
  '    requiredDuringSchedulingIgnoredDuringExecution:',
  `      - {topologyKey: kubernetes.io/hostname, labelSelector: {matchLabels: {app: ${app}}}}`,
], 'replicas: 3');

export const affinitySelectsPods: Check = {
  id: 'affinity-selects-pods',
  why: 'a pod that must be near others which do not exist stays Pending; a pod that keeps away from others which do not exist is not kept apart',
  severity: 'warning',
  run: function* (_, context) {
    for (const selection of context.references.selectionsFor('keeps near')) {
      if (selection.required) { yield* withoutPods(selection, context, 'must be near', 'so it is never scheduled'); }
    }
    for (const selection of context.references.selectionsFor('keeps away from')) {
      yield* withoutPods(selection, context, 'keeps away from', 'so nothing is kept apart');
    }
  },
  bad: example('mysql'),
  good: example('db'),
};

function* withoutPods(selection: Selection, context: CheckContext, rule: string, consequence: string): Iterable<SystemProblem> {
  if (!picksNoPods(context, selection)) { return; }
  yield {
    object: selection.from,
    path: selection.path,
    severity: severityOfNoPods(context, selection),
    message: `${titleOf(selection.from)} ${rule} pods with ${describeSelector(selection.selector)}, and no pod here has these labels, ${consequence}`,
    fix: 'write labels of a pod template, its own or that of its neighbour',
  };
}
