import { Behaviour } from './behaviour';
import { recordOf } from '../../kubernetes/manifest';
import { titleOf } from '../../manifest/inventory';

export const setsRestart: Behaviour = {
  id: 'sets-restart',
  why: 'the controller of 1.34.0 and 1.34.1 takes each existing StatefulSet for changed, and restarts its pods',
  severity: 'warning',
  holds: { since: '1.34', until: '1.34.2' },
  source: 'https://github.com/kubernetes/kubernetes/issues/135017',
  run: function* ({ inventory }) {
    for (const set of inventory.ofKind('StatefulSet')) {
      // Its pods are replaced by people alone.
      if (recordOf(recordOf(set.spec).updateStrategy).type === 'OnDelete') { continue; }
      yield {
        object: set,
        path: '',
        message: `a control plane of 1.34.0 or 1.34.1 restarts all pods of ${titleOf(set)}, one after the other, though nothing changed`,
        fix: 'upgrade to 1.34.2 or later, without 1.34.0 and 1.34.1 on the way',
      };
    }
  },
};
