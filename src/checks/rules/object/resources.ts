import { containerExample } from './examples';
import { Broken, Rule } from './rule';
import { QUALIFIED_NAME } from '../../../kubernetes/formats/qualified-name';
import { isRecord } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { parseQuantity } from '../../../kubernetes/quantity';
import { show } from '../../../reports/show';

export const resourceName: Rule = {
  id: 'resource-name',
  why: 'a container can ask for cpu, memory, ephemeral-storage, huge pages, and for what device plugins offer under a name with a domain',
  fix: 'write cpu, memory, ephemeral-storage, hugepages-<size>, or a name with a domain such as nvidia.com/gpu',
  bad: containerExample('resources: {limits: {mem: 1Gi}}'),
  good: containerExample('resources: {limits: {memory: 1Gi}}'),
};

export const resourceAmount: Rule = {
  id: 'resource-amount',
  why: 'no container can have less than nothing, a part of a device, or a part of a huge page',
  fix: 'write an amount from 0 up; of devices a whole number, of huge pages a multiple of their size',
  bad: containerExample('resources: {limits: {nvidia.com/gpu: 500m}}'),
  good: containerExample('resources: {limits: {nvidia.com/gpu: 1}}'),
};

export const requestWithinLimit: Rule = {
  id: 'request-above-limit',
  why: 'what a container is promised cannot be more than what it may use',
  fix: 'raise the limit or lower the request',
  bad: containerExample('resources: {requests: {memory: 2Gi}, limits: {memory: 1Gi}}'),
  good: containerExample('resources: {requests: {memory: 1Gi}, limits: {memory: 1Gi}}'),
};

export const deviceLimit: Rule = {
  id: 'device-limit',
  why: 'devices and huge pages are handed out whole, so request and limit are the same',
  fix: 'write the limit only, or the same amount in both',
  bad: containerExample('resources: {requests: {nvidia.com/gpu: 1}}'),
  good: containerExample('resources: {limits: {nvidia.com/gpu: 1}}'),
};

export const hugePages: Rule = {
  id: 'huge-pages',
  why: 'a container that asks for huge pages only could not be placed',
  fix: 'ask for cpu or memory as well',
  bad: containerExample('resources: {limits: {hugepages-2Mi: 4Mi}}'),
  good: containerExample('resources: {limits: {hugepages-2Mi: 4Mi, memory: 64Mi}}'),
};

export const RESOURCE_RULES = [resourceName, resourceAmount, requestWithinLimit, deviceLimit, hugePages];

const COMPUTE: ReadonlySet<string> = new Set(['cpu', 'memory', 'ephemeral-storage']);
const HUGE_PAGES = 'hugepages-';
const WHOLE = 1_000_000_000n;

/** What a container, or a whole Pod, may use and is promised. */
export function checkResources(resources: unknown, at: string, broken: Broken, who = 'the container') {
  if (!isRecord(resources)) { return; }
  const limits = isRecord(resources.limits) ? resources.limits : {};
  const requests = isRecord(resources.requests) ? resources.requests : {};
  checkAmounts(limits, `${at}/limits`, broken);
  // What has a limit alone gets a request of the same amount, which was checked already.
  checkAmounts(Object.fromEntries(Object.entries(requests).filter(([name, amount]) => limits[name] !== amount)), `${at}/requests`, broken);
  for (const name of Object.keys(requests)) {
    if (requests[name] !== undefined) { checkRequest(name, requests[name], limits[name], at, broken); }
  }
  checkHugePages([...Object.keys(limits), ...Object.keys(requests)], at, broken, who);
}

export function checkHugePages(names: readonly string[], at: string, broken: Broken, who: string) {
  if (names.some(name => name.startsWith(HUGE_PAGES)) && !names.includes('cpu') && !names.includes('memory')) {
    broken(hugePages, at, `${who} asks for huge pages, but for neither cpu nor memory`);
  }
}

/** Names and amounts of one list of resources, as containers may have them. */
export function checkAmounts(amounts: Record<string, any>, at: string, broken: Broken) {
  for (const name of Object.keys(amounts)) {
    if (!COMPUTE.has(name)) { checkSpecialResource(name, amounts[name], `${at}${pointer(name)}`, broken); }
    if (isNegative(amounts[name])) { broken(resourceAmount, `${at}${pointer(name)}`, `${name} is ${show(amounts[name])}, less than nothing`); }
  }
}

/** Resources that are objects: there are whole numbers of them. */
export const OBJECT_COUNTS: ReadonlySet<string> = new Set([
  'pods', 'resourcequotas', 'services', 'replicationcontrollers', 'secrets', 'configmaps', 'persistentvolumeclaims', 'services.nodeports', 'services.loadbalancers',
]);

/** The amount in a list of resources: null is none of it, which differs from a resource that is not in the list. */
export function amountIn(amount: unknown): bigint | undefined {
  return amount === null ? 0n : parseQuantity(amount);
}

/** True for a quantity below zero. */
export function isNegative(amount: unknown): boolean {
  const text = typeof amount === 'string' ? amount : typeof amount === 'number' ? String(amount) : '';
  return text.startsWith('-') && (parseQuantity(text) ?? 0n) < 0n;
}

function checkSpecialResource(name: string, amount: unknown, path: string, broken: Broken) {
  if (!isContainerResource(name)) {
    broken(resourceName, path, `${show(name)} is no resource of a container`);
    return;
  }
  const value = parseQuantity(amount);
  if (value === undefined) { return; }
  if (name.startsWith(HUGE_PAGES)) {
    const size = parseQuantity(name.slice(HUGE_PAGES.length));
    if (size === undefined || size <= 0n || value % size !== 0n) {
      broken(resourceAmount, path, `${show(amount)} is no multiple of the page size in ${show(name)}`);
    }
  } else if (isDevice(name) && value % WHOLE !== 0n) {
    broken(resourceAmount, path, `${show(amount)} of ${name} is no whole number`);
  }
}

/** True for names under which a container can ask for something. */
export function isContainerResource(name: string): boolean {
  if (!QUALIFIED_NAME.fits(name)) { return false; }
  if (!name.includes('/')) { return COMPUTE.has(name) || name.startsWith(HUGE_PAGES); }
  return isNative(name) || isDevice(name);
}

/** True for an extended resource: one with a domain that is not Kubernetes' own. */
export function isDevice(name: string): boolean {
  return !isNative(name) && !name.startsWith('requests.') && QUALIFIED_NAME.fits(`requests.${name}`);
}

/** False for devices and huge pages: of those, request and limit must be the same. */
export function mayOvercommit(name: string): boolean {
  return isNative(name) && !name.startsWith(HUGE_PAGES);
}

function isNative(name: string): boolean {
  return !name.includes('/') || name.includes('kubernetes.io/');
}

function checkRequest(name: string, request: unknown, limit: unknown, at: string, broken: Broken) {
  const path = `${at}/requests${pointer(name)}`;
  if (limit === undefined) {
    if (!mayOvercommit(name)) { broken(deviceLimit, path, `${name} is requested, but has no limit`); }
    return;
  }
  if (request === limit) { return; }
  const [requested, allowed] = [amountIn(request), amountIn(limit)];
  if (requested === undefined || allowed === undefined || requested === allowed) { return; }
  if (!mayOvercommit(name)) {
    broken(deviceLimit, path, `request ${show(request)} of ${name} differs from its limit ${show(limit)}`);
  } else if (requested > allowed) {
    broken(requestWithinLimit, path, `request ${show(request)} of ${name} is above its limit ${show(limit)}`);
  }
}
