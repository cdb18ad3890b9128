import { DeployerCase } from './deployer-case';
import { Words, claim, configMap, deployment, job, statefulSet } from './objects';

const word = (name: string, value: string): Words => ({ [`kustomize.toolkit.fluxcd.io/${name}`]: value });

const labelled = (object: ReturnType<typeof claim>, labels: Words) => ({ ...object, metadata: { ...object.metadata, labels } });

export const FLUX_CASES: readonly DeployerCase[] = [
  { title: 'a claim that is gone', before: [claim('files', '1Gi')], after: [], fates: ['deleted'] },
  { title: 'prune: disabled', before: [claim('files', '1Gi', word('prune', 'disabled'))], after: [], fates: ['kept'] },
  { title: 'prune: Disabled', before: [claim('files', '1Gi', word('prune', 'Disabled'))], after: [], fates: ['kept'] },
  { title: 'prune: disabled as a label', before: [labelled(claim('files', '1Gi'), word('prune', 'disabled'))], after: [], fates: ['kept'] },
  { title: 'prune: false', before: [claim('files', '1Gi', word('prune', 'false'))], after: [], fates: ['deleted'] },
  { title: 'ssa: IfNotPresent that is gone', before: [claim('files', '1Gi', word('ssa', 'IfNotPresent'))], after: [], fates: ['deleted'] },
  { title: 'reconcile: disabled on both sides', earlier: [configMap('run', 'z')], before: [configMap('run', 'a', word('reconcile', 'disabled'))], after: [configMap('run', 'b', word('reconcile', 'disabled'))], fates: ['untouched'] },
  { title: 'reconcile: disabled from now on', before: [configMap('run', 'a')], after: [configMap('run', 'b', word('reconcile', 'disabled'))], fates: ['untouched'] },
  { title: 'a new object with reconcile: disabled', before: [], after: [configMap('run', 'b', word('reconcile', 'disabled'))], fates: ['not created'] },
  { title: 'reconcile: disabled that is gone, and was never applied', earlier: [configMap('run', 'z')], before: [configMap('run', 'a', word('reconcile', 'disabled'))], after: [], fates: ['deleted'] },
  { title: 'a new object with ssa: Ignore', before: [], after: [configMap('run', 'b', word('ssa', 'Ignore'))], fates: ['not created'] },
  { title: 'ssa: Ignore from now on', before: [configMap('run', 'a')], after: [configMap('run', 'b', word('ssa', 'Ignore'))], fates: ['untouched'] },
  { title: 'a new object with ssa: IfNotPresent', before: [], after: [configMap('run', 'b', word('ssa', 'IfNotPresent'))], fates: ['created'] },
  { title: 'ssa: IfNotPresent', before: [configMap('run', 'a', word('ssa', 'IfNotPresent'))], after: [configMap('run', 'b', word('ssa', 'ifnotpresent'))], fates: ['untouched'] },
  { title: 'ssa: IfNotPresent no more', before: [configMap('run', 'a', word('ssa', 'IfNotPresent'))], after: [configMap('run', 'b')], fates: ['updated'] },
  { title: 'ssa: Merge', before: [configMap('run', 'a', word('ssa', 'Merge'))], after: [configMap('run', 'b', word('ssa', 'Merge'))], fates: ['updated'] },
  { title: 'a Job whose image changes', before: [job('run', 'a:1')], after: [job('run', 'a:2')], fates: ['refused'] },
  { title: 'force: enabled, a Job', before: [job('run', 'a:1')], after: [job('run', 'a:2', word('force', 'enabled'))], fates: ['recreated'] },
  { title: 'force: Enabled before only, a Job', before: [job('run', 'a:1', word('force', 'Enabled'))], after: [job('run', 'a:2')], fates: ['recreated'] },
  { title: 'force: enabled, the same Job', before: [job('run', 'a:1', word('force', 'enabled'))], after: [job('run', 'a:1', word('force', 'enabled'))], fates: ['untouched'] },
  { title: 'force: enabled, a Deployment\'s image', before: [deployment('web', 'a:1', word('force', 'enabled'))], after: [deployment('web', 'a:2', word('force', 'enabled'))], fates: ['updated'] },
  { title: 'force: enabled, a Deployment\'s selector', before: [deployment('web', 'a:1', word('force', 'enabled'))], after: [deployment('web', 'a:1', word('force', 'enabled'), 'other')], fates: ['recreated'] },
  { title: 'force: enabled, a claim\'s class', before: [claim('files', '1Gi', word('force', 'enabled'))], after: [claim('files', '1Gi', word('force', 'enabled'), 'other')], fates: ['recreated'] },
  { title: 'force: enabled, another Service of a StatefulSet', before: [statefulSet('db', 'a', word('force', 'enabled'))], after: [statefulSet('db', 'b', word('force', 'enabled'))], fates: ['recreated'] },
  {
    title: 'force: enabled, an invalid Deployment',
    before: [deployment('web', 'a:1', word('force', 'enabled'))],
    after: [{ ...deployment('web', 'a:1', word('force', 'enabled')), spec: { ...deployment('web', 'a:1').spec, replicas: -1 } }],
    fates: ['deleted'],
  },
  { title: 'force: disabled, a Job', before: [job('run', 'a:1')], after: [job('run', 'a:2', word('force', 'disabled'))], fates: ['refused'] },
  // What Helm alone reads is told as Helm reads it.
  { title: 'a hook of Helm', before: [job('run', 'a:1', { 'helm.sh/hook': 'pre-upgrade' })], after: [job('run', 'a:2', { 'helm.sh/hook': 'pre-upgrade' })], fates: ['refused'], said: ['recreated'] },
  { title: 'another Service of a StatefulSet', before: [statefulSet('db', 'a')], after: [statefulSet('db', 'b')], fates: ['refused'] },
  { title: 'removed: a claim', before: [claim('files', '1Gi')], after: [], isRemoved: true, fates: ['deleted'] },
  { title: 'removed: a claim with prune: disabled', before: [claim('files', '1Gi', word('prune', 'disabled'))], after: [], isRemoved: true, fates: ['kept'] },
];
