import { DeployerCase } from './deployer-case';
import { Words, claim, configMap, deployment, job, statefulSet } from './objects';
import { HelmMajor } from '../../../scripts/kubernetes/deployers/helm';

const hook = (events: string, deletePolicy?: string): Words =>
  ({ 'helm.sh/hook': events, ...deletePolicy !== undefined && { 'helm.sh/hook-delete-policy': deletePolicy } });
const policy = (word: string): Words => ({ 'helm.sh/resource-policy': word });


interface HelmCase extends DeployerCase {
  /** Helm 4 applies on the server, hooks, too. @default - the same */
  readonly onHelm4?: DeployerCase['fates'];
}

const CASES: readonly HelmCase[] = [
  { title: 'a claim that is gone', before: [claim('files', '1Gi')], after: [], fates: ['deleted'] },
  { title: 'a claim with keep that is gone', before: [claim('files', '1Gi', policy('keep'))], after: [], fates: ['kept'] },
  { title: 'a claim with Keep that is gone', before: [claim('files', '1Gi', policy('Keep'))], after: [], fates: ['deleted'] },
  { title: 'a claim with delete that is gone', before: [claim('files', '1Gi', policy('delete'))], after: [], fates: ['deleted'] },
  { title: 'a Job whose image changes', before: [job('run', 'a:1')], after: [job('run', 'a:2')], fates: ['refused'] },
  { title: 'a pre-upgrade Job whose image changes', before: [job('run', 'a:1', hook('pre-install,pre-upgrade'))], after: [job('run', 'a:2', hook('pre-install,pre-upgrade'))], fates: ['recreated'] },
  { title: 'a post-upgrade Job that is the same', before: [job('run', 'a:1', hook('post-install, Post-Upgrade'))], after: [job('run', 'a:1', hook('post-install, Post-Upgrade'))], fates: ['recreated'] },
  { title: 'with before-hook-creation', before: [job('run', 'a:1', hook('pre-install,pre-upgrade', 'before-hook-creation'))], after: [job('run', 'a:2', hook('pre-install,pre-upgrade', 'before-hook-creation'))], fates: ['recreated'] },
  { title: 'with before-hook-creation and hook-succeeded', before: [job('run', 'a:1', hook('pre-install,pre-upgrade', 'before-hook-creation,hook-succeeded'))], after: [job('run', 'a:2', hook('pre-install,pre-upgrade', 'before-hook-creation,hook-succeeded'))], fates: ['recreated'] },
  { title: 'with hook-succeeded', before: [job('run', 'a:1', hook('pre-install,pre-upgrade', 'hook-succeeded'))], after: [job('run', 'a:2', hook('pre-install,pre-upgrade', 'hook-succeeded'))], fates: ['recreated'] },
  { title: 'with hook-failed', before: [job('run', 'a:1', hook('pre-install,pre-upgrade', 'hook-failed'))], after: [job('run', 'a:2', hook('pre-install,pre-upgrade', 'hook-failed'))], fates: ['refused'] },
  { title: 'with hook-failed, a ConfigMap', before: [configMap('run', 'a', hook('pre-install,pre-upgrade', 'hook-failed'))], after: [configMap('run', 'b', hook('pre-install,pre-upgrade', 'hook-failed'))], fates: ['refused'], onHelm4: ['updated'] },
  { title: 'with hook-failed, the same ConfigMap', before: [configMap('run', 'a', hook('pre-install,pre-upgrade', 'hook-failed'))], after: [configMap('run', 'a', hook('pre-install,pre-upgrade', 'hook-failed'))], fates: ['refused'], onHelm4: ['untouched'] },
  { title: 'with a policy that Helm does not know', before: [job('run', 'a:1', hook('pre-install,pre-upgrade', 'never'))], after: [job('run', 'a:2', hook('pre-install,pre-upgrade', 'never'))], fates: ['refused'] },
  { title: 'with Before-Hook-Creation', before: [job('run', 'a:1', hook('pre-install,pre-upgrade', 'Before-Hook-Creation'))], after: [job('run', 'a:2', hook('pre-install,pre-upgrade', 'Before-Hook-Creation'))], fates: ['recreated'] },
  { title: 'a pre-install Job whose image changes', before: [job('run', 'a:1', hook('pre-install'))], after: [job('run', 'a:2', hook('pre-install'))], fates: ['untouched'] },
  // The differ does not know whether the release is there already.
  { title: 'a new pre-install Job', before: [], after: [job('run', 'a:2', hook('pre-install'))], fates: ['not created'], said: ['created'] },
  { title: 'a new test Job', before: [], after: [job('run', 'a:2', hook('test'))], fates: ['not created'] },
  { title: 'a new pre-upgrade Job', before: [], after: [job('run', 'a:2', hook('pre-upgrade'))], fates: ['created'] },
  { title: 'a new object with an unknown hook', before: [], after: [job('run', 'a:2', hook('pre-update'))], fates: ['not created'] },
  { title: 'a new object with the hook crd-install', before: [], after: [configMap('run', 'a', hook('crd-install'))], fates: ['not created'] },
  { title: 'a new object with the hook test-failure', before: [], after: [configMap('run', 'a', hook('test-failure'))], fates: ['not created'] },
  { title: 'an object that gets an unknown hook', before: [configMap('run', 'a')], after: [configMap('run', 'a', hook('pre-update'))], fates: ['deleted'] },
  { title: 'an object that becomes a pre-install hook', before: [configMap('run', 'a')], after: [configMap('run', 'a', hook('pre-install'))], fates: ['deleted'] },
  { title: 'a Job that becomes a pre-upgrade hook', before: [job('run', 'a:1')], after: [job('run', 'a:2', hook('pre-upgrade'))], fates: ['deleted'] },
  { title: 'a hook that becomes an object of the release', before: [configMap('run', 'a', hook('pre-install,pre-upgrade'))], after: [configMap('run', 'b')], fates: ['refused'] },
  { title: 'a hook that is gone', before: [job('run', 'a:1', hook('pre-install,pre-upgrade'))], after: [], fates: ['kept'] },
  { title: 'a claim as a hook of installation and upgrade', before: [claim('files', '1Gi', hook('pre-install,pre-upgrade'))], after: [claim('files', '1Gi', hook('pre-install,pre-upgrade'))], fates: ['recreated'] },
  { title: 'a claim as a hook of installation', before: [claim('files', '1Gi', hook('pre-install'))], after: [claim('files', '1Gi', hook('pre-install'))], fates: ['untouched'] },
  { title: 'a claim as a hook of installation and upgrade, with keep', before: [claim('files', '1Gi', { ...hook('pre-install,pre-upgrade'), ...policy('keep') })], after: [claim('files', '1Gi', { ...hook('pre-install,pre-upgrade'), ...policy('keep') })], fates: ['recreated'] },
  { title: 'a claim as a hook that is gone', before: [claim('files', '1Gi', hook('pre-install'))], after: [], fates: ['kept'] },
  { title: 'a claim with keep that becomes a hook of installation', before: [claim('files', '1Gi', policy('keep'))], after: [claim('files', '1Gi', { ...policy('keep'), ...hook('pre-install') })], fates: ['untouched'] },
  { title: 'a claim that becomes a hook of installation', before: [claim('files', '1Gi')], after: [claim('files', '1Gi', hook('pre-install'))], fates: ['deleted'] },
  { title: 'an object that becomes a hook after upgrades', before: [configMap('run', 'a')], after: [configMap('run', 'b', hook('post-upgrade'))], fates: ['recreated'] },
  { title: 'an object that becomes a hook before upgrades, and is not deleted first', before: [configMap('run', 'a')], after: [configMap('run', 'b', hook('pre-upgrade', 'hook-failed'))], fates: ['refused'], onHelm4: ['deleted'] },
  { title: 'a hook that was deleted, and becomes an object of the release', before: [configMap('run', 'a', hook('pre-install,pre-upgrade', 'hook-succeeded'))], after: [configMap('run', 'b')], fates: ['recreated'], said: ['updated'] },
  { title: 'uninstalled: a claim', before: [claim('files', '1Gi')], after: [], isRemoved: true, fates: ['deleted'] },
  { title: 'uninstalled: a claim with keep', before: [claim('files', '1Gi', policy('keep'))], after: [], isRemoved: true, fates: ['kept'] },
  { title: 'uninstalled: a claim with Keep', before: [claim('files', '1Gi', policy(' Keep'))], after: [], isRemoved: true, fates: ['kept'] },
  { title: 'uninstalled: a hook', before: [configMap('run', 'a', hook('pre-install'))], after: [], isRemoved: true, fates: ['kept'] },
  { title: 'uninstalled: a set, whose claims stay', before: [statefulSet('db', 'a')], after: [], isRemoved: true, fates: ['deleted'] },
  { title: 'another Service of a StatefulSet', before: [statefulSet('db', 'a')], after: [statefulSet('db', 'b')], fates: ['refused'] },
  { title: 'a StatefulSet renamed', before: [statefulSet('db', 'a')], after: [statefulSet('pg', 'a')], fates: ['deleted', 'created'] },
  { title: 'a Deployment\'s selector', before: [deployment('web', 'a:1')], after: [deployment('web', 'a:1', undefined, 'other')], fates: ['refused'] },
  { title: 'a Deployment\'s image', before: [deployment('web', 'a:1')], after: [deployment('web', 'a:2')], fates: ['updated'] },
];

/** What each version does. */
export const helmCases = (major: HelmMajor): DeployerCase[] => CASES
  .map(({ onHelm4, ...one }) => major === '4' && onHelm4 ? { ...one, fates: onHelm4, said: one.said ?? one.fates } : one);
