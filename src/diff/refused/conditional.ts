import { groupKindOf, isRecord, listOf, Manifest, recordOf, sameData } from '../../kubernetes/manifest';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update } from '../changes/update';
import { World } from '../changes/world';

type Find = (update: Update, world: World) => ChangeStatement[];

function only(kind: string, find: Find): Find {
  return (update, world) => groupKindOf(update.after) === kind ? find(update, world) : [];
}

/** The scopes are a set: their order may change. */
function quotaScopes({ before, after }: Update): ChangeStatement[] {
  const [old, next] = [before, after].map(side => new Set(listOf(recordOf(side.spec).scopes)));
  if (old.size === next.size && [...old].every(scope => next.has(scope))) { return []; }
  return [{ path: '/spec/scopes', message: 'the API server refuses this: the scopes of a ResourceQuota are fixed when it is created' }];
}

/** Go tells an empty mapping from none, and what is stored is none. */
function emptyParameters({ given }: Update): ChangeStatement[] {
  const { parameters } = given.after;
  if (!isRecord(parameters) || Object.keys(parameters).length > 0 || Object.keys(recordOf(given.before.parameters)).length > 0) { return []; }
  return [{ path: '/parameters', message: 'the API server refuses this: an empty mapping of parameters is not the same as none' }];
}

/** What may be set once on a Node. */
const SET_ONCE = ['providerID', 'podCIDR', 'podCIDRs'];
const FREE = ['taints', 'unschedulable', 'configSource', 'podPreemptionPolicy'];

function nodeSpec({ differences }: Update): ChangeStatement[] {
  return differences.filter(({ path, before, after }) => {
    const [, root, field] = path.split('/');
    if (root !== 'spec') { return false; }
    const isFree = (name: string) => FREE.includes(name) || (SET_ONCE.includes(name) && before === undefined);
    return field === undefined ? !Object.keys({ ...recordOf(before), ...recordOf(after) }).every(isFree) : !isFree(field);
  }).map(({ path }) => ({ path, part: path.slice(1), message: 'the API server refuses this: of a Node\'s spec only taints and unschedulable change' }));
}

function driversOfNode({ before, after }: Update, { model }: World): ChangeStatement[] {
  const known = new Map(listOf(recordOf(before.spec).drivers).map(driver => [recordOf(driver).name, driver]));
  const fixed = model.isOff('MutableCSINodeAllocatableCount') ? recordOf : (driver: unknown) => ({ ...recordOf(driver), allocatable: undefined });
  return listOf(recordOf(after.spec).drivers).flatMap((driver, index) => {
    const { name } = recordOf(driver);
    return !known.has(name) || sameData(fixed(known.get(name)), fixed(driver))
      ? []
      : [{ path: `/spec/drivers/${index}`, part: String(name), message: `the API server refuses this: what driver '${name}' reported of this node is fixed` }];
  });
}

/** A range for the other IP family may come behind the one that is there. */
function rangesOfServices({ before, after }: Update): ChangeStatement[] {
  const [old, next] = [before, after].map(side => listOf(recordOf(side.spec).cidrs));
  const isSame = old.length === next.length && old.every((range, index) => range === next[index]);
  const isAdded = old.length === 1 && next.length === 2 && old[0] === next[0];
  return isSame || isAdded ? [] : [{ path: '/spec/cidrs', message: 'the API server refuses this: the ranges of a ServiceCIDR are fixed; a second one may be added' }];
}

/** Objects are stored in a version, so that version stays, even when another one is the storage version now. */
function storedVersions({ given, before, after }: Update): ChangeStatement[] {
  const versions = new Set(listOf(recordOf(after.spec).versions).map(version => recordOf(version).name));
  return storedIn(given.before, before).filter(name => !versions.has(name)).map(name => ({
    path: '/spec/versions',
    part: name,
    message: `the API server refuses this: objects may be stored as ${name}, which is among status.storedVersions`,
  }));
}

function storedIn(given: Manifest, before: Manifest): string[] {
  const known = listOf(recordOf(given.status).storedVersions);
  if (known.length > 0) { return known.map(String); }
  return listOf(recordOf(before.spec).versions).map(recordOf).filter(({ storage }) => storage === true).map(({ name }) => String(name));
}

const PROTECTED_ANNOTATION = /^(container\.apparmor\.security\.beta\.kubernetes\.io\/.*|kubernetes\.io\/config\.mirror)$/;

function podAnnotations({ before, after }: Update): ChangeStatement[] {
  const [old, next] = [before, after].map(side => recordOf(recordOf(side.metadata).annotations));
  return [...new Set([...Object.keys(old), ...Object.keys(next)])]
    .filter(name => PROTECTED_ANNOTATION.test(name) && old[name] !== next[name])
    .map(name => ({ path: '/metadata/annotations', part: name, message: `the API server refuses this: ${name} of a Pod is fixed when it is created` }));
}

/** What may change in one way and not in another. */
export const CONDITIONAL_RULES: readonly Rule[] = [
  {
    id: 'quota-scopes',
    title: 'Scopes of a ResourceQuota',
    effect: 'refused',
    kinds: ['ResourceQuota'],
    fields: 'spec.scopes, in any order',
    why: 'what a quota counts is fixed when it is created; how much of it is free, and so is scopeSelector',
    fix: 'create a second quota and delete this one',
    updated: only('/ResourceQuota', quotaScopes),
  },
  {
    id: 'storage-class-empty-parameters',
    title: 'Empty parameters of a StorageClass',
    effect: 'refused',
    kinds: ['StorageClass'],
    fields: 'parameters: {}',
    why: 'a class without parameters is stored without the field, and {} counts as a change of it',
    fix: 'leave parameters out',
    until: '1.36',
    updated: only('storage.k8s.io/StorageClass', emptyParameters),
  },
  {
    id: 'node-spec',
    title: 'Fixed fields of a Node',
    effect: 'refused',
    kinds: ['Node'],
    fields: 'spec, except taints, unschedulable, and a first providerID and podCIDR',
    why: 'the address range and the machine of a node are given once',
    fix: 'leave the field to the kubelet and the cloud',
    updated: only('/Node', nodeSpec),
  },
  {
    id: 'csi-node-driver',
    title: 'What a driver reported of a node',
    effect: 'refused',
    kinds: ['CSINode'],
    fields: 'spec.drivers[], of a driver that is there already; from Kubernetes 1.35 on, except allocatable',
    why: 'kubelets write it when a driver registers',
    fix: 'leave it to the kubelet',
    updated: only('storage.k8s.io/CSINode', driversOfNode),
  },
  {
    id: 'service-cidr',
    title: 'Ranges of a ServiceCIDR',
    effect: 'refused',
    kinds: ['ServiceCIDR'],
    fields: 'spec.cidrs, except a second range',
    why: 'Services have addresses of the range; one of the other IP family may be added to it',
    fix: 'create a second ServiceCIDR',
    since: '1.33',
    updated: only('networking.k8s.io/ServiceCIDR', rangesOfServices),
  },
  {
    id: 'stored-version',
    title: 'Stored version of a CustomResourceDefinition',
    effect: 'refused',
    kinds: ['CustomResourceDefinition'],
    fields: 'spec.versions',
    why: 'objects that were stored in a version can only be read while the definition has it',
    fix: 'keep the version with served: false, rewrite every object, and take it out of status.storedVersions first',
    updated: only('apiextensions.k8s.io/CustomResourceDefinition', storedVersions),
  },
  {
    id: 'pod-annotations',
    title: 'Annotations of a Pod that its node acts on',
    effect: 'refused',
    kinds: ['Pod'],
    fields: 'metadata.annotations: AppArmor profiles, kubernetes.io/config.mirror',
    why: 'the kubelet reads them when it starts the pod',
    fix: 'delete the pod and create it again',
    updated: only('/Pod', podAnnotations),
  },
];
