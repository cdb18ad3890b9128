import { DeployerCase } from './deployer-case';
import { Words, claim, configMap, deployment, job, statefulSet } from './objects';

const hook = (types: string, deletePolicy?: string): Words =>
  ({ 'argocd.argoproj.io/hook': types, ...deletePolicy !== undefined && { 'argocd.argoproj.io/hook-delete-policy': deletePolicy } });
const helmHook = (events: string): Words => ({ 'helm.sh/hook': events });
const options = (word: string): Words => ({ 'argocd.argoproj.io/sync-options': word });


export const ARGO_CD_CASES: readonly DeployerCase[] = [
  { title: 'a claim that is gone', before: [claim('files', '1Gi')], after: [], fates: ['deleted'] },
  { title: 'with Prune=false', before: [claim('files', '1Gi', options('ServerSideApply=true, Prune=false'))], after: [], fates: ['kept'] },
  { title: 'with Prune=False', before: [claim('files', '1Gi', options('Prune=False'))], after: [], fates: ['deleted'] },
  { title: 'with Delete=false', before: [claim('files', '1Gi', options('Delete=false'))], after: [], fates: ['deleted'] },
  // What Helm alone reads is told as Helm reads it.
  { title: 'with Helm\'s keep', before: [claim('files', '1Gi', { 'helm.sh/resource-policy': 'keep' })], after: [], fates: ['deleted'], said: ['kept'] },
  { title: 'a Job whose image changes', before: [job('run', 'a:1')], after: [job('run', 'a:2')], fates: ['refused'] },
  { title: 'a PreSync Job whose image changes', before: [job('run', 'a:1', hook('PreSync'))], after: [job('run', 'a:2', hook('PreSync'))], fates: ['recreated'] },
  { title: 'a PostSync Job that is the same', before: [job('run', 'a:1', hook('PostSync'))], after: [job('run', 'a:1', hook('PostSync'))], fates: ['recreated'] },
  { title: 'a Sync Job', before: [job('run', 'a:1', hook('Sync'))], after: [job('run', 'a:2', hook('Sync'))], fates: ['recreated'] },
  { title: 'with HookSucceeded', before: [job('run', 'a:1', hook('PreSync', 'HookSucceeded'))], after: [job('run', 'a:2', hook('PreSync', 'HookSucceeded'))], fates: ['recreated'] },
  // The sync fails, and with it goes the hook.
  { title: 'with HookFailed', before: [job('run', 'a:1', hook('PreSync', 'HookFailed'))], after: [job('run', 'a:2', hook('PreSync', 'HookFailed'))], fates: ['deleted'], said: ['refused'] },
  { title: 'with HookFailed, a ConfigMap', before: [configMap('run', 'a', hook('PreSync', 'HookFailed'))], after: [configMap('run', 'b', hook('PreSync', 'HookFailed'))], fates: ['updated'] },
  { title: 'with a policy that Argo CD does not know', before: [job('run', 'a:1', hook('PreSync', 'BeforeHook'))], after: [job('run', 'a:2', hook('PreSync', 'BeforeHook'))], fates: ['recreated'] },
  { title: 'a new SyncFail Job', before: [], after: [job('run', 'a:1', hook('SyncFail'))], fates: ['not created'] },
  { title: 'a new PostDelete Job', before: [], after: [job('run', 'a:1', hook('PostDelete'))], fates: ['not created'] },
  { title: 'a new PreDelete Job', before: [], after: [job('run', 'a:1', hook('PreDelete'))], fates: ['not created'] },
  { title: 'a new object with Skip', before: [], after: [configMap('run', 'a', hook('Skip'))], fates: ['not created'] },
  { title: 'an object that gets Skip', before: [configMap('run', 'a')], after: [configMap('run', 'b', hook('Skip'))], fates: ['untouched'] },
  { title: 'an unknown hook', before: [], after: [configMap('run', 'a', hook('Presync'))], fates: ['not created'] },
  { title: 'a hook that is gone', before: [job('run', 'a:1', hook('PreSync'))], after: [], fates: ['kept'] },
  { title: 'a hook of Helm for upgrades', before: [job('run', 'a:1', helmHook('pre-upgrade'))], after: [job('run', 'a:2', helmHook('pre-upgrade'))], fates: ['recreated'] },
  { title: 'a hook of Helm for installation', before: [job('run', 'a:1', helmHook('pre-install'))], after: [job('run', 'a:2', helmHook('pre-install'))], fates: ['recreated'], said: ['untouched'] },
  { title: 'a test of Helm', before: [], after: [job('run', 'a:1', helmHook('test'))], fates: ['not created'] },
  { title: 'crd-install of Helm', before: [], after: [configMap('run', 'a', helmHook('crd-install'))], fates: ['created'], said: ['not created'] },
  { title: 'the same hook', before: [configMap('run', 'a', hook('PreSync'))], after: [configMap('run', 'a', hook('PreSync'))], fates: ['recreated'] },
  { title: 'Replace=true, a Job', before: [job('run', 'a:1', options('Replace=true'))], after: [job('run', 'a:2', options('Replace=true'))], fates: ['refused'] },
  { title: 'Replace=true, a Deployment', before: [deployment('web', 'a:1', options('Replace=true'))], after: [deployment('web', 'a:2', options('Replace=true'))], fates: ['updated'] },
  { title: 'Force=true, a Job', before: [job('run', 'a:1', options('Force=true'))], after: [job('run', 'a:2', options('Force=true'))], fates: ['recreated'] },
  { title: 'Force=true, the same Job', before: [job('run', 'a:1', options('Force=true'))], after: [job('run', 'a:1', options('Force=true'))], fates: ['untouched'] },
  { title: 'Force=true, a Deployment\'s image', before: [deployment('web', 'a:1', options('Force=true'))], after: [deployment('web', 'a:2', options('Force=true'))], fates: ['updated'] },
  { title: 'Force=true, a Deployment\'s selector', before: [deployment('web', 'a:1', options('Force=true'))], after: [deployment('web', 'a:1', options('Force=true'), 'other')], fates: ['recreated'] },
  { title: 'Force=true with ServerSideApply=true, a Job', before: [job('run', 'a:1', options('ServerSideApply=true'))], after: [job('run', 'a:2', options('Force=true,ServerSideApply=true'))], fates: ['refused'] },
  { title: 'ServerSideApply=true, a Job', before: [job('run', 'a:1', options('ServerSideApply=true'))], after: [job('run', 'a:2', options('ServerSideApply=true'))], fates: ['refused'] },
  { title: 'Replace=true,Force=true, a Job', before: [job('run', 'a:1', options('Replace=true,Force=true'))], after: [job('run', 'a:2', options('Replace=true,Force=true'))], fates: ['recreated'] },
  { title: 'Replace=true,Force=true, the same Job', before: [job('run', 'a:1', options('Replace=true,Force=true'))], after: [job('run', 'a:1', options('Replace=true,Force=true'))], fates: ['recreated'] },
  { title: 'Replace=true,Force=true, a StatefulSet', before: [statefulSet('db', 'a', options('Replace=true,Force=true'))], after: [statefulSet('db', 'b', options('Replace=true,Force=true'))], fates: ['recreated'] },
  { title: 'Force=true, another Service of a StatefulSet', before: [statefulSet('db', 'a', options('Force=true'))], after: [statefulSet('db', 'b', options('Force=true'))], fates: ['recreated'] },
  // It goes only after a while, for which Argo CD does not wait: the next sync creates it.
  { title: 'Force=true, a claim\'s class', before: [claim('files', '1Gi', options('Force=true'))], after: [claim('files', '1Gi', options('Force=true'), 'other')], fates: ['deleted'], said: ['recreated'] },
  { title: 'Replace=true,Force=true, the same claim', before: [claim('files', '1Gi', options('Replace=true,Force=true'))], after: [claim('files', '1Gi', options('Replace=true,Force=true'))], fates: ['recreated'] },
  { title: 'a claim\'s class', before: [claim('files', '1Gi')], after: [claim('files', '1Gi', undefined, 'other')], fates: ['refused'] },
  { title: 'an object that becomes a hook', before: [configMap('run', 'a')], after: [configMap('run', 'b', hook('PreSync'))], fates: ['recreated'] },
  { title: 'an object that becomes a hook of failures', before: [configMap('run', 'a')], after: [configMap('run', 'b', hook('SyncFail'))], fates: ['deleted'] },
  { title: 'an object with Prune=false that becomes a hook of failures', before: [configMap('run', 'a', options('Prune=false'))], after: [configMap('run', 'b', hook('SyncFail'))], fates: ['untouched'] },
  { title: 'an object that becomes an unknown hook', before: [configMap('run', 'a')], after: [configMap('run', 'b', hook('Presync'))], fates: ['deleted'] },
  { title: 'an object that becomes a PostDelete hook', before: [configMap('run', 'a')], after: [configMap('run', 'b', hook('PostDelete'))], fates: ['deleted'] },
  { title: 'a hook that becomes an object', before: [configMap('run', 'a', hook('PreSync'))], after: [configMap('run', 'b')], fates: ['updated'] },
  { title: 'removed: a claim', before: [claim('files', '1Gi')], after: [], isRemoved: true, fates: ['deleted'] },
  { title: 'removed: a claim with Prune=false', before: [claim('files', '1Gi', options('Prune=false'))], after: [], isRemoved: true, fates: ['deleted'] },
  { title: 'removed: a claim with Delete=false', before: [claim('files', '1Gi', options('Delete=false'))], after: [], isRemoved: true, fates: ['kept'] },
  { title: 'removed: a claim with Helm\'s keep', before: [claim('files', '1Gi', { 'helm.sh/resource-policy': 'keep' })], after: [], isRemoved: true, fates: ['kept'] },
  { title: 'removed: a hook', before: [configMap('run', 'a', hook('PreSync'))], after: [], isRemoved: true, fates: ['deleted'] },
];
