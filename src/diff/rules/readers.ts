import { Manifest, groupOf } from '../../kubernetes/manifest';
import { podTemplateOf } from '../../kubernetes/workload';
import { namespaceOf } from '../../manifest/inventory';
import { ChangeStatement, Rule } from '../changes/rule';
import { isService } from '../changes/service';
import { World } from '../changes/world';

/** Every namespace has it, whoever applies what. */
const ROOT_CERTIFICATE = 'kube-root-ca.crt';

/** Containers wait for ever for a Secret or ConfigMap that is not there. */
function sourceRemoved(object: Manifest, world: World): ChangeStatement[] {
  if (!['Secret', 'ConfigMap'].includes(object.kind) || groupOf(object.apiVersion) !== '') { return []; }
  if (object.metadata?.name === ROOT_CERTIFICATE) { return []; }
  const readers = world.after.naming(object)
    .filter(({ from, relation, optional }) => !optional && (relation === 'reads' || relation === 'mounts') && podTemplateOf(from))
    .map(({ from }) => from);
  if (readers.length === 0 || world.after.isMadeByController(object)) { return []; }
  const whose = new Set(readers).size > 1 ? 'their' : 'its';
  return [{ path: '', message: `${object.kind} removed while ${named(readers)}: ${whose} next pod does not start` }];
}

/** What the server looks up when a pod is created, and refuses the pod without it. */
const LOOKED_UP: ReadonlyMap<string, string> = new Map([['ServiceAccount', ''], ['PriorityClass', 'scheduling.k8s.io'], ['RuntimeClass', 'node.k8s.io']]);

/** Every namespace has it: it is made anew once it is deleted. */
const DEFAULT_ACCOUNT = 'default';

/** The server creates no pod that names what is not there. */
function accountOrClassRemoved(object: Manifest, world: World): ChangeStatement[] {
  if (LOOKED_UP.get(object.kind) !== groupOf(object.apiVersion) || (object.kind === 'ServiceAccount' && object.metadata?.name === DEFAULT_ACCOUNT)) { return []; }
  const users = world.after.naming(object).map(({ from }) => from).filter(from => podTemplateOf(from));
  if (users.length === 0 || world.after.isMadeByController(object)) { return []; }
  const whose = new Set(users).size > 1 ? 'their' : 'its';
  return [{ path: '', message: `${object.kind} removed while ${named(users, 'name')}: the server refuses ${whose} next pod` }];
}

/** Clients call a name that nobody answers to any more. What a set's pods are called by is reported with the Service. */
function serviceRemoved(service: Manifest, world: World): ChangeStatement[] {
  if (!isService(service) || world.after.governedBy(service).length > 0) { return []; }
  const references = world.after.naming(service).filter(({ optional }) => !optional);
  const callers = [...world.after.hosts.callersOf(service), ...references.map(({ from }) => from)]
    .filter(({ kind }) => !['Endpoints', 'EndpointSlice'].includes(kind));
  if (callers.length === 0) { return []; }
  const who = new Set(callers).size > 1 ? 'they reach' : 'it reaches';
  return [{ path: '', message: `Service removed while ${named(callers, 'name')}: ${who} nobody` }];
}

/** `Deployment shop/web and 2 more read it`. */
function named(objects: readonly Manifest[], verb = 'read'): string {
  const names = [...new Set(objects.map(object => `${object.kind} ${namespaceOf(object)}/${object.metadata?.name}`))];
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  return `${names.slice(0, 3).join(', ')}${more} ${verb}${names.length > 1 ? '' : 's'} it`;
}

export const READER_DANGERS: readonly Rule[] = [
  {
    id: 'config-removed-while-read',
    title: 'Secret or ConfigMap removed while pods read it',
    effect: 'access',
    kinds: ['Secret', 'ConfigMap'],
    fields: 'the whole object, where a workload names it without `optional: true`',
    why: 'pods that run go on; the next one, after a restart or on another node, waits for ever (CreateContainerConfigError, FailedMount)',
    fix: 'keep it until no workload names it; apply the workloads first and remove it afterwards',
    removed: sourceRemoved,
  },
  {
    id: 'account-or-class-removed-while-named',
    title: 'ServiceAccount, PriorityClass or RuntimeClass removed while pods name it',
    effect: 'access',
    kinds: ['ServiceAccount', 'PriorityClass', 'RuntimeClass'],
    fields: 'the whole object, where a workload names it',
    why: 'pods that run go on, those of a ServiceAccount without its rights. The server looks it up when a pod is created, and refuses the pod: after a restart, a drain or a roll none comes back',
    fix: 'keep it until no workload names it; apply the workloads first and remove it afterwards',
    removed: accountOrClassRemoved,
  },
  {
    id: 'service-removed-while-called',
    title: 'Service removed while clients call it',
    effect: 'access',
    kinds: ['Service'],
    fields: 'the whole object, where a variable, an argument or an Ingress names it by host',
    why: 'its DNS name and address are gone, and clients that call it fail from the next connection on',
    fix: 'keep the Service, or give clients the new name first and remove it afterwards',
    removed: serviceRemoved,
  },
];
